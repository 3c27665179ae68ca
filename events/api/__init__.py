"""Events and their dates in the public API."""

from . import events, occurrences

__all__ = ["events", "occurrences"]
