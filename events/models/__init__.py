"""The calendar, its events and their occurrences."""

from .calendar import EventIndexPage
from .event import EventPage
from .occurrences import Occurrence, public_id_of
from .relations import NewsEvent
from .rows import EventMaterial, EventSession, EventSpeaker

__all__ = [
    "EventIndexPage",
    "EventMaterial",
    "EventPage",
    "EventSession",
    "EventSpeaker",
    "NewsEvent",
    "Occurrence",
    "public_id_of",
]
