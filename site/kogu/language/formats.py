"""Dates, moments, numbers and money as each language writes them (Unicode CLDR, by Babel)."""

import datetime as dt
import re
from copy import copy
from decimal import Decimal
from functools import lru_cache
from typing import Literal
from zoneinfo import ZoneInfo

from babel import Locale, dates, numbers
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from .money import find_amounts

SEASONS = {0: _("winter"), 1: _("spring"), 2: _("summer"), 3: _("autumn")}
PRECISIONS = [
    ("day", _("day")),
    ("month", _("month")),
    ("season", _("season")),
    ("year", _("year")),
]


# Languages whose plain code would mean another country's way of writing.
REGIONS = {"en": "en_GB"}
# How languages write the month of a short day whose short months are not declined after "until".
MONTHS = {"lv": "M", "pl": "MMMM"}
# What languages say that do not write 24:00.
MIDNIGHT = {"en": "midnight"}
type Width = Literal["full", "long", "medium", "short"]


def cldr(language: str) -> str:
    """The locale whose way of writing dates and numbers the language's readers expect."""
    return REGIONS.get(language, language)


@lru_cache(maxsize=4096)
def format_day(day: dt.date, language: str, width: Width = "long") -> str:
    """A calendar day: "22. märts 2022"."""
    return dates.format_date(day, width, locale=cldr(language))


@lru_cache(maxsize=4096)
def format_weekday(day: dt.date, language: str) -> str:
    """A calendar day with its weekday: "teisipäev, 22. märts 2022"."""
    return dates.format_date(day, "full", locale=cldr(language))


@lru_cache(maxsize=4096)
def format_short_day(day: dt.date, language: str, *, year: bool = True) -> str:
    """A calendar day in few words: "2 Dec"."""
    skeleton = f"{'y' if year else ''}{MONTHS.get(language, 'MMM')}d"
    return dates.format_skeleton(skeleton, day, locale=cldr(language))


def season_of(day: dt.date) -> int:
    """The season a day belongs to, 0 for winter; December belongs to the winter that follows."""
    return day.month % 12 // 3


def format_loose(day: dt.date | None, precision: str, language: str) -> str:
    """A date as exactly as it is known: a day, a month, a season or a year; "" for none."""
    if day is None:
        return ""
    if precision == "month":
        return dates.format_skeleton("yMMMM", day, locale=cldr(language))
    if precision == "season":
        with override(language):
            return f"{SEASONS[season_of(day)]} {day.year}"
    if precision == "year":
        return str(day.year)
    return format_day(day, language)


@lru_cache(maxsize=4096)
def format_time(moment: dt.datetime, zone: str, language: str) -> str:
    """A clock time in the zone of the place: "18:30"."""
    return dates.format_time(moment, "short", tzinfo=ZoneInfo(zone), locale=cldr(language))


def format_closing(moment: dt.datetime, zone: str, language: str) -> str:
    """A clock time at which something ends; at midnight its day does: "24:00"."""
    clock = format_time(moment, zone, language)
    return end_of_day(clock, language) if is_midnight(moment.astimezone(ZoneInfo(zone))) else clock


def is_midnight(time: dt.time | dt.datetime) -> bool:
    """Whether it is 00:00:00; fractions of a second are not looked at."""
    return (time.hour, time.minute, time.second) == (0, 0, 0)


def end_of_day(clock: str, language: str) -> str:
    """The clock's 00:00 as the end of a day: "24:00", or as a word where nobody writes that."""
    return MIDNIGHT.get(language) or re.sub(r"^0{1,2}(?=\D00$)", "24", clock)


def format_span(
    starts_at: dt.datetime,
    ends_at: dt.datetime | None,
    zone: str,
    language: str,
    *,
    all_day: bool = False,
    beside_day: bool = False,
) -> str:
    """From when to when; the day is written once where both ends share it.

    `beside_day` leaves out the first day's date, which stands beside it.
    """
    tz = ZoneInfo(zone)
    first = starts_at.astimezone(tz)
    last = ends_at.astimezone(tz) if ends_at else None
    last_day = last_day_of(first, last)
    name = _weekday if beside_day else format_weekday
    day = name(first.date(), language)
    if all_day:
        is_single = last_day == first.date()
        return day if is_single else f"{day} – {format_weekday(last_day, language)}"
    clock = format_time(first, zone, language)
    if last is None:
        return f"{day}, {clock}"
    closing = format_closing(last, zone, language)
    if last_day == first.date():
        return f"{day}, {clock}–{closing}"
    return f"{day}, {clock} – {format_weekday(last_day, language)}, {closing}"


def _weekday(day: dt.date, language: str) -> str:
    return dates.format_date(day, "EEEE", locale=cldr(language))


def last_day_of(first: dt.datetime, last: dt.datetime | None) -> dt.date:
    """The last day of a stretch of time; an end at midnight is that of the day before."""
    if last is None or last <= first:
        return first.date()
    return (last - dt.timedelta(microseconds=1)).date()


def format_money(amount: Decimal, currency: str, language: str) -> str:
    """An amount with its currency, without decimals where tz are none."""
    pattern = copy(Locale.parse(cldr(language)).currency_formats["standard"])
    is_whole = amount == amount.to_integral_value()
    if is_whole:
        pattern.frac_prec = (0, 0)
    text = numbers.format_currency(
        amount, currency, pattern, locale=cldr(language), currency_digits=not is_whole
    )
    # Babel leaves out what CLDR wants between letters and a number.
    return re.sub(r"(?<=[^\W\d_])(?=\d)", "\N{NO-BREAK SPACE}", text)


def format_amounts(text: str, language: str) -> str:
    """Words with the amounts of money in them written as the language writes them."""
    for found in reversed(find_amounts(text)):
        written = format_money(found.amount, found.currency, language)
        text = f"{text[: found.start]}{written}{text[found.end :]}"
    return text


def format_number(number: float | Decimal, language: str) -> str:
    """A number grouped as the language groups it."""
    return numbers.format_decimal(number, locale=cldr(language))


def format_share(share: float | Decimal, language: str) -> str:
    """A share of one as a percentage with at most one decimal."""
    return numbers.format_percent(share, locale=cldr(language), format="#,##0.#%")
