"""Where translation meets Wagtail's admin."""

from django.shortcuts import redirect
from django.urls import include, path, reverse, reverse_lazy
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.utils.version import get_main_version

from . import editing, po_files, views
from .admin_language import EditorCatalog
from .buttons import MissingTranslationsMenuItem, languages_button
from .report import TranslationsReport
from .screens import LanguagesView, MissingTranslationsView
from .snippet_names import SnippetNames

_NEWS = _("What's new in Wagtail %(version)s")
_VERSION = get_main_version(include_patch=False)
_WHATS_NEW = lazy(lambda: _NEWS % {"version": _VERSION}, str)()
_stock = [
    path("submit/page/<int:page_id>/", views.StartPage.as_view()),
    path(
        "submit/snippet/<slug:app_label>/<slug:model_name>/<str:pk>/",
        views.StartSnippet.as_view(),
    ),
    path("update/<int:translation_source_id>/", views.update),
    path("page/<int:page_id>/convert_to_alias/", views.no_aliases),
    path(
        "translate/<int:translation_id>/strings/<int:string_segment_id>/edit/",
        editing.edit_string,
    ),
    path(
        "translate/<int:translation_id>/overrides/<int:overridable_segment_id>/edit/",
        editing.edit_override,
    ),
    path("translate/<int:translation_id>/machine_translate/", editing.machine_translate),
    path("translate/<int:translation_id>/preview/", editing.preview),
    path("translate/<int:translation_id>/preview/<str:mode>/", editing.preview),
    path("translate/<int:translation_id>/disable/", views.stop),
    path("translate/<int:translation_id>/pofile/download/", po_files.download_pofile),
    path("translate/<int:translation_id>/pofile/upload/", po_files.upload_pofile),
    path("reports/translations/", TranslationsReport.as_view()),
    path("reports/translations/results/", TranslationsReport.as_view(results_only=True)),
    path("jsi18n/", EditorCatalog.as_view()),
    path(
        "api/snippets/<slug:app_label>/<slug:model_name>/",
        SnippetNames.as_view({"get": "list"}),
    ),
    path(
        "api/snippets/<slug:app_label>/<slug:model_name>/<str:pk>/",
        SnippetNames.as_view({"get": "retrieve"}),
    ),
]


@hooks.register("register_admin_urls")
def translation_urls():
    """Our views under wagtail-localize's own addresses; ours are found first."""
    ours = [
        path("<int:translation_id>/save/", views.save, name="save"),
        path("<int:translation_id>/progress/", views.progress_message, name="progress"),
        path("<int:translation_id>/source/", editing.source, name="source"),
        path("wanted/", MissingTranslationsView.as_view(), name="missing"),
    ]
    return [
        path("localize/", include(_stock)),
        path(
            "languages/<slug:app_label>/<slug:model_name>/<str:pk>/",
            LanguagesView.as_view(),
            name="kogu_languages",
        ),
        path("translations/", include((ours, "kogu_translation"), namespace="kogu_translation")),
    ]


@hooks.register("before_edit_page", order=-10)
def before_edit_page(request, page):
    """Nothing becomes an alias."""
    if request.method == "POST" and "localize-convert-to-alias" in request.POST:
        return redirect("wagtailadmin_pages:edit", page.pk)
    return None


@hooks.register("construct_page_action_menu")
def without_aliases(menu_items, request, context):
    """Nothing offers to make an alias."""
    menu_items[:] = [item for item in menu_items if item.name != "localize-convert-to-alias"]


@hooks.register("register_page_listing_more_buttons")
@hooks.register("register_page_header_buttons")
def page_languages_button(page, user, next_url=None, view_name=None):
    """To the screen of its languages."""
    return languages_button(page, user)


@hooks.register("register_snippet_listing_buttons")
def snippet_languages_button(snippet, user, next_url=None):
    """To the screen of its languages."""
    return languages_button(snippet, user)


@hooks.register("register_admin_menu_item")
def missing_translations_menu_item():
    """The menu item of missing translations, for users with a language of their own."""
    return MissingTranslationsMenuItem(
        _("To translate"),
        reverse_lazy("kogu_translation:missing"),
        name="to-translate",
        icon_name="wagtail-localize-language",
        order=150,
    )


@hooks.register("construct_reports_menu")
def rename_translations_report(request, menu_items):
    """Its name is looked up once by wagtail-localize, and said to everybody."""
    address = reverse("wagtail_localize:translations_report")
    for item in menu_items:
        if item.url == address:
            item.label = _("Translations")


@hooks.register("construct_help_menu")
def rename_whats_new(request, menu_items):
    """Its name is looked up once by Wagtail, and said to everybody."""
    for item in menu_items:
        if item.name == f"whats-new-in-wagtail-{_VERSION}":
            item.label = _WHATS_NEW
