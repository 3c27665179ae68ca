"""What stands around every request: the clock, public changes, headers, former addresses."""

from kogu.delivery.conditional import conditional, mark_public

from .changing import PublicChangeMiddleware
from .clock import ClockMiddleware
from .former import FormerAddressMiddleware
from .headers import SecurityHeadersMiddleware

__all__ = [
    "ClockMiddleware",
    "FormerAddressMiddleware",
    "PublicChangeMiddleware",
    "SecurityHeadersMiddleware",
    "conditional",
    "mark_public",
]
