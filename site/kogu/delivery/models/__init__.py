"""What the delivery app remembers: the clock, changes, tags, addresses, outbox and jobs."""

from .addresses import PastAddress
from .clock import Change, Clock, Tag
from .jobs import JobLease, Slot
from .outbox import Outbox

__all__ = ["Change", "Clock", "JobLease", "Outbox", "PastAddress", "Slot", "Tag"]
