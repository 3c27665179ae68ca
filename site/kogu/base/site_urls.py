"""Absolute addresses come from the site's settings, never from the request."""

from django.conf import settings


def absolute(path):
    """The full address of a path on this site; full addresses stay as they are."""
    if not path or "://" in path:
        return path
    return f"{settings.SITE_URL}{path}"
