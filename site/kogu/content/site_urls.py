"""Addresses: absolute ones come from the site's settings, and stored ones lead nowhere unsafe."""

import re

from django.conf import settings

# No blanks within: a browser drops them before it looks at the scheme.
_SAFE = re.compile(
    r"(?:https?://[^/\\\s]|mailto:|tel:|/(?![/\\]))[^\s\x00-\x1f\x7f]*", re.IGNORECASE
)


def absolute(path):
    """The full address of a path on this site; other addresses stay as they are."""
    if not path or not path.startswith("/"):
        return path
    return f"{settings.SITE_URL}{path}"


def safe_url(address):
    """A stored address as a link may carry it; nothing where it might be a script or trick."""
    address = (address or "").strip()
    return address if _SAFE.fullmatch(address) else ""


def with_query_of(request, url):
    """Where a former address leads, with all that was asked of it."""
    query = request.META.get("QUERY_STRING", "")
    if not query:
        return url
    address, hash_sign, part = url.partition("#")
    return f"{address}{'&' if '?' in address else '?'}{query}{hash_sign}{part}"
