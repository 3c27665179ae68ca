"""Who may read, change and delete what, and what is kept of it."""

from .entry import Patch

ENTRIES = (
    Patch(
        "Screens list every row or tell of any by its id; ours tell of what the user may read.",
        "each view asks for rights",
        by="kogu.editorial.row_access",
        signatures={
            "wagtail.admin.views.generic.chooser.BaseChooseView.get_object_list": "(self)",
            "wagtail.admin.views.generic.chooser.ChosenMultipleViewMixin.get_objects": "(self, pks)",
            "wagtail.admin.views.generic.chooser.ChosenViewMixin.get_object": "(self, pk)",
            "wagtail.admin.views.generic.workflow.BaseWorkflowFormView.dispatch": "(self, request, *args, **kwargs)",
            "wagtail.admin.views.generic.workflow.PreviewRevisionForTask.dispatch": "(self, request, *args, **kwargs)",
            "wagtail.admin.views.reports.workflows.WorkflowTasksView.get_queryset": "(self)",
            "wagtail.admin.views.reports.workflows.WorkflowView.get_queryset": "(self)",
            "wagtail.documents.api.admin.views.DocumentsAdminAPIViewSet.get_queryset": "(self)",
            "wagtail.images.api.admin.views.ImagesAdminAPIViewSet.get_queryset": "(self)",
            "wagtail.models.audit_log.BaseLogEntryManager.viewable_by_user": "(self, user)",
            "wagtail.snippets.views.snippets.IndexView.get_base_queryset": "(self)",
        },
    ),
    Patch(
        "Choosers, bulk actions and reports name every page; ours those that the user may read.",
        "each view asks for rights",
        by="kogu.editorial.page_access",
        signatures={
            "wagtail.admin.views.bulk_action.base_bulk_action.BulkAction.get_actionable_objects": "(self)",
            "wagtail.admin.views.chooser.BrowseView.get": "(self, request, parent_page_id=None)",
            "wagtail.admin.views.chooser.ChosenMultipleView.get": "(self, request)",
            "wagtail.admin.views.chooser.ExternalLinkView.post": "(self, request)",
            "wagtail.admin.views.reports.page_types_usage.PageTypesUsageReportView.get_queryset": "(self)",
        },
    ),
    Patch(
        "Filters offer every user; ours those who had to do with what the reader may read.",
        "each filter asks for rights",
        by="kogu.editorial.user_access",
        signatures={
            "wagtail.admin.filters.WagtailFilterSet.__init__": "(self, data=None, queryset=None, *, request=None, prefix=None)",
            "wagtail.admin.views.reports.audit_logging.SiteHistoryReportFilterSet.get_users_queryset": "(self)",
            "wagtail.admin.views.reports.workflows.WorkflowView.get_filterset_kwargs": "(self)",
        },
    ),
    Patch(
        "Snippets have one permission for all languages; ours hold for the row's own.",
        "snippets have permissions by locale",
        by="kogu.translation.snippet_permissions",
        signatures={
            "wagtail.snippets.views.snippets.CreateView.save_instance": "(self)",
        },
    ),
    Patch(
        "Whoever may edit a snippet type may edit its translations; ours asks for the language's own.",
        "snippets have permissions by locale",
        by="kogu.translation.patches",
        signatures={
            "wagtail_localize.views.edit_translation.user_can_edit_instance": "(user, instance)",
        },
    ),
    Patch(
        "Views look at no lock, or do not say whose it is; ours refuse and say.",
        "Wagtail's views heed locks where they delete and revert",
        by="kogu.editorial.locks",
        signatures={
            "wagtail.admin.api.views.PagesAdminAPIViewSet.action_view": "(self, request, pk, action_name)",
            "wagtail.admin.views.pages.delete.DeleteView.dispatch": "(self, request, page_id, *args, **kwargs)",
        },
    ),
    Patch(
        "What is deleted is gone; ours keeps it in the bin first.",
        "the deletions have a hook or signal before them that every screen sends",
        by="kogu.editorial.bin.receivers",
        signatures={
            "wagtail.actions.delete.DeleteAction.execute": "(self, skip_permission_checks=False)",
            "wagtail.actions.delete_page.DeletePageAction.execute": "(self, *args, skip_permission_checks=False, **kwargs)",
            "wagtail.snippets.bulk_actions.delete.DeleteBulkAction.execute_action": "(cls, objects, user=None, **kwargs)",
        },
    ),
)
