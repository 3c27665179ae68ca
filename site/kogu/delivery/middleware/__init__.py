"""What stands around every request: front servers, clock, changes, headers."""

from kogu.delivery.conditional import conditional, mark_public

from .clock import ClockMiddleware
from .forwarded import ForwardedMiddleware
from .headers import SecurityHeadersMiddleware
from .public_change import PublicChangeMiddleware

__all__ = [
    "ClockMiddleware",
    "ForwardedMiddleware",
    "PublicChangeMiddleware",
    "SecurityHeadersMiddleware",
    "conditional",
    "mark_public",
]
