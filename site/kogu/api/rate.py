"""How much one address may ask in a while, so that nobody takes the API from the others."""

import logging
import time

from django.conf import settings
from django.core.cache import cache

from kogu.delivery.readers import reader_of

log = logging.getLogger(__name__)


def seconds_to_wait(request):
    """How long the reader must wait; 0 while there were not too many requests."""
    reader = reader_of(request)
    if not reader:
        return 0
    window = settings.KOGU_API_SECONDS
    number, elapsed = divmod(int(time.time()), window)
    if _count(f"api-rate:{reader}:{number}", window) <= settings.KOGU_API_REQUESTS:
        return 0
    return window - elapsed


def _count(key, window):
    """This request's number within its window."""
    try:
        if cache.add(key, 1, window):
            return 1
        return cache.incr(key)
    except ValueError:  # it was forgotten in between
        return 1
    except Exception:
        log.exception("requests cannot be counted: nobody is refused")
        return 1
