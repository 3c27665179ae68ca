"""What this app adds to Wagtail's screens."""

import json

from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button

from kogu.imports import paste_views, upload_views, views
from kogu.imports.sections import may_import
from kogu.imports.title_confirmation import is_provisional


@hooks.register("register_admin_urls")
def addresses():
    """Every screen of importing, and the confirmation of a title."""
    return [
        path("import/", upload_views.UploadView.as_view(), name="kogu_imports_upload"),
        path("import/paste/", paste_views.PasteView.as_view(), name="kogu_imports_paste"),
        path("import/state/", upload_views.StateView.as_view(), name="kogu_imports_state"),
        path(
            "import/<uuid:key>/reading/",
            upload_views.ReadingView.as_view(),
            name="kogu_imports_reading",
        ),
        path("import/<uuid:key>/", views.ReviewView.as_view(), name="kogu_imports_review"),
        path(
            "import/<uuid:key>/original/",
            views.OriginalView.as_view(),
            name="kogu_imports_original",
        ),
        path(
            "import/title/<int:page_id>/",
            views.ConfirmTitleView.as_view(),
            name="kogu_imports_confirm_title",
        ),
    ]


class ImportMenuItem(MenuItem):
    """Shown to people who may add some page."""

    def is_shown(self, request):
        """The same rule as the screen's."""
        return may_import(request.user)


@hooks.register("register_admin_menu_item")
def menu_item():
    """Importing, below the pages."""
    return ImportMenuItem(
        _("Import"), reverse("kogu_imports_upload"), icon_name="upload", order=250
    )


@hooks.register("register_page_header_buttons")
def confirm_title(page, user, view_name, next_url=None):
    """A way to confirm a title that was only proposed."""
    if is_provisional(page):
        yield Button(
            _("Confirm the title"),
            reverse("kogu_imports_confirm_title", args=[page.pk]),
            icon_name="check",
            priority=20,
        )


@hooks.register("insert_editor_js")
def pasting():
    """What is pasted into a story comes as blocks of its kinds."""
    words = {
        "url": reverse("kogu_imports_paste"),
        "reading": gettext("Reading what was pasted…"),
        "waiting": gettext("One document is read at a time, and others come first. Please wait…"),
        "failed": gettext(
            "What was pasted could not be read, and nothing was inserted. "
            "Insert its words without formatting, or import it as a document."
        ),
        "plain": gettext("Insert the words only"),
        "undo": gettext("Take out again"),
    }
    return format_html(
        '<script type="module" src="{}" data-kogu-paste="{}"></script>',
        static("imports/paste.js"),
        json.dumps(words),
    )
