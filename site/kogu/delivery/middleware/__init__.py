"""What stands around every request: front servers, clock, changes, headers, old addresses."""

from kogu.delivery.conditional import conditional, mark_public

from .changing import PublicChangeMiddleware
from .clock import ClockMiddleware
from .former import FormerAddressMiddleware
from .forwarded import ForwardedMiddleware
from .headers import SecurityHeadersMiddleware

__all__ = [
    "ClockMiddleware",
    "FormerAddressMiddleware",
    "ForwardedMiddleware",
    "PublicChangeMiddleware",
    "SecurityHeadersMiddleware",
    "conditional",
    "mark_public",
]
