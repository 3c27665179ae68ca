"""Uploads are received and cleaned before the request's transaction begins."""

import errno
from contextlib import suppress

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _

from .uploads import clean_upload

PICTURE_NAMESPACES = {"wagtailimages", "wagtailimages_chooser"}
NO_ROOM = {errno.ENOSPC, errno.EDQUOT}


class UploadMiddleware:
    """Reads what staff send, slow as their line may be, while nobody waits for a lock.

    Pictures are cleaned here too; what is wrong with them is said later, by the form.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        """Passes the request on once its uploads have arrived."""
        if request.method == "POST" and _is_staff(request.user):
            try:
                _receive(request)
            except OSError as problem:
                if problem.errno not in NO_ROOM:
                    raise
                return _no_room()
        return self.get_response(request)

    def process_exception(self, request, exception):
        """A full disk is said in words, and takes back what the request has begun."""
        if isinstance(exception, OSError) and exception.errno in NO_ROOM:
            return _no_room()
        return None


def _receive(request):
    uploads = list(request.FILES.values())
    if uploads and _is_for_pictures(request):
        for upload in uploads:
            with suppress(ValidationError):
                clean_upload(upload)


def _is_staff(user):
    return user.is_authenticated and user.has_perm("wagtailadmin.access_admin")


def _is_for_pictures(request):
    try:
        return bool(PICTURE_NAMESPACES & set(resolve(request.path_info).namespaces))
    except Resolver404:
        return False


def _no_room():
    message = _("There is no room left for this file. Nothing was saved; tell your administrator.")
    return HttpResponse(message, content_type="text/plain; charset=utf-8", status=507)
