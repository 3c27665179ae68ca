"""Turns EMAIL_URL into Django's mailer settings."""

from urllib.parse import unquote, urlsplit


def mailers(url):
    """Everything that sends writes to the outbox; the worker delivers by what the URL says."""
    return {
        "default": {"BACKEND": "kogu.delivery.mail.OutboxBackend"},
        "delivery": _transport(url),
    }


def _transport(url):
    """A mailer for `smtp:`, `smtp+tls:`, `smtp+ssl:`, or the console when empty."""
    if not url:
        return {"BACKEND": "django.core.mail.backends.console.EmailBackend"}
    parts = urlsplit(url)
    if parts.scheme not in {"smtp", "smtp+tls", "smtp+ssl"} or not parts.hostname:
        raise ValueError(
            "EMAIL_URL must look like smtp+tls://user:password@host:587 "
            f"(smtp, smtp+tls or smtp+ssl), not {parts.scheme}://"
        )
    return {
        "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "OPTIONS": {
            "host": parts.hostname,
            "port": parts.port or (465 if parts.scheme == "smtp+ssl" else 587),
            "username": unquote(parts.username or ""),
            "password": unquote(parts.password or ""),
            "use_tls": parts.scheme == "smtp+tls",
            "use_ssl": parts.scheme == "smtp+ssl",
            "timeout": 20,
        },
    }
