"""Dates of events as other programs' calendars read them (RFC 5545)."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from kogu.language.characters import clean

from .choices import Status

# What calendars know of a date; they know nothing of moved online or put off.
STATES = {Status.CANCELLED: "CANCELLED", Status.POSTPONED: "TENTATIVE"}
# Versions are numbered by the second, from a day that lies before every publication.
FIRST_VERSION = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
MOST_OCTETS = 75
ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Entry:
    """One date; clock times are told in UTC, whole days as days, the last one included."""

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
    """A whole calendar, in lines of at most 75 octets."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Kogu//Kogu//EN",
        "METHOD:PUBLISH",
        f"NAME:{text(name)}",
        f"X-WR-CALNAME:{text(name)}",
        f"URL:{url}",
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
        "X-PUBLISHED-TTL:PT6H",
    ]
    for entry in entries:
        lines += _event(entry)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded(line)}\r\n" for line in lines)


def _event(entry):
    """The lines of one date; what is not known has no line."""
    changed = moment(entry.updated_at)
    version = int((entry.updated_at - FIRST_VERSION).total_seconds())
    yield from (
        "BEGIN:VEVENT",
        f"UID:{entry.uid}@{entry.host}",
        f"DTSTAMP:{changed}",
        f"LAST-MODIFIED:{changed}",
        f"SEQUENCE:{version}",
        *_span(entry),
        f"STATUS:{STATES.get(entry.status, 'CONFIRMED')}",
        f"SUMMARY;LANGUAGE={entry.locale}:{text(entry.title)}",
    )
    if entry.description:
        yield f"DESCRIPTION:{text(entry.description)}"
    if entry.location:
        yield f"LOCATION:{text(entry.location)}"
    if entry.position:
        yield "GEO:{:.6f};{:.6f}".format(*entry.position)
    yield f"URL:{entry.url}"
    yield "END:VEVENT"


def _span(entry):
    if entry.all_day:
        yield f"DTSTART;VALUE=DATE:{entry.first_day:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{entry.last_day + ONE_DAY:%Y%m%d}"
        return
    yield f"DTSTART:{moment(entry.starts_at)}"
    if entry.ends_at and entry.ends_at > entry.starts_at:
        yield f"DTEND:{moment(entry.ends_at)}"


def moment(value):
    """A moment in UTC, which needs no rules of a zone."""
    return f"{value.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"


def text(words):
    """Words as a value: on one line, nothing in them read as a separator."""
    kept = words.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    escaped = kept.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\n", "\\n")


def folded(line):
    """The line cut so that no piece is longer than allowed and no letter is cut in two."""
    pieces, piece, room = [], "", MOST_OCTETS
    for char in " ".join(clean(line).splitlines()):
        size = len(char.encode())
        if size > room:
            pieces.append(piece)
            # The blank that begins every further piece takes one octet.
            piece, room = "", MOST_OCTETS - 1
        piece, room = piece + char, room - size
    return "\r\n ".join([*pieces, piece])
