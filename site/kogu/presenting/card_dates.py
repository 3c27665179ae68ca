"""What follows from the dates of a card at a moment: whether it is over, or on, and until when."""

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from django.utils.translation import override

from kogu.language.formats import format_closing, format_short_day, last_day_of

CALLED_OFF = ("cancelled", "postponed")
ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class When:
    """A date or a span in words, with its machine-readable form.

    `beside_day` is what is left to say where the date of its first day stands beside it.
    """

    text: str
    iso: str
    beside_day: str = ""


def over_at(card):
    """The moment from which it is past; with an open end, when its day where it is held is over."""
    if card.ends_at or card.starts_at is None or not card.time_zone:
        return card.ends_at
    there = ZoneInfo(card.time_zone)
    return _midnight(card.starts_at.astimezone(there).date() + ONE_DAY, there)


def is_past(card, at):
    """Whether it is over at the moment."""
    over = over_at(card)
    return over is not None and over <= at


def ongoing_until(card, reader):
    """Until when it is on, in words; None on its first day, and for what is over or called off."""
    days = _days(card)
    if days is None or card.status in CALLED_OFF or is_past(card, reader.at):
        return None
    first, last = days
    today = reader.at.astimezone(ZoneInfo(card.time_zone)).date()
    if today <= first:
        return None
    with override(reader.locale):
        return When(_until(card, last, today, reader.locale), last.isoformat())


def _until(card, last, today, language):
    if last == today and card.all_day:
        return _("On now – last day")
    if last == today:
        end = format_closing(card.ends_at, card.time_zone, language)
    else:
        end = format_short_day(last, language, year=last.year != today.year)
    return _("On now – until %(end)s") % {"end": end}


def next_change(card, at):
    """The next moment at which what is said of it changes by itself; None if never."""
    days = _days(card)
    turns = [over_at(card)]
    if days and days[0] < days[1]:
        there = ZoneInfo(card.time_zone)
        new_year = dt.date(days[1].year, 1, 1)
        changing_days = (days[0] + ONE_DAY, new_year, days[1])
        turns += [_midnight(day, there) for day in changing_days if day > days[0]]
    return min((turn for turn in turns if turn and turn > at), default=None)


def _days(card):
    """Its first and last day where it is held."""
    if card.starts_at is None or card.ends_at is None or not card.time_zone:
        return None
    there = ZoneInfo(card.time_zone)
    first = card.starts_at.astimezone(there)
    return first.date(), last_day_of(first, card.ends_at.astimezone(there))


def _midnight(day, there):
    return dt.datetime.combine(day, dt.time.min, there).astimezone(dt.UTC)
