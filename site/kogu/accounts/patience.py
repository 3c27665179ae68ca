"""Passwords are not guessed without end: neither by one reader, nor of one person by many."""

import hashlib
import logging

from django.core.cache import cache
from django.http import HttpResponse
from django.utils.translation import gettext as _

from kogu.delivery.readers import reader_of

log = logging.getLogger(__name__)

DOORS = frozenset(
    {
        *("wagtailadmin_login", "wagtailcore_login"),
        *("wagtailcore_authenticate_with_password", "wagtaildocs_authenticate_with_password"),
    }
)
# Here every asking counts, since the answer is always the same.
ASKED = frozenset({"wagtailadmin_password_reset"})
SECONDS = 900
OF_ONE_READER = 20
FOR_ONE_PERSON = 50
TOO_MANY = 429
PLAIN = "text/plain; charset=utf-8"


class PatienceMiddleware:
    """After too many wrong passwords the doors stay shut for a quarter of an hour."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        """A door that shows its form again was given a wrong password."""
        response = self.get_response(request)
        if _is_tried(request, ASKED) or (_is_tried(request) and response.status_code == 200):
            for key, _most in _counts(request):
                _add(key)
        return response

    def process_view(self, request, view, args, kwargs):
        """Nothing is looked up for who has guessed too often."""
        if _is_tried(request, DOORS | ASKED) and any(
            _tries(key) >= most for key, most in _counts(request)
        ):
            log.warning("Too many wrong passwords at %s", request.resolver_match.url_name)
            message = _("Too many wrong passwords. Wait a quarter of an hour and try again.")
            response = HttpResponse(message, status=TOO_MANY, content_type=PLAIN)
            response["Retry-After"] = str(SECONDS)
            return response
        return None


def _is_tried(request, doors=DOORS):
    match = getattr(request, "resolver_match", None)
    return request.method == "POST" and match is not None and match.url_name in doors


def _counts(request):
    """What is counted, and how far."""
    reader = reader_of(request) or request.META.get("REMOTE_ADDR", "")
    yield _key("reader", reader), OF_ONE_READER
    name = request.POST.get("username") or request.POST.get("email", "")
    if name := name.strip().casefold():
        yield _key("person", name), FOR_ONE_PERSON


def _key(kind, text):
    return f"wrong-password:{kind}:{hashlib.sha256(text.encode()).hexdigest()[:32]}"


def _tries(key):
    try:
        return cache.get(key, 0)
    except Exception:
        log.exception("wrong passwords cannot be counted: nobody is refused")
        return 0


def _add(key):
    try:
        if not cache.add(key, 1, SECONDS):
            cache.incr(key)
    except ValueError:  # it was forgotten in between
        pass
    except Exception:
        log.exception("wrong passwords cannot be counted: nobody is refused")
