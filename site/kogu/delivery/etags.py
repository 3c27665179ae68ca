"""What an answer's ETag says: release, address, tick, and until when it holds."""

import datetime as dt
import hashlib
from operator import itemgetter
from urllib.parse import parse_qsl, urlencode

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from . import clock
from .release import release

# What campaigns add to addresses, and no page listens to.
_NOISE_PREFIXES = ("utm_",)
_NOISE = frozenset({"fbclid", "gclid", "igshid", "mc_cid", "mc_eid", "msclkid", "yclid"})


def canonical(request: HttpRequest) -> str:
    """The address without the marks of campaigns, its parameters by name.

    Of one that is given twice the last is heeded, so that these keep their order.
    """
    query = request.META.get("QUERY_STRING", "")
    if not query:
        return request.path
    kept = [
        (name, value)
        for name, value in parse_qsl(query, keep_blank_values=True)
        if name not in _NOISE and not name.startswith(_NOISE_PREFIXES)
    ]
    kept.sort(key=itemgetter(0))
    return request.path + (f"?{urlencode(kept)}" if kept else "")


class EntityTag:
    """What the ETag of the answer at an address begins with, at the present tick."""

    def __init__(self, request: HttpRequest) -> None:
        self.reading = clock.reading()
        self.now = timezone.now()
        text = f"{release()}\n{settings.SITE_URL}\n{canonical(request)}"
        prefix = hashlib.sha256(text.encode()).hexdigest()[:20]
        self._begins = f"{prefix}-{self.reading.tick}-"

    def etag(self, until: dt.datetime | None) -> str:
        """Readable: a later request learns from it until when the answer holds.

        Weak, since the same answer may be sent compressed or not.
        """
        return f'W/"{self._begins}{int(until.timestamp()) if until else 0}"'

    def held_by(self, request: HttpRequest) -> str | None:
        """The tag the reader brings, if what it stands for is still the answer."""
        for part in request.headers.get("If-None-Match", "").split(","):
            tag = part.strip().removeprefix("W/").strip('"')
            end = tag.removeprefix(self._begins)
            if tag.startswith(self._begins) and end.isdecimal() and self._holds(int(end)):
                return f'W/"{tag}"'
        return None

    def _holds(self, end: int) -> bool:
        return end == 0 or self.now.timestamp() < end

    @property
    def last_modified(self) -> int:
        """The tick's second; one less while it lasts, as another tick may fall into it."""
        second = int(self.reading.moved_at.timestamp())
        return second - (int(self.now.timestamp()) <= second)
