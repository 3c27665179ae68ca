"""The register of what is replaced in Django, Wagtail, wagtail-localize and the search.

Each entry says what the library does and ours does instead, when it ends, and the signatures that
ours relies on: a test fails when a release changes one. Apps replace through `replace` and `wrap`.
Labels that are looked up too early are set by `translation/lazy_messages.py` and `lazy_forms.py`.
"""

from collections.abc import Callable
from inspect import getattr_static
from typing import Any, NamedTuple

ABSENT = "absent"


class Patch(NamedTuple):
    """One reason for which attributes of a library are replaced."""

    why: str
    # What has to be so in a release for ours to go.
    until: str
    # By the full name of the attribute; empty for what is no function, ABSENT where the library
    # asks for the attribute and has none itself.
    signatures: dict[str, str]


REGISTER = (
    # What is stored and typed
    Patch(
        "Fields store and forms take characters that XML or PostgreSQL cannot carry; ours clean.",
        "Django refuses them in every field",
        {
            "django.db.models.fields.CharField.get_prep_value": "(self, value)",
            "django.db.models.fields.TextField.get_prep_value": "(self, value)",
            "django.db.models.fields.json.JSONField.get_prep_value": "(self, value)",
            "django.db.models.fields.json.JSONField.from_db_value": "(self, value, expression, connection)",
            "django.forms.fields.CharField.to_python": "(self, value)",
            "wagtail.fields.StreamField.get_prep_value": "(self, value)",
            "wagtail.fields.StreamField.to_python": "(self, value)",
        },
    ),
    Patch(
        "Exports write texts that a spreadsheet takes for formulas; ours marks them as texts.",
        "Wagtail does",
        {
            "wagtail.admin.views.mixins.SpreadsheetExportMixin.preprocess_field_value": "(self, field, value, export_format)"
        },
    ),
    Patch(
        "Addresses may have any scheme, `javascript:` too; ours take and read those of the web.",
        "both fields have a setting for schemes",
        {
            "django.db.models.fields.URLField.from_db_value": ABSENT,
            "wagtail.admin.forms.choosers.URLOrAbsolutePathValidator.__call__": "(self, value)",
        },
    ),
    Patch(
        "Dates are shown and read in one format; ours have that of the user's language.",
        "Wagtail's date inputs are localised",
        {
            "wagtail.admin.widgets.datetime.AdminDateInput.get_config": "(self)",
            "wagtail.admin.widgets.datetime.AdminDateInput.format_value": "(self, value)",
            "wagtail.admin.widgets.datetime.AdminDateTimeInput.get_config": "(self)",
            "wagtail.admin.widgets.datetime.AdminDateTimeInput.format_value": "(self, value)",
            "wagtail.admin.widgets.datetime.AdminTimeInput.get_config": "(self)",
            "wagtail.admin.widgets.datetime.AdminTimeInput.format_value": "(self, value)",
        },
    ),
    Patch(
        "A copy of a page takes every field over; ours leaves out what its kind says.",
        "a page's `exclude_fields_in_copy` may differ between a copy and a translation",
        {
            "wagtail.actions.copy_page.CopyPageAction._copy_page": "(self, page, to=None, update_attrs=None, exclude_fields=None, _mpnode_attrs=None)"
        },
    ),
    # Searching
    Patch(
        "A quotation mark in a search ends the phrase of SQLite's query; ours doubles it.",
        "modelsearch does",
        {
            "modelsearch.backends.database.sqlite.query.Lexeme.__init__": "(self, value, output_field=None, *, prefix=False, weight=None)",
            "modelsearch.backends.database.sqlite.query.SearchQueryExpression.__init__": "(self, value, using=None, **extra)",
        },
    ),
    Patch(
        "The index holds words as written; ours holds them without their diacritical marks.",
        "the backend names its indexer as a class attribute",
        {
            "modelsearch.backends.database.sqlite.sqlite.ObjectIndexer.prepare_value": "(self, value)",
            "modelsearch.backends.database.postgres.postgres.ObjectIndexer.prepare_value": "(self, value)",
        },
    ),
    # Requests of the admin
    Patch(
        "Choosers start by an inline script, which our policy refuses; ours has the nonce.",
        "Wagtail's choosers need no inline script (wagtail/wagtail#1288)",
        {
            "wagtail.admin.widgets.chooser.BaseChooser.render": "(self, name, value, attrs=None, renderer=None)"
        },
    ),
    Patch(
        "A refusal is a redirect like any success; ours notes it, so that nothing is committed.",
        "Wagtail answers 403",
        {"wagtail.admin.auth.permission_denied": "(request)"},
    ),
    Patch(
        "Malformed ids, missing fields and rows break the view; ours say 400 or 404 in the user's words.",
        "each view looks itself",
        {
            "wagtail.admin.urls.page_not_found": "(request, exception, template_name='404.html')",
            "wagtail.admin.forms.choosers.URLOrAbsolutePathField.to_python": "(self, value)",
            "wagtail.admin.views.chooser.ChosenMultipleView.get": "(self, request)",
            "wagtail.admin.views.generic.chooser.ChosenMultipleViewMixin.get": "(self, request)",
            "wagtail.admin.views.generic.chooser.CreateViewMixin.post": "(self, request)",
            "wagtail.admin.views.pages.copy.CopyView.post": "(self, request, page_id, *args, **kwargs)",
            "wagtail.admin.views.pages.preview.PreviewOnCreateView.get_object": "(self)",
            "wagtail.admin.views.pages.revisions.RevisionsRevertView.get_object": "(self)",
            "wagtail.admin.widgets.chooser.BaseChooser.get_instance": "(self, value)",
            "wagtail.contrib.redirects.forms.ConfirmImportManagementForm.clean": "(self)",
        },
    ),
    Patch(
        "`redirect()` takes a word in `next` for the name of a view; ours let paths through only.",
        "the views redirect to addresses alone",
        {
            "django.contrib.auth.views.url_has_allowed_host_and_scheme": "(url, allowed_hosts, require_https=False)",
            "wagtail.admin.utils.url_has_allowed_host_and_scheme": "(url, allowed_hosts, require_https=False)",
            "wagtail.admin.views.workflows.url_has_allowed_host_and_scheme": "(url, allowed_hosts, require_https=False)",
            "wagtail.documents.views.serve.url_has_allowed_host_and_scheme": "(url, allowed_hosts, require_https=False)",
            "wagtail.views.url_has_allowed_host_and_scheme": "(url, allowed_hosts, require_https=False)",
        },
    ),
    # The account
    Patch(
        "A new e-mail address asks for no password, a profile picture comes in unchecked, and no "
        "language chosen is the site's; ours ask, take none, and follow the browser.",
        "Wagtail has a setting for each panel",
        {
            "wagtail.admin.views.account.AvatarSettingsPanel.is_active": "(self)",
            "wagtail.admin.views.account.LocaleSettingsPanel.form_class": "",
            "wagtail.admin.views.account.NameEmailSettingsPanel.form_class": "",
        },
    ),
    # Who may read and change what
    Patch(
        "Screens list every row or tell of any by its id; ours tell of what the user may read.",
        "each view asks for rights",
        {
            "wagtail.admin.filters.WagtailFilterSet.__init__": "(self, data=None, queryset=None, *, request=None, prefix=None)",
            "wagtail.admin.views.bulk_action.base_bulk_action.BulkAction.get_actionable_objects": "(self)",
            "wagtail.admin.views.chooser.BrowseView.get": "(self, request, parent_page_id=None)",
            "wagtail.admin.views.chooser.ExternalLinkView.post": "(self, request)",
            "wagtail.admin.views.generic.chooser.BaseChooseView.get_object_list": "(self)",
            "wagtail.admin.views.generic.chooser.ChosenMultipleViewMixin.get_objects": "(self, pks)",
            "wagtail.admin.views.generic.chooser.ChosenViewMixin.get_object": "(self, pk)",
            "wagtail.admin.views.generic.workflow.BaseWorkflowFormView.dispatch": "(self, request, *args, **kwargs)",
            "wagtail.admin.views.generic.workflow.PreviewRevisionForTask.dispatch": "(self, request, *args, **kwargs)",
            "wagtail.admin.views.reports.audit_logging.SiteHistoryReportFilterSet.get_users_queryset": "(self)",
            "wagtail.admin.views.reports.page_types_usage.PageTypesUsageReportView.get_queryset": "(self)",
            "wagtail.admin.views.reports.workflows.WorkflowTasksView.get_queryset": "(self)",
            "wagtail.admin.views.reports.workflows.WorkflowView.get_filterset_kwargs": "(self)",
            "wagtail.admin.views.reports.workflows.WorkflowView.get_queryset": "(self)",
            "wagtail.documents.api.admin.views.DocumentsAdminAPIViewSet.get_queryset": "(self)",
            "wagtail.images.api.admin.views.ImagesAdminAPIViewSet.get_queryset": "(self)",
            "wagtail.models.audit_log.BaseLogEntryManager.viewable_by_user": "(self, user)",
            "wagtail.snippets.views.snippets.IndexView.get_base_queryset": "(self)",
        },
    ),
    Patch(
        "Snippets have one permission for all languages; ours hold for the row's own.",
        "snippets have permissions by locale",
        {
            "wagtail.snippets.views.snippets.CreateView.save_instance": "(self)",
            "wagtail_localize.views.edit_translation.user_can_edit_instance": "(user, instance)",
        },
    ),
    Patch(
        "Views look at no lock, or do not say whose it is; ours refuse and say.",
        "Wagtail's views heed locks where they delete and revert",
        {
            "wagtail.admin.api.views.PagesAdminAPIViewSet.action_view": "(self, request, pk, action_name)",
            "wagtail.admin.views.pages.delete.DeleteView.dispatch": "(self, request, page_id, *args, **kwargs)",
        },
    ),
    Patch(
        "What is deleted is gone; ours keeps it in the bin first.",
        "the deletions have a hook or signal before them that every screen sends",
        {
            "wagtail.actions.delete.DeleteAction.execute": "(self, skip_permission_checks=False)",
            "wagtail.actions.delete_page.DeletePageAction.execute": "(self, *args, skip_permission_checks=False, **kwargs)",
            "wagtail.snippets.bulk_actions.delete.DeleteBulkAction.execute_action": "(cls, objects, user=None, **kwargs)",
        },
    ),
    # Editors' screens
    Patch(
        "There is no hook for side panels, and those for snippets come after their action; ours "
        "add what is missing, and save before they act.",
        "Wagtail has the one hook, and calls the others first",
        {
            "wagtail.admin.views.pages.create.CreateView.get_side_panels": "(self)",
            "wagtail.admin.views.pages.edit.EditView.get_side_panels": "(self)",
            "wagtail.snippets.views.snippets.CreateView.get_action": "(self, request)",
            "wagtail.snippets.views.snippets.CreateView.get_side_panels": "(self)",
            "wagtail.snippets.views.snippets.EditView.get_action": "(self, request)",
            "wagtail.snippets.views.snippets.EditView.get_side_panels": "(self)",
        },
    ),
    Patch(
        "The page tree knows no dates of events; ours has a column and an order for them.",
        "Wagtail has a hook for columns of the page tree",
        {
            "wagtail.admin.views.pages.listing.ExplorableIndexView.explorable_columns": "(self)",
            "wagtail.admin.views.pages.listing.ExplorableIndexView.get_table": "(self, object_list)",
            "wagtail.admin.views.pages.listing.ExplorableIndexView.get_valid_orderings": "(self)",
        },
    ),
    Patch(
        "Pages of one kind are chosen in the tree, each once a language; ours is a flat list.",
        "the chooser of a kind may have a view of its own (`BrowseView.get` is listed above)",
        {"wagtail.admin.views.chooser.SearchView.get": "(self, request)"},
    ),
    Patch(
        "A decision at the start of the admin says nothing and asks nothing; ours does both.",
        "Wagtail's workflow screens call the hooks of the editor",
        {
            "wagtail.admin.views.generic.workflow.WorkflowAction.post": "(self, request, *args, **kwargs)"
        },
    ),
    # Languages
    Patch(
        "What a language lacks is said in the site's first language; ours stays English.",
        "Django lets a site choose what stands in",
        {
            "django.utils.translation.trans_real.DjangoTranslation._add_fallback": "(self, localedirs=None)"
        },
    ),
    Patch(
        "Words are looked up once, for everybody; ours when they are shown.",
        "Wagtail's columns, choosers and lists do that",
        {
            "wagtail.admin.forms.choosers.LocaleFilterMixin.__init__": "(self, *args, **kwargs)",
            "wagtail.admin.paginator.WagtailPaginator.items_count_label": "(self)",
            "wagtail.admin.ui.tables.LiveStatusTagColumn.__init__": "(self, **kwargs)",
            "wagtail.admin.ui.tables.LocaleColumn.__init__": "(self, **kwargs)",
            "wagtail.admin.ui.tables.UpdatedAtColumn.__init__": "(self, **kwargs)",
            "wagtail.admin.widgets.chooser.AdminPageChooser.__init__": "(self, target_models=None, can_choose_root=False, user_perms=None, **kwargs)",
            "wagtail.snippets.views.snippets.SnippetViewSet.breadcrumbs_items": "(self)",
            "wagtail.snippets.widgets.AdminSnippetChooser.__init__": "(self, model=None, **kwargs)",
        },
    ),
    Patch(
        "Saving a translation writes draft words into live rows and publishes; ours saves a draft.",
        "wagtail-localize separates the two",
        {"wagtail_localize.models.Translation.save_target": "(self, user=None, publish=True)"},
    ),
    Patch(
        "A changed passage forgets its translation; ours keeps it, to be reviewed.",
        "wagtail-localize keeps it",
        {"wagtail_localize.models.TranslationSource.refresh_segments": "(self)"},
    ),
    Patch(
        "Errors know markup only and are in the language of who saved, dates in English; ours ask "
        "the field, and speak the reader's language.",
        "wagtail-localize asks the field when it shows an error, and formats dates",
        {
            "wagtail_localize.models.SegmentOverride.get_error": "(self)",
            "wagtail_localize.models.StringTranslation.get_comment": "(self)",
            "wagtail_localize.models.StringTranslation.get_error": "(self)",
        },
    ),
    Patch(
        "Snippets are published untranslated, parents copied as aliases; ours begin drafts.",
        "both are settings",
        {
            "wagtail_localize.operations.translate_object": "(instance, locales, components=None, user=None)",
            "wagtail_localize.views.submit_translations.translate_object": "(instance, locales, components=None, user=None)",
        },
    ),
)
_LISTED = {name for patch in REGISTER for name in patch.signatures}
# What the libraries had, by full name.
stock: dict[str, Any] = {}


def replace(owner: Any, name: str, ours: Any) -> None:
    """Put ours in the place of a class's or module's attribute; KeyError if it is not listed."""
    whole = f"{full_name(owner)}.{name}"
    if whole not in _LISTED:
        raise KeyError(f"{whole} is replaced, but stands in no entry of kogu.patches.REGISTER")
    stock.setdefault(whole, getattr_static(owner, name, ABSENT))
    setattr(owner, name, ours)


def wrap(owner: Any, name: str, around: Callable[..., Any], *details: Any) -> None:
    """Replace a function by what `around` makes of it and of the details."""
    replace(owner, name, around(getattr(owner, name), *details))


def full_name(owner: Any) -> str:
    """Of a class or a module, as the register has it."""
    return f"{owner.__module__}.{owner.__qualname__}" if isinstance(owner, type) else owner.__name__
