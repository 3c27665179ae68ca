"""Unsafe requests of staff run inside a public change."""

from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from typing import Any

import wagtail.admin.auth
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import NoReverseMatch, Resolver404, resolve, reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language, override

from kogu.delivery.changes import public_change
from kogu.patches import replace

_SAFE = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
_INTEGRATIONS = "/api/v3-preview/"


class PublicChangeMiddleware:
    """Whatever staff do takes effect whole or not at all, and the public's view follows.

    An answer of 400 and above takes everything back; so does Wagtail's refusal,
    which looks like a success because it redirects with a message.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        _note_refusals()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not self._may_change(request):
            return self.get_response(request)
        _receive(request)
        request.is_committed = False  # type: ignore[attr-defined]  # a mark of ours
        with public_change():
            response = self.get_response(request)
            if response.status_code >= 400 or getattr(request, "was_refused", False):
                transaction.set_rollback(True)
            is_rolled_back = transaction.get_rollback()
        request.is_committed = not is_rolled_back  # type: ignore[attr-defined]  # a mark of ours
        return response

    def _may_change(self, request: HttpRequest) -> bool:
        """Whoever signs in changes nothing public; hashing a password would hold the database.

        So do views that only read what was sent, and say so.
        """
        if request.method in _SAFE or getattr(request, "changes_nothing_public", False):
            return False
        return request.path.startswith(self._changing) and not _only_reads(request)

    @cached_property
    def _changing(self) -> tuple[str, ...]:
        try:
            return (reverse("wagtailadmin_home"), _INTEGRATIONS)
        except NoReverseMatch:
            return (_INTEGRATIONS,)


def _only_reads(request: HttpRequest) -> bool:
    with suppress(Resolver404):
        view = getattr(resolve(request.path_info).func, "view_class", None)
        return bool(getattr(view, "changes_nothing_public", False))
    return False


def _receive(request: HttpRequest) -> None:
    """Takes the whole upload in before the transaction begins to hold the database.

    The user's language too, in which it is said when the transaction cannot begin.
    """
    getattr(getattr(request, "user", None), "wagtail_userprofile", None)
    _ = request.POST


def _language_of(user: Any) -> str | None:
    profile = getattr(user, "wagtail_userprofile", None)
    return profile.get_preferred_language() if profile else get_language()


def _note_refusals() -> None:
    """Makes Wagtail's `permission_denied` leave a note on the request.

    And speak the user's language, which Wagtail has left by then for the browser's.
    """
    original = wagtail.admin.auth.permission_denied
    if getattr(original, "leaves_note", False):
        return

    @wraps(original)
    def permission_denied(request: HttpRequest) -> HttpResponse:
        request.was_refused = True  # type: ignore[attr-defined]  # a mark of ours
        with override(_language_of(getattr(request, "user", None))):
            response: HttpResponse = original(request)
            return response

    permission_denied.leaves_note = True  # type: ignore[attr-defined]  # a mark of ours
    replace(wagtail.admin.auth, "permission_denied", permission_denied)
