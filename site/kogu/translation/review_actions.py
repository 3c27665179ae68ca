"""What a reviewer may decide about a translation, from within the translator's editor."""

from dataclasses import dataclass

from django.contrib.admin.utils import quote
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page


@dataclass(frozen=True)
class ReviewAction:
    """A button; `asks_more` opens a dialogue, such as for a comment."""

    label: str
    url: str
    asks_more: bool


def review_actions(user, target):
    """What the user may decide about what is in review, approval first; nothing for others."""
    state = target.current_workflow_task_state
    if state is None:
        return []
    offered = state.task.specific.get_actions(target, user)
    return [
        ReviewAction(_label(name, label, state), _url(target, name, state), asks_more)
        for name, label, asks_more in sorted(offered, key=lambda one: (one[0] != "approve", one[2]))
    ]


def _label(name, label, state):
    """As in the editor of pages: the last approval publishes."""
    if name == "approve" and state.workflow_state.is_at_final_task:
        return _("%(label)s and Publish") % {"label": label}
    return label


def _url(target, name, state):
    if isinstance(target, Page):
        viewname = "wagtailadmin_pages:workflow_action"
    else:
        viewname = target.snippet_viewset.get_url_name("workflow_action")
    return reverse(viewname, args=[quote(target.pk), name, state.pk])
