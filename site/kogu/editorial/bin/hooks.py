"""Where the bin meets Wagtail's admin."""

from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogFormatter
from wagtail.models import Page

from .permissions import may_delete_something
from .purging import PURGED, PurgeFormatter
from .receivers import offer_undo
from .restoring import RESTORED
from .views import BinView, RestoreView

_addresses = [
    path("", BinView.as_view(), name="index"),
    path("results/", BinView.as_view(results_only=True), name="index_results"),
    path("<int:pk>/", RestoreView.as_view(), name="restore"),
]


@hooks.register("register_admin_urls")
def bin_urls():
    """The list, and the way back."""
    return [path("bin/", include((_addresses, "kogu_bin"), namespace="kogu_bin"))]


class BinMenuItem(MenuItem):
    """Shown to those who may delete something."""

    def is_shown(self, request):
        """The same rule as the screen's."""
        return may_delete_something(request.user)


@hooks.register("register_admin_menu_item")
def bin_menu_item():
    """Before the reports."""
    return BinMenuItem(_("Bin"), reverse("kogu_bin:index"), icon_name="bin", order=8900)


class RestoreFormatter(LogFormatter):
    """Formats the log entry of a restored item."""

    label = _("Brought back")
    message = _("Brought back from the bin")


@hooks.register("register_log_actions")
def register_bin_log_formatters(actions):
    """Coming back and being purged."""
    actions.register_action(RESTORED)(RestoreFormatter)
    actions.register_action(PURGED)(PurgeFormatter)


@hooks.register("after_delete_page")
def after_deleting_page(request, page):
    """One page, from its own screen."""
    offer_undo(request, [page])


@hooks.register("after_delete_snippet")
def after_deleting_snippets(request, snippets):
    """One or several."""
    offer_undo(request, snippets)


@hooks.register("after_bulk_action")
def after_deleting_pages(request, action_type, objects, action_class_instance):
    """Several pages; snippets call the hook above."""
    if action_type == "delete" and action_class_instance.model is Page:
        offer_undo(request, objects)
