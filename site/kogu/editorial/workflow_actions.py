"""Decisions about a review outside the form of what is reviewed: they end as those within it."""

from functools import wraps

from django.shortcuts import redirect
from wagtail.admin.views.generic.workflow import WorkflowAction
from wagtail.models import TaskState

from kogu.patches import wrap

from .submit_actions import APPROVE, ask_before_approval, message_review, open_choices

DECIDED = {TaskState.STATUS_APPROVED, TaskState.STATUS_REJECTED}


def message_decisions():
    """Wagtail's screens at the start of the admin say nothing of what was decided there."""
    wrap(WorkflowAction, "post", _with_message)


def _with_message(stock):
    @wraps(stock)
    def post(self, request, *args, **kwargs):
        draft = self.object.get_latest_revision_as_object()
        if self.action_name == APPROVE and open_choices(draft, draft):
            data = {"comment": request.POST.get("comment", "")}
            return _lead_to(self, ask_before_approval(request, draft, data))
        response = stock(self, request, *args, **kwargs)
        self.task_state.refresh_from_db()
        if self.task_state.status in DECIDED:
            message_review(request, draft, draft, self.action_name)
        return response

    return post


def _lead_to(view, url):
    if view.request.headers.get("x-requested-with") == "XMLHttpRequest":
        return view.render_modal_json(view.request, {"step": "success", "redirect": url})
    return redirect(url)
