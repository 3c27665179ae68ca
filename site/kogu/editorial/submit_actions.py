"""Submitting, reviewing and publishing in the editor: save first, then check, then act.

Wagtail saves and acts in one step; a refusal would lose what was just written.
So the action is taken out of the form, the draft is saved, and the action
follows when nothing is missing. What is only doubtful asks for a reason first.
"""

import json

from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page, WorkflowState

from kogu.content.completeness import problems
from kogu.content.publication_choices import choices
from kogu.translation.permissions import may_edit, may_publish

from .warning_overrides import warnings

ACTIONS = ("action-publish", "action-submit", "action-restart-workflow")
PUBLISH = ACTIONS[0]
REVIEW = "action-workflow-action"
APPROVE = "approve"
_COMMENT = "kogu_review_comment"


def pop_action(request):
    """Remember what the editor asked for, and let Wagtail only save."""
    for action in (*ACTIONS, REVIEW):
        if request.method == "POST" and action in request.POST:
            request.kogu_action = action
            request.POST = request.POST.copy()
            del request.POST[action]


def may_act(user, action, instance):
    """Whether the user may do this with the item as it stands."""
    lock = instance.get_lock()
    if lock and lock.for_user(user):
        return False
    if action == PUBLISH:
        return may_publish(user, instance)
    if action == REVIEW:
        return instance.current_workflow_task is not None
    if action == APPROVE:
        return APPROVE in _reviews(instance, user)
    if not may_edit(user, instance):
        return False
    if isinstance(instance, Page):
        return instance.permissions_for_user(user).can_submit_for_moderation()
    return instance.get_workflow() is not None and not instance.workflow_in_progress


def refuse(request, action):
    """Say that the draft is saved and that nothing else was done with it.

    What was offered when the editor was opened may have been taken back since.
    """
    _drop_saved_message(request)
    if action == REVIEW:
        words = _("The draft is saved. It was neither approved nor sent back: see its review.")
    else:
        words = _("The draft is saved. You may not submit or publish it as it stands now.")
    messages.error(request, words)


def perform_action(request, instance, edit_url):
    """Do what was asked for, or list what is missing; None when nothing was asked."""
    action = getattr(request, "kogu_action", None)
    if action is None:
        return None
    draft = instance.get_latest_revision_as_object()
    _drop_saved_message(request)
    if action == REVIEW:
        return redirect(review(request, instance, draft, edit_url))
    if action != PUBLISH and not _is_reviewed(instance):
        if not may_publish(request.user, instance):
            words = _("The draft is saved, but its review has no steps: ask an administrator.")
            messages.error(request, words)
            return redirect(edit_url)
        action = PUBLISH
    if not list_errors(request, draft):
        if choices(draft):
            return redirect(reason_url(instance, action))
        if warned := warnings(draft):
            _redirect_to_reason(request, action, instance, [one.shown for one in warned])
        else:
            run_action(request, action, instance)
    return redirect(edit_url)


def review(request, instance, draft, edit_url):
    """Approve the saved draft, unless it lacks something, or send it back; where that leads."""
    name = request.POST.get("workflow-action-name")
    if name not in _reviews(instance, request.user):
        refuse(request, REVIEW)
        return edit_url
    if name == APPROVE and list_errors(request, draft):
        return edit_url
    if name == APPROVE and open_choices(instance, draft):
        return ask_before_approval(request, instance, _action_data(request))
    finish_review(request, instance, draft, name, _action_data(request))
    return edit_url


def open_choices(instance, draft):
    """What came up after the draft was submitted: its editor decided about the rest."""
    state = instance.current_workflow_state
    before = (
        instance.revisions.filter(created_at__lte=state.created_at).order_by("created_at").last()
    )
    return choices(draft, before.as_object() if before else None)


def ask_before_approval(request, instance, data):
    """Keep the reviewer's comment until what came up is decided; where that is asked."""
    request.session[_COMMENT] = [instance.pk, data]
    return reason_url(instance, APPROVE)


def finish_review(request, instance, draft, name, data):
    """Take the reviewer's action, and say what happened."""
    task = instance.current_workflow_task
    task.on_action(instance.current_workflow_task_state, request.user, name, **data)
    message_review(request, instance, draft, name)


def message_review(request, instance, draft, name):
    """Say what came of the reviewer's decision, with the way to what readers see now."""
    reviewed = type(instance)._default_manager.get(pk=instance.pk)
    words = _("“%(title)s” is sent back.")
    if name == APPROVE:
        is_published = reviewed.live and not reviewed.has_unpublished_changes
        published = _("“%(title)s” is approved and published.")
        words = published if is_published else _("“%(title)s” is approved.")
    _succeed(request, words, draft, reviewed if name == APPROVE else None)


def _succeed(request, words, draft, public=None):
    """Say what happened, with the way to the page that readers see now."""
    url = public.public_url() if public and public.live else ""
    buttons = [messages.button(url, _("View live"))] if url else []
    messages.success(request, words % {"title": draft}, buttons=buttons)


def _action_data(request):
    """What the reviewer said besides, usually a comment."""
    try:
        data = json.loads(request.POST.get("workflow-action-extra-data") or "{}")
    except ValueError:
        return {}
    return data if isinstance(data, dict) else {}


def _reviews(instance, user):
    """Names of what the user may do in the item's review."""
    task = instance.current_workflow_task
    return {name for name, _label, _modal in task.get_actions(instance, user)} if task else set()


def _is_reviewed(instance):
    """Whether the review has steps; without any Wagtail publishes as the submitter, or fails."""
    workflow = instance.get_workflow()
    return workflow is not None and workflow.tasks.exists()


def list_errors(request, draft):
    """Say what must be corrected; whether there is anything."""
    errors = [problem for problem in problems(draft) if not problem.is_warning]
    if errors:
        messages.error(request, _("The draft is saved. Before it can go on, please correct:"))
    for problem in errors:
        messages.error(request, _error_message(problem))
    return bool(errors)


def _error_message(problem):
    """One point to correct; `missing.js` makes a button of the field's name."""
    words = '<span data-kogu-field="{}">{}</span>: {}'
    return format_html(words, problem.field, problem.label, problem.message)


def run_action(request, action, instance):
    """Publish, submit, or approve."""
    if action == APPROVE:
        pk, data = request.session.pop(_COMMENT, (None, {}))
        draft = instance.get_latest_revision_as_object()
        finish_review(request, instance, draft, APPROVE, data if pk == instance.pk else {})
        return
    if action == PUBLISH:
        revision = instance.get_latest_revision()
        draft = revision.as_object()
        revision.publish(user=request.user)
        revision.refresh_from_db()
        if revision.approved_go_live_at:
            words = _("“%(title)s” will be published at the moment you set.")
        else:
            words = _("“%(title)s” is published.")
        _succeed(request, words, draft, type(instance)._default_manager.get(pk=instance.pk))
        return
    state = instance.current_workflow_state
    if action == "action-restart-workflow" and state:
        state.cancel(user=request.user)
        state = None
    if state and state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        state.resume(request.user)
    else:
        instance.get_workflow().start(instance, request.user)
    words = _("“%(title)s” was submitted for review.")
    messages.success(request, words % {"title": instance.get_latest_revision_as_object()})


def _drop_saved_message(request):
    """The saved-draft message of the step in between says too little."""
    list(messages.messages.get_messages(request))


def reason_url(instance, action):
    """The screen on which its editor decides, and gives the reason for what is doubtful."""
    names = instance._meta.app_label, instance._meta.model_name
    return reverse("kogu_editorial_reason", args=[*names, instance.pk, action])


def _redirect_to_reason(request, action, instance, warned):
    """Lead to the screen that asks for the reason."""
    for problem in warned:
        messages.warning(request, _error_message(problem))
    url = reason_url(instance, action)
    words = _("Publish anyway…") if action == PUBLISH else _("Submit anyway…")
    messages.warning(
        request,
        _("The draft is saved. Correct what is doubtful, or say why it is right."),
        buttons=[messages.button(url, words)],
    )
