"""Uploads are received and cleaned before the request's transaction begins."""

import logging
from contextlib import suppress

from django.core.exceptions import ValidationError
from django.urls import Resolver404, resolve

from .storage import saved_files
from .uploads import clean_upload

log = logging.getLogger(__name__)

PICTURE_NAMESPACES = {"wagtailimages", "wagtailimages_chooser"}


class UploadMiddleware:
    """Reads what staff send, slow as their line may be, while nobody waits for a lock.

    Pictures are cleaned here too; what is wrong with them is said later, by the form.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        """Passes the request on once its uploads have arrived."""
        if request.method == "POST" and _is_staff(request.user):
            _receive(request)
        with saved_files() as saved:
            response = self.get_response(request)
        if not getattr(request, "is_committed", True):
            _delete(saved)
        return response


def _receive(request):
    uploads = list(request.FILES.values())
    if uploads and _is_for_pictures(request):
        for upload in uploads:
            with suppress(ValidationError):
                clean_upload(upload)


def _delete(saved):
    """The rows that named these files were rolled back."""
    for storage, name in saved:
        try:
            storage.delete(name)
        except OSError:
            log.exception("A file without its row is left until it is swept: %s", name)


def _is_staff(user):
    return user.is_authenticated and user.has_perm("wagtailadmin.access_admin")


def _is_for_pictures(request):
    try:
        return bool(PICTURE_NAMESPACES & set(resolve(request.path_info).namespaces))
    except Resolver404:
        return False
