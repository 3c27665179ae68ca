"""Opening hours in the words of a language."""

import datetime as dt
from dataclasses import dataclass
from itertools import groupby

from babel import dates
from django.utils.translation import gettext as _

from kogu.api.fields import api_field
from kogu.delivery.dependencies import valid_until
from kogu.language.formats import cldr, end_of_day, format_day, is_midnight

CLOCK = r"^\d\d:\d\d$"


def clock(time) -> str | None:
    """A clock time as programs read it."""
    return time and f"{time:%H:%M}"


@dataclass(frozen=True)
class HoursView:
    """From when to when the doors are open on some days of the week."""

    days: str
    hours: str
    season: str
    weekdays: tuple[int, ...] = api_field("Days of the week, 1 is Monday")
    opens: dt.time | None = api_field(
        "From, by the clock there; nothing said means the note tells",
        serialize=clock,
        pattern=CLOCK,
        examples=["09:00"],
    )
    closes: dt.time | None = api_field("To, by the clock there", serialize=clock, pattern=CLOCK)
    note: str = api_field("What else is to be known")
    valid_from: dt.date | None = api_field("First day on which this holds")
    valid_until: dt.date | None = api_field("Last day on which this holds", name="valid_to")


def hours_of(rows, reader):
    """Hours that hold now or later; days in a row with the same hours are said together."""
    today = reader.at.astimezone(reader.zone).date()
    held = [
        row for row in rows if row.weekday and not (row.valid_until and row.valid_until < today)
    ]
    held.sort(key=_order)
    for row in held:
        if row.valid_until:
            next_day = dt.datetime.combine(row.valid_until + dt.timedelta(days=1), dt.time.min)
            valid_until(next_day.replace(tzinfo=reader.zone))
    return tuple(
        _view(run, reader.locale)
        for _said, same in groupby(held, key=_same_hours)
        for run in _runs(same)
    )


def _same_hours(row):
    start = row.valid_from or dt.date.min
    return start, row.valid_until or dt.date.max, row.opens or dt.time.min, row.closes, row.note


def _order(row):
    start, end, opens, _closes, _note = _same_hours(row)
    return start, end, row.weekday, opens


def _runs(rows):
    """Rows whose weekdays follow each other."""
    run = []
    for row in rows:
        if run and row.weekday != run[-1].weekday + 1:
            yield run
            run = []
        run.append(row)
    if run:
        yield run


def _view(run, language):
    first, last = run[0], run[-1]
    return HoursView(
        days=_days(first.weekday, last.weekday, language),
        hours=_clock(first, language),
        note=first.note,
        season=_season(first, language),
        weekdays=tuple(row.weekday for row in run),
        opens=first.opens,
        closes=first.closes,
        valid_from=first.valid_from,
        valid_until=first.valid_until,
    )


def _days(first, last, language):
    names = dates.get_day_names("wide", context="format", locale=cldr(language))
    if first == last:
        return names[first - 1]
    return f"{names[first - 1]}–{names[last - 1]}"


def _clock(row, language):
    if row.opens is None:
        return ""
    opens = dates.format_time(row.opens, "short", locale=cldr(language))
    if row.closes is None:
        return _("from %(time)s") % {"time": opens}
    closes = dates.format_time(row.closes, "short", locale=cldr(language))
    return f"{opens}–{end_of_day(closes, language) if is_midnight(row.closes) else closes}"


def _season(row, language):
    days = {
        name: format_day(day, language)
        for name, day in (("first", row.valid_from), ("last", row.valid_until))
        if day
    }
    if len(days) == 2:
        return f"{days['first']} – {days['last']}"
    if "first" in days:
        return _("from %(first)s") % days
    return _("until %(last)s") % days if days else ""
