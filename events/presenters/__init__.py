"""Presenters and views of events and calendars."""

from . import calendar, event, json_ld

__all__ = ["calendar", "event", "json_ld"]
