"""Dates of events in words."""

import datetime as dt

from babel.dates import get_timezone_name
from django.conf import settings
from django.utils.translation import gettext as _

from kogu.language.formats import (
    format_closing,
    format_loose,
    format_span,
    format_time,
    format_weekday,
)
from kogu.presenting.card_views import When

from .zones import zone_of


def when_text(span, zone_name, language, *, all_day=False):
    """From when to when, naming the zone where its clocks differ from the organisation's."""
    text, beside_day = (
        format_span(
            span.starts_at, span.ends_at, zone_name, language, all_day=all_day, beside_day=beside
        )
        for beside in (False, True)
    )
    there = span.starts_at.astimezone(zone_of(zone_name))
    if all_day:
        return When(text, there.date().isoformat(), beside_day)
    if zone := zone_text(span.starts_at, zone_name, language):
        text, beside_day = f"{text} ({zone})", f"{beside_day} ({zone})"
    return When(text, there.isoformat(timespec="minutes"), beside_day)


def zone_text(moment, zone_name, language):
    """The zone's name, if its clocks show another time than the organisation's."""
    there = moment.astimezone(zone_of(zone_name))
    if there.utcoffset() == moment.astimezone(zone_of(settings.TIME_ZONE)).utcoffset():
        return ""
    return get_timezone_name(there, locale=language)


def period_text(period, language):
    """The period in which a date will fall: "spring 2027, date to be announced"."""
    said = dict.fromkeys(format_loose(day, known, language) for day, known in period if day)
    if not said:
        return _("Date to be announced")
    return _("%(period)s, date to be announced") % {"period": " – ".join(said)}


def period_when(stored, language):
    """A period kept on a card, in words; `stored` holds days as text, each with its precision."""
    period = [(dt.date.fromisoformat(day), known) for day, known in stored]
    first, known = period[0]
    iso = {"day": first.isoformat(), "month": f"{first:%Y-%m}"}.get(known, f"{first:%Y}")
    return When(period_text(period, language), iso)


def moment_text(moment, zone_name, language, *, all_day=False):
    """One moment on the clocks of a place."""
    there = moment.astimezone(zone_of(zone_name))
    if all_day:
        return When(format_weekday(there.date(), language), there.date().isoformat())
    text = format_span(moment, None, zone_name, language)
    return When(text, there.isoformat(timespec="minutes"))


def location_text(name, room, address):
    """Where something is in one line: venue, room and address, each once."""
    parts = (", ".join(part.splitlines()) for part in (name, room, address) if part)
    return ", ".join(dict.fromkeys(parts))


def session_text(session, page, language):
    """When a session is: its clock times, with the day where the event has several."""
    day = session.day or _first_day(page)
    zone = page.zone_name
    there = zone_of(zone)
    times = [
        said(dt.datetime.combine(day or dt.date(2000, 1, 1), time, there), zone, language)
        for said, time in ((format_time, session.starts), (format_closing, session.ends))
        if time is not None
    ]
    clock = "–".join(times)
    named = format_weekday(session.day, language) if session.day else ""
    text = ", ".join(filter(None, [named, clock]))
    iso = _iso(day, session.starts, there)
    return When(text, iso, clock) if text and iso else None


def session_day(session, page, language):
    """On which day a session is, as the heading of that day's programme."""
    day = session.day or _first_day(page)
    return format_weekday(day, language) if day else ""


def _first_day(page):
    return page.starts_at.astimezone(zone_of(page.time_zone)).date() if page.starts_at else None


def _iso(day, time, there):
    if day and time:
        return dt.datetime.combine(day, time, there).isoformat(timespec="minutes")
    if time:
        return time.isoformat(timespec="minutes")
    return day.isoformat() if day else ""
