"""Understands the clock times people write, around midnight too."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from kogu.language.date_words import BETWEEN, UNTIL

_DASH = r"(?:[-–—‒−→…]|\.{2,3})"
_BEFORE = r"(?:kella|kell|kl|plkst|pulksten\w*|w\s+godz|godz(?:in\w*)?|at|from)\.?"
_MIDNIGHT = {
    "et": r"kesköö\w*|südaöö\w*",
    "lv": r"pusnakt\w*",
    "pl": r"północ\w*",
    "en": r"midnight",
}
_NOON = {"et": r"keskpäev\w*", "lv": r"pusdienlaik\w*", "pl": r"południ\w*", "en": r"noon|midday"}
_FROM = {"et": "", "lv": r"no\s+", "pl": r"od\s+", "en": r"from\s+"}
_AND = {"lv": r"un", "pl": r"a|i|oraz", "en": r"and"}
# "18.00 keskööni", "kella 22-st 2-ni": the ending of the word says until.
_NUMBERS = r"(?:kell\w*\s*)?\d[\d.:]*"
_JOINED_BY_ENDING = {
    "et": rf"\s+(?=(?:kesköö|südaöö|keskpäeva|{_NUMBERS}\s?-?)ni\b)"
    rf"|\s+ja\s+(?={_NUMBERS}\s+vahel)"
}
# "Starts at 22.00, ends at 02.00".
_ENDS = {
    "et": r"lõp[pe]\w*",
    "lv": r"beig\w*|beidz\w*|nosl[eē][gd]\w*",
    "pl": r"koniec|kończ\w*|zakończ\w*",
    "en": r"ends?|ending|finish\w*",
}
# "Doors 18.00, concert 19.30" begins with the concert.
_DOORS = {"et": r"uks(?:ed|te)", "lv": r"durv(?:is|ju)", "pl": r"drzwi", "en": r"doors"}
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class ClockSpan:
    """From when to when, counted from the midnight at which the day begins."""

    starts: dt.timedelta | None
    ends: dt.timedelta | None


def find_clock_span(text: str, language: str) -> ClockSpan | None:
    """The first clock time in the text, and the one it lasts until.

    An end that is not after its start is on the next day; 24.00 and midnight end the day.
    The time at which doors open counts only where no other is given.
    """
    language = language if language in UNTIL else "en"
    of_doors = None
    for match, span in _spans(text, language):
        if span.ends or not _is_of_doors(match, language):
            return span
        of_doors = of_doors or span
    return of_doors


def _spans(text: str, language: str) -> Iterator[tuple[re.Match[str], ClockSpan]]:
    for match in _pattern(language).finditer(text):
        groups = match.groupdict()
        if not _is_clock(groups):
            continue
        first = _time(groups, "first")
        last = _time(groups, "last") if groups["last"] else None
        if first is None or (groups["last"] and last is None):
            continue
        if groups["until_only"]:
            yield match, ClockSpan(None, first or _DAY)
        else:
            if last is not None and last <= first:
                last += _DAY
            yield match, ClockSpan(first, last)


def _is_of_doors(match: re.Match[str], language: str) -> bool:
    """Whether the word for doors stands before the time, or behind it with none of its own."""
    doors, text = _DOORS[language], match.string
    before = rf"\b(?:{doors})(?:\s+[^\W\d_]+){{0,2}}[\s:–-]*$"
    behind = rf"\s+(?:{doors})\b(?![\s:]*(?:{_BEFORE}\s*)?\d)"
    near = text[max(0, match.start() - 40) : match.start()]
    return bool(re.search(before, near, re.I) or re.match(behind, text[match.end() :], re.I))


def find_hours(text: str, language: str) -> ClockSpan | None:
    """Two bare hours at the end of a text that is known to say a time: "od 9 do 15"."""
    until = UNTIL.get(language, UNTIL["en"])
    hours = re.search(
        rf"(?<![\w.,:/])(\d{{1,2}})\s*(?:{_DASH}|\b(?:{until})\b)\s*(\d{{1,2}})\W*$",
        text,
        re.IGNORECASE,
    )
    if hours is None or max(map(int, hours.groups())) > 24:
        return None
    first, last = (dt.timedelta(hours=int(one)) for one in hours.groups())
    return ClockSpan(first, last if last > first else last + _DAY)


def combined(day: dt.date, since_midnight: dt.timedelta) -> dt.datetime:
    """That time of the day on the wall clock; 24 hours and more are the next day's."""
    return dt.datetime.combine(day, dt.time.min) + since_midnight


@cache
def _pattern(language: str) -> re.Pattern[str]:
    until = rf"(?:{UNTIL[language]})"
    both = rf"\s+(?(between)(?:{_AND.get(language, '(?!)')})|(?!))\s+"
    ends = rf"\W{{1,3}}(?:[^\W\d_]{{1,3}}\s+)?(?:{_ENDS[language]})\W{{0,3}}(?:o\s+)?"
    ending = _JOINED_BY_ENDING.get(language, r"(?!)")
    joined = rf"(?:\s*(?:{_DASH}|\b{until}\b)\s*|{both}|{ending}|{ends})"
    between = rf"(?P<between>\b(?:{BETWEEN[language]})\s+)?"
    start = (
        rf"(?P<until_only>\b{until}\s+)?{between}(?:{_FROM[language]})?(?P<word>\b{_BEFORE}\s*)?"
    )
    return re.compile(
        rf"{start}{_clock('first', language)}"
        rf"(?:{joined}(?:{_BEFORE}\s*)?{_clock('last', language)})?",
        re.IGNORECASE,
    )


def _clock(name: str, language: str) -> str:
    # The second time of a range may stand right behind a dash; a date never has two digits more.
    hour = rf"(?P<{name}_hour>[01]?\d|2[0-4])"
    minute = rf"(?:[.:h](?P<{name}_minute>[0-5]\d)(?![.:/]?\d)|(?P<{name}_sign>\s?h\b))?"
    half = rf"(?:\s?(?P<{name}_half>[ap])\.?m\b\.?)?"
    oclock = rf"(?P<{name}_oclock>\s?o['’]?clock\b)?"
    ending = r"(?:\s?(?:h|hrs|uhr)\b)?(?:\s?-?(?:st|lt|ni|ks|le)\b)?"
    no_date = r"(?!\d|[./]\s?\d|\.\s*[^\W\d_]|\s*[%€]|\s+(?:eur|zł|pln|[^\W\d_]+\s+(?:19|20)\d\d))"
    return (
        rf"(?P<{name}>(?<![\d,:/])(?<!\d\.)(?:{hour}{minute}{half}{oclock}{ending}{no_date}"
        rf"|(?P<{name}_midnight>\b(?:{_MIDNIGHT[language]}))"
        rf"|(?P<{name}_noon>\b(?:{_NOON[language]}))))"
    )


def _is_clock(groups: dict[str, str | Any]) -> bool:
    """Whether these are times and not mere numbers."""
    marks = ("minute", "half", "oclock", "midnight", "noon")
    first, last = (any(groups[f"{end}_{mark}"] for mark in marks) for end in ("first", "last"))
    are_hours = groups["first_sign"] and groups["last_sign"]
    return bool(first or are_hours or groups["word"] or (last and groups["first_hour"]))


def _time(groups: dict[str, str | Any], end: str) -> dt.timedelta | None:
    if groups[f"{end}_midnight"]:
        return _DAY
    if groups[f"{end}_noon"]:
        return dt.timedelta(hours=12)
    hours, minutes = int(groups[f"{end}_hour"]), int(groups[f"{end}_minute"] or 0)
    half = groups[f"{end}_half"] or (end == "first" and _half_of_first(groups, hours))
    if half and 1 <= hours <= 12:
        hours = hours % 12 + (12 if half.lower() == "p" else 0)
    return None if hours == 24 and minutes else dt.timedelta(hours=hours, minutes=minutes)


def _half_of_first(groups: dict[str, str | Any], hours: int) -> str | None:
    """The half of the last time, "6–8 pm", unless the hours run on: "10 to 2 pm"."""
    half = groups["last_half"]
    is_same = half is None or hours % 12 <= int(groups["last_hour"]) % 12
    return half if is_same else {"a": "p", "p": "a"}[half.lower()]
