"""Submitting and publishing in the editor: save first, then check, then act.

Wagtail saves and acts in one step; a refusal would lose what was just written.
So the action is taken out of the form, the draft is saved, and the action
follows when nothing is missing.
"""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.models import WorkflowState

from kogu.base.completeness import problems

ACTIONS = ("action-publish", "action-submit", "action-restart-workflow")


def take_out(request):
    """Remember what the editor asked for, and let Wagtail only save."""
    for action in ACTIONS:
        if request.method == "POST" and action in request.POST:
            request.kogu_asked = action
            request.POST = request.POST.copy()
            del request.POST[action]


def carry_out(request, thing, edit_url):
    """Do what was asked for, or list what is missing; None when nothing was asked."""
    action = getattr(request, "kogu_asked", None)
    if action is None:
        return None
    draft = thing.get_latest_revision_as_object()
    found = problems(draft)
    errors = [problem for problem in found if not problem.is_warning]
    _drop_saved_message(request)
    if errors:
        messages.error(request, _("The draft is saved. Before it can go on, please mend:"))
        for problem in errors:
            messages.error(request, f"{label(draft, problem.field)}: {problem.message}")
        return redirect(edit_url)
    for problem in found:
        messages.warning(request, f"{label(draft, problem.field)}: {problem.message}")
    _do(request, action, thing)
    return redirect(edit_url)


def label(thing, field):
    """What the editor calls a field."""
    names = {f.name: getattr(f, "verbose_name", None) for f in thing._meta.get_fields()}
    words = names.get(field)
    return str(words)[:1].upper() + str(words)[1:] if words else field


def _drop_saved_message(request):
    """The saved-draft message of the step in between says too little."""
    list(messages.get_messages(request))


def _do(request, action, thing):
    if action == "action-publish":
        thing.get_latest_revision().publish(user=request.user)
        messages.success(request, _("“%(title)s” is published.") % {"title": thing})
        return
    state = thing.current_workflow_state
    if action == "action-restart-workflow" and state:
        state.cancel(user=request.user)
        state = None
    if state and state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        state.resume(request.user)
    else:
        thing.get_workflow().start(thing, request.user)
    messages.success(request, _("“%(title)s” was handed in for review.") % {"title": thing})
