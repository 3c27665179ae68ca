"""How much one address may ask in a while, so that nobody takes the API from the others.

Each web process counts in its own memory, where nothing but the end of the window erases a count,
and adds to the database once in a twentieth of what is allowed. Readers who ask little never
write, a heavy one writes twenty times in a window, and processes see one another's counts with
at most a twentieth each missing.
"""

import logging
import threading
import time
from dataclasses import dataclass

from django.conf import settings
from django.db import DatabaseError
from django.db.models import F, Value

from kogu.delivery.client_address import client_address
from kogu.delivery.periodic import every

from .models import RequestCount

log = logging.getLogger(__name__)

PART = 20


@dataclass
class _Count:
    """What all processes had counted at the last look, and what this one counted since."""

    shared: int = 0
    own: int = 0


_lock = threading.Lock()
_counts: dict[str, _Count] = {}
_window = 0


@dataclass(frozen=True)
class Allowance:
    """What one address may still ask within the present window; below zero it is refused."""

    left: int
    # Until the window ends.
    seconds: int

    @property
    def is_spent(self):
        """Whether this request is one too many."""
        return self.left < 0

    def label(self, response):
        """Tells it by the headers of draft-ietf-httpapi-ratelimit-headers."""
        most, seconds = settings.KOGU_API_REQUESTS, settings.KOGU_API_SECONDS
        response["RateLimit-Policy"] = f'"api";q={most};w={seconds}'
        response["RateLimit"] = f'"api";r={max(self.left, 0)};t={self.seconds}'


def allowance(request, *, is_counted=True):
    """What is left to the reader after this request; all of it to programs of this machine."""
    reader = client_address(request)
    seconds, most = settings.KOGU_API_SECONDS, settings.KOGU_API_REQUESTS
    window, elapsed = divmod(int(time.time()), seconds)
    if not reader:
        return Allowance(most, seconds - elapsed)
    if not is_counted:
        return Allowance(most - _number(reader, window), seconds - elapsed)
    count, number = _added(reader, window)
    if count.own >= max(most // PART, 1) and count.shared <= most:
        number += _share(reader, window, count)
    return Allowance(most - number, seconds - elapsed)


def clear_counts():
    """Forgets what this process counted."""
    with _lock:
        _counts.clear()


def _number(reader, window):
    """How many requests of the reader are counted already."""
    with _lock:
        count = _counts.get(reader) if window == _window else None
        return count.shared + count.own if count else 0


def _added(reader, window):
    """The reader's count, and this request's number in it."""
    global _window
    with _lock:
        if window != _window:
            _counts.clear()
            _window = window
        count = _counts.setdefault(reader, _Count())
        count.own += 1
        return count, count.shared + count.own


def _share(reader, window, count):
    """Adds what was counted here to the database; how many more others counted."""
    with _lock:
        own, count.own = count.own, 0
        count.shared += own
    try:
        RequestCount.objects.bulk_create(
            [RequestCount(reader=reader, window=window)], ignore_conflicts=True
        )
        row = RequestCount.objects.filter(reader=reader, window=window)
        row.update(requests=F("requests") + Value(own))
        total = row.values_list("requests", flat=True).get()
    except DatabaseError:
        log.exception("the API's requests cannot be counted together, only in each process")
        return 0
    with _lock:
        others = max(total - count.shared, 0)
        count.shared += others
    return others


@every(3600)
def clear_request_counts():
    """Deletes counts of windows that ended."""
    window = int(time.time()) // settings.KOGU_API_SECONDS
    return RequestCount.objects.filter(window__lt=window).delete()[0]
