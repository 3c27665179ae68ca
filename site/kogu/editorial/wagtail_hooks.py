"""Where the editorial room meets Wagtail's admin."""

from django.contrib.admin.utils import quote
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from wagtail import hooks
from wagtail.models import WorkflowMixin
from wagtail.permissions import policy_registry

from .handing_in import carry_out, take_out


@hooks.register("before_edit_page")
def before_editing(request, page):
    """Save first."""
    take_out(request)


@hooks.register("before_create_page")
def before_creating(request, parent, page_class):
    """Save first."""
    take_out(request)


@hooks.register("after_edit_page")
@hooks.register("after_create_page")
def after_saving(request, page):
    """Then check, then act; who may not publish is refused as ever."""
    asked = getattr(request, "kogu_asked", None)
    if asked == "action-publish" and not page.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    if asked and asked != "action-publish":
        page = type(page).objects.get(pk=page.pk)
        if not page.permissions_for_user(request.user).can_submit_for_moderation():
            raise PermissionDenied
    return carry_out(request, page, reverse("wagtailadmin_pages:edit", args=[page.pk]))


@hooks.register("before_edit_snippet")
def before_editing_snippet(request, snippet):
    """Save first."""
    if isinstance(snippet, WorkflowMixin):
        take_out(request)


@hooks.register("before_create_snippet")
def before_creating_snippet(request, model):
    """Save first."""
    if issubclass(model, WorkflowMixin):
        take_out(request)


@hooks.register("after_edit_snippet")
@hooks.register("after_create_snippet")
def after_saving_snippet(request, snippet):
    """Then check, then act."""
    asked = getattr(request, "kogu_asked", None)
    if asked is None:
        return None
    policy = policy_registry.get_by_type(type(snippet))
    if asked == "action-publish" and not policy.user_has_permission(request.user, "publish"):
        raise PermissionDenied
    edit_url = snippet.snippet_viewset.get_url_name("edit")
    return carry_out(request, snippet, reverse(edit_url, args=[quote(snippet.pk)]))
