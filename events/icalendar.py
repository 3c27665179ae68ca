"""Dates of events as other programs' calendars read them (RFC 5545)."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from icalendar import Calendar, Event, vDuration, vText
from icalendar.prop import vInline

from kogu.language.characters import clean

from .choices import Status

# What calendars know of a date; they know nothing of moved online or put off.
STATES = {Status.CANCELLED: "CANCELLED", Status.POSTPONED: "TENTATIVE"}
# Versions are numbered by the second, from a day that lies before every publication.
FIRST_VERSION = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
EVERY = dt.timedelta(hours=6)
ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Entry:
    """One date; clock times are written in UTC, whole days as days, the last one included."""

    uid: UUID
    host: str
    updated_at: dt.datetime
    starts_at: dt.datetime
    ends_at: dt.datetime | None
    first_day: dt.date
    last_day: dt.date
    all_day: bool
    status: str
    title: str
    locale: str
    description: str
    location: str
    position: tuple[float, float] | None
    url: str


def calendar(name, url, entries):
    """A whole calendar."""
    component = Calendar()
    for key, value in (
        ("version", "2.0"),
        ("prodid", "-//Kogu//Kogu//EN"),
        ("method", "PUBLISH"),
        ("name", text(name)),
        ("x-wr-calname", text(name)),
        ("url", address(url)),
        ("refresh-interval", vDuration(EVERY, {"VALUE": "DURATION"})),
        ("x-published-ttl", vDuration(EVERY)),
    ):
        component.add(key, value)
    for entry in entries:
        component.add_component(_event(entry))
    return component.to_ical(sorted=False).decode()


def _event(entry):
    """One date; what is not known has no property."""
    component = Event()
    for key, value in (
        ("uid", f"{entry.uid}@{entry.host}"),
        ("dtstamp", entry.updated_at),
        ("last-modified", entry.updated_at),
        ("sequence", int((entry.updated_at - FIRST_VERSION).total_seconds())),
        *_span(entry),
        ("status", STATES.get(entry.status, "CONFIRMED")),
        ("summary", text(entry.title, LANGUAGE=entry.locale)),
        ("description", entry.description and text(entry.description)),
        ("location", entry.location and text(entry.location)),
        ("geo", entry.position and vInline("{:.6f};{:.6f}".format(*entry.position))),
        ("url", address(entry.url)),
    ):
        if value not in (None, ""):
            component.add(key, value)
    return component


def _span(entry):
    if entry.all_day:
        return ("dtstart", entry.first_day), ("dtend", entry.last_day + ONE_DAY)
    ends_at = entry.ends_at if entry.ends_at and entry.ends_at > entry.starts_at else None
    # A moment in UTC needs no rules of a zone.
    return tuple(
        (key, moment and moment.astimezone(dt.UTC))
        for key, moment in (("dtstart", entry.starts_at), ("dtend", ends_at))
    )


class Text(vText):
    """Words whose backslashes are all kept: icalendar 7 takes one before an N for a line's end."""

    def to_ical(self):
        """The value with its special characters escaped (RFC 5545, 3.3.11)."""
        escaped = self.replace("\\", r"\\").replace(";", r"\;").replace(",", r"\,")
        return escaped.replace("\n", r"\n").encode()


def text(words, **parameters):
    """Words as a value; whatever ends a line in them is one line feed."""
    return Text("\n".join(clean(words).splitlines()).replace("\t", " "), params=parameters)


def address(url):
    """An address as a value, which has no way to write a line's end or a blank."""
    return "".join(clean(url).split())
