"""The headers that protect readers and staff, and the rule of who may store an answer."""

import logging
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import NoReverseMatch, reverse
from django.utils.functional import cached_property

from kogu.delivery import csp
from kogu.delivery.conditional import is_public

logger = logging.getLogger(__name__)

PERMISSIONS = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer", "browsing-topics", "camera", "display-capture", "geolocation",
        "gyroscope", "magnetometer", "microphone", "midi", "payment", "usb",
    )
)  # fmt: skip
# All that a reader's cache needs to learn from "not modified".
_OF_304 = {
    *("cache-control", "etag", "last-modified", "vary"),
    # What a browser keeps of the former answer says nothing of this request.
    *("access-control-allow-origin", "access-control-expose-headers"),
    *("ratelimit", "ratelimit-policy"),
}
_ONE_YEAR = "max-age=31536000"
# What other sites' programs and pages may use: the API and public files.
_SHARED = ("/api/", settings.MEDIA_URL, settings.STATIC_URL)


class SecurityHeadersMiddleware:
    """Gives every answer its protection; what was not marked public may be stored by nobody.

    Stands first, so that it speaks last: nothing adds to a 304 after it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        is_admin = bool(self._admin) and request.path.startswith(self._admin)
        with csp.nonce_for(request):
            response = self.get_response(request)
            policy = _policy(request, is_admin)
        if request.method == "HEAD" and not response.streaming:
            response.content = b""  # its length is told already
        if response.status_code == 304:
            _remove_headers_not_of_304(response)
            return response
        _forbid_storing_private(response)
        shared = request.path.startswith(_SHARED)
        response.setdefault("Content-Security-Policy", policy)
        response.setdefault(
            "Cross-Origin-Resource-Policy", "cross-origin" if shared else "same-origin"
        )
        # A bucket does not say that its pictures may be embedded; they come without credentials.
        embedding = "credentialless" if csp.media_origin() else "require-corp"
        response.setdefault("Cross-Origin-Embedder-Policy", embedding)
        response.setdefault("Permissions-Policy", PERMISSIONS)
        if is_admin:
            response["X-Frame-Options"] = "SAMEORIGIN"
        if not request.is_secure():
            # TLS may end in a front server that says nothing; browsers heed this over TLS only.
            response.setdefault("Strict-Transport-Security", _ONE_YEAR)
        return response

    @cached_property
    def _admin(self) -> str:
        try:
            return reverse("wagtailadmin_home")
        except NoReverseMatch:
            return ""


def _policy(request: HttpRequest, is_admin: bool) -> str:
    """Wagtail sends a preview through all middleware first, as a request to the public address."""
    if getattr(request, "is_dummy", False):
        return csp.preview_policy()
    return csp.admin_policy() if is_admin else csp.public_policy()


def _remove_headers_not_of_304(response: HttpResponse) -> None:
    for name in list(response.headers):
        if name.lower() not in _OF_304:
            del response[name]


def _forbid_storing_private(response: HttpResponse) -> None:
    """An answer that depends on a cookie was marked public by mistake: it is not stored."""
    if not is_public(response):
        response.setdefault("Cache-Control", "private, no-store")
    elif "cookie" in response.get("Vary", "").lower() or response.cookies:
        logger.error("An answer marked public looked at a cookie or set one; it is not stored")
        response["Cache-Control"] = "private, no-store"
        del response["ETag"]
