"""What somebody locked is neither taken from the public nor deleted by others.

Wagtail heeds the lock where items are edited, and pages where they are unpublished;
`PagePermissions` heeds it where pages are published and deleted.
"""

from functools import wraps

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from wagtail.admin import messages
from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.admin.views.pages.delete import DeleteView
from wagtail.locks import BasicLock
from wagtail.models import LockableMixin, Page

from kogu.content.permissions import PagePermissions
from kogu.patches import wrap

# Actions of the admin's API that change a page and ask for nothing but the right to edit.
_EDITING = {"convert_alias", "revert_to_page_revision"}


def refuse_locked(request, instances):
    """Says who holds the key, and goes no further."""
    for instance in instances:
        lock = instance.get_lock() if isinstance(instance, LockableMixin) else None
        if isinstance(lock, BasicLock) and lock.for_user(request.user):
            if words := lock.get_message(request.user):
                messages.warning(request, words)
            raise PermissionDenied


def enforce_locks():
    """Wagtail's views that look at no lock, or do not say whose it is."""
    wrap(DeleteView, "dispatch", _saying_who_locked)
    wrap(PagesAdminAPIViewSet, "action_view", _refusing_locked)


def _saying_who_locked(stock):
    @wraps(stock)
    def dispatch(self, request, page_id, *args, **kwargs):
        rights = get_object_or_404(Page, pk=page_id).permissions_for_user(request.user)
        if isinstance(rights, PagePermissions) and rights.may_delete_unlocked():
            refuse_locked(request, rights.locked_for_user())
        return stock(self, request, page_id, *args, **kwargs)

    return dispatch


def _refusing_locked(stock):
    @wraps(stock)
    def action_view(self, request, pk, action_name):
        page = Page.objects.filter(pk=pk, locked=True).first()
        if page and action_name in _EDITING and BasicLock(page).for_user(request.user):
            raise PermissionDenied
        return stock(self, request, pk, action_name)

    return action_view
