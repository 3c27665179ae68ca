"""When an item happens, reckoned in days and moments.

A timed event belongs to the days of the organisation's zone; an event that
lasts whole days belongs to its own calendar days, wherever it takes place.
"""

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.conf import settings

from .zones import day_of, midnight, zone_of

ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Span:
    """From when to when; `over_at` is the moment from which it is past.

    `starts_at` is missing while the date is to be announced, `ends_at` where
    the end is open.
    """

    starts_at: dt.datetime | None
    ends_at: dt.datetime | None
    sorts_at: dt.datetime
    over_at: dt.datetime
    first_day: dt.date
    last_day: dt.date


def timed(starts_at, ends_at, zone_name):
    """An event by the clock; with an open end it lasts until its day is over where it is held."""
    there = zone_of(zone_name)
    over_at = ends_at or midnight(day_of(starts_at, there) + ONE_DAY, there)
    home = ZoneInfo(settings.TIME_ZONE)
    first_day = day_of(starts_at, home)
    last_day = day_of(over_at - dt.timedelta(microseconds=1), home) if ends_at else first_day
    return Span(starts_at, ends_at, starts_at, over_at, first_day, max(first_day, last_day))


def whole_days(starts_at, ends_at, zone_name):
    """An event of whole days, the last one included, whatever the clock times say."""
    there = zone_of(zone_name)
    first_day = day_of(starts_at, there)
    last_day = max(first_day, day_of(ends_at, there)) if ends_at else first_day
    start, end = midnight(first_day, there), midnight(last_day + ONE_DAY, there)
    return Span(start, end, start, end, first_day, last_day)


def loose(first, last, zone_name):
    """A period in which an event will fall, while its date is to be announced."""
    there = zone_of(zone_name)
    start, end = midnight(first, there), midnight(last + ONE_DAY, there)
    return Span(None, None, start, end, first, last)
