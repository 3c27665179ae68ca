"""Handing in and publishing translations: saved first, then checked and asked about as all else."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kogu.delivery.changes import public_change
from kogu.translation import targets
from kogu.translation.views import open_target, refuse_unchangeable

from .edit_views import edit_url
from .submit_actions import PUBLISH, may_act, perform_action, refuse

SUBMIT = "action-submit"


@require_POST
def submit(request, translation_id):
    """Hand the translation in for review, when every word is there."""
    return _go_on(request, translation_id, SUBMIT)


@require_POST
def publish(request, translation_id):
    """Publish the translation without a review, for those who may."""
    return _go_on(request, translation_id, PUBLISH)


@require_POST
def withdraw(request, translation_id):
    """Take the translation back from its review, so that it can be changed."""
    _translation, target = open_target(request, translation_id)
    state = target.current_workflow_state
    if state is None or not state.user_can_cancel(request.user):
        raise PermissionDenied
    with public_change():
        state.cancel(user=request.user)
    messages.success(request, _("The translation is no longer being reviewed."))
    return redirect(edit_url(target))


def stock_publish(request, instance):
    """The stock editor's button that publishes goes our way; None for anything else."""
    if request.method == "POST" and request.POST.get("action") == "publish":
        translation = targets.translation_of(instance)
        if translation is not None:
            return publish(request, translation.pk)
    return None


def _go_on(request, translation_id, action):
    translation, target = open_target(request, translation_id)
    if refuse_unchangeable(request, target):
        return redirect(edit_url(target))
    if action == SUBMIT and target.get_workflow() is None:
        messages.error(request, _("No review is set up for this part of the site."))
        return redirect(edit_url(target))
    with public_change():
        targets.save_draft(translation, request.user)
        fresh = type(target)._default_manager.get(pk=target.pk)
        if may_act(request.user, action, fresh):
            request.kogu_action = action
            return perform_action(request, fresh, edit_url(fresh))
    refuse(request, action)
    return redirect(edit_url(fresh))
