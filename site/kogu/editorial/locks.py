"""What somebody locked is neither taken from the public nor deleted by others.

Wagtail heeds the lock where things are edited, and pages where they are unpublished.
"""

from django.core.exceptions import PermissionDenied
from wagtail.admin import messages
from wagtail.locks import BasicLock
from wagtail.models import LockableMixin


def refuse_locked(request, things):
    """Says who holds the key, and goes no further."""
    for thing in things:
        lock = thing.get_lock() if isinstance(thing, LockableMixin) else None
        if isinstance(lock, BasicLock) and lock.for_user(request.user):
            if words := lock.get_message(request.user):
                messages.warning(request, words)
            raise PermissionDenied
