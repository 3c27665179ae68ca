"""How much one address may ask in a while, so that nobody takes the API from the others."""

import ipaddress
import logging
import time

from django.conf import settings
from django.core.cache import cache

log = logging.getLogger(__name__)


def seconds_to_wait(request):
    """How long the reader must wait; 0 while there were not too many requests."""
    reader = _reader(request)
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


def _reader(request):
    """Whose request it is: a public address, or the one that a front server near us names.

    Programs on this machine and in its own network are not limited. A network
    of the new kind gives one reader countless addresses: they count as one.
    """
    address = _address(request.META.get("REMOTE_ADDR", ""))
    if address is None or not address.is_global:
        named = request.headers.get("X-Forwarded-For", "").rpartition(",")[2]
        address = _address(named)
    if address is None:
        return ""
    if address.version == 6:
        return str(ipaddress.ip_network((address, 64), strict=False))
    return str(address)


def _address(text):
    try:
        address = ipaddress.ip_address(text.strip())
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address
