"""Where items are edited, and what the editor shows beside them."""

from django.contrib.admin.utils import quote
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.ui.side_panels import BaseSidePanel
from wagtail.admin.views.pages.create import CreateView as PageCreateView
from wagtail.admin.views.pages.edit import EditView as PageEditView
from wagtail.models import Page, WorkflowMixin, WorkflowState
from wagtail.snippets.views.snippets import CreateView as SnippetCreateView
from wagtail.snippets.views.snippets import EditView as SnippetEditView

from kogu.content.completeness import problems
from kogu.content.draft_forms import DraftForm
from kogu.content.models.public import PublicItem
from kogu.patches import wrap

from .failed_schedules import has_refused_schedule
from .submit_actions import pop_action


def edit_url(instance):
    """Where the item is edited."""
    if isinstance(instance, Page):
        return reverse("wagtailadmin_pages:edit", args=[instance.pk])
    return reverse(instance.snippet_viewset.get_url_name("edit"), args=[quote(instance.pk)])


class MissingSidePanel(BaseSidePanel):
    """What the draft lacks before it may be published, and what is doubtful in it."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        """How many items, on the button."""

        aria_label = _("What is missing")
        icon_name = "list-ul"
        counter_classname = "w-bg-critical-200"

        def get_context_data(self, parent_context):
            """Counted once."""
            return {
                **super().get_context_data(parent_context),
                "count": len(self.panel.draft_problems),
            }

    name = "missing"
    title = _("What is missing")
    template_name = "editorial/missing.html"
    order = 340

    @cached_property
    def draft_problems(self):
        """The problems of the draft as it was saved, not as a refused form has it.

        Of a new one they are what every draft of its kind needs; the address of a page follows
        its title.
        """
        draft = self.object
        if self.request.method == "POST" and draft.pk is not None:
            draft = self.model._default_manager.get(pk=draft.pk).get_latest_revision_as_object()
        is_new_page = draft.pk is None and isinstance(draft, Page)
        return [one for one in problems(draft) if not (is_new_page and one.field == "slug")]

    def get_context_data(self, parent_context):
        """The list, below what a reviewer said who sent the draft back."""
        context = super().get_context_data(parent_context)
        is_saved = self.object.pk is not None
        state = getattr(self.object, "current_workflow_state", None) if is_saved else None
        is_returned = state and state.status == WorkflowState.STATUS_NEEDS_CHANGES
        returned = state.current_task_state if is_returned else None
        refused = _refused_inputs(parent_context.get("form"))
        found = {"found": self.draft_problems, "refused": refused}
        context |= {"has_refused_schedule": is_saved and has_refused_schedule(self.object)}
        return {**context, **found, "is_saved": is_saved, "returned": returned}


def _refused_inputs(form):
    return form.refused_inputs() if isinstance(form, DraftForm) else {}


def _with_missing(stock):
    def get_side_panels(self):
        panels = stock(self)
        instance = getattr(self, "page", None) or self.object or self.form.instance
        if isinstance(instance, PublicItem):
            panels = MediaContainer([*panels, MissingSidePanel(instance, self.request)])
        return panels

    return get_side_panels


def _save_first(stock):
    def get_action(self, request):
        if issubclass(self.model, WorkflowMixin):
            pop_action(request)
        return stock(self, request)

    return get_action


def extend_edit_views():
    """Wagtail has no hook for side panels, and its hooks for snippets come after their action.

    Ends when it has the one, and calls the others first.
    """
    for view in (PageCreateView, PageEditView, SnippetCreateView, SnippetEditView):
        wrap(view, "get_side_panels", _with_missing)
    for view in (SnippetCreateView, SnippetEditView):
        wrap(view, "get_action", _save_first)
