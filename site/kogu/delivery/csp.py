"""Which scripts, styles and pictures a page may load: nothing foreign, nothing inline."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from urllib.parse import urlsplit

from django.conf import settings
from django.core.files.storage import storages
from django.http import HttpRequest
from django.utils.crypto import salted_hmac


def _policy(**sources: str) -> str:
    return "; ".join(f"{name.replace('_', '-')} {value}" for name, value in sources.items())


@cache
def media_origin() -> str:
    """Where public pictures lie when not on this site: the origin of a bucket; else empty."""
    parts = urlsplit(storages["public"].url("x"))
    origin = f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
    return "" if origin == settings.SITE_URL else origin


@cache
def public_policy(ancestors: str = "'none'") -> str:
    """Nothing of a public page comes from elsewhere, and nothing in it is inline."""
    pictures = f"'self' {media_origin()}".strip()
    return _policy(
        default_src="'none'",
        img_src=pictures,
        style_src="'self'",
        script_src="'self'",
        font_src="'self'",
        media_src=pictures,
        connect_src="'self'",
        manifest_src="'self'",
        form_action="'self'",
        base_uri="'none'",
        frame_ancestors=ancestors,
    )


def preview_policy() -> str:
    """A draft is shown as a public page would be, but in a frame of the editor."""
    return public_policy(ancestors="'self'")


_nonce: ContextVar[str] = ContextVar("kogu_csp_nonce", default="")


def nonce() -> str:
    """The nonce of the present request for inline scripts of Wagtail's editor."""
    return _nonce.get()


@contextmanager
def nonce_for(request: HttpRequest) -> Iterator[None]:
    """Within, templates know the nonce of this reader's session.

    The editor puts pieces of later answers into a page loaded earlier, so the
    nonce lasts as long as the session; stored text cannot know it.
    """
    token = _nonce.set(_make(request))
    try:
        yield
    finally:
        _nonce.reset(token)


def admin_policy() -> str:
    """The editor sets styles in script, shows uploads before they are sent, and frames previews."""
    return _policy(
        default_src="'none'",
        img_src=f"'self' data: blob: {media_origin()}".strip(),
        style_src="'self' 'unsafe-inline'",
        script_src=f"'self' 'nonce-{nonce()}'",
        font_src="'self' data:",
        media_src="'self' blob:",
        connect_src="'self'",
        frame_src="'self'",
        worker_src="'self' blob:",
        manifest_src="'self'",
        form_action="'self'",
        base_uri="'self'",
        frame_ancestors="'self'",
    )


def _make(request: HttpRequest) -> str:
    key = request.COOKIES.get(settings.SESSION_COOKIE_NAME)
    if not key:
        return secrets.token_urlsafe(24)
    return salted_hmac("kogu.delivery.csp", key, algorithm="sha256").hexdigest()[:40]
