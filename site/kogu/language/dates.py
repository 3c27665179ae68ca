"""Understands the dates people write, with the precision they wrote them in."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from kogu.language.date_patterns import DASH, WEEKDAY, month_pattern, patterns
from kogu.language.date_words import BETWEEN, MONTHS, SEASON_MONTHS, UNTIL, WEEKDAYS

_DOTTED = re.compile(r"(?:\d+\.\D*)+")
_AND = re.compile(rf"[\s,.)]*\b(?:ja|un|i|a|oraz|and)\s+{WEEKDAY}", re.I)
# Numbers above this are no slip of a day.
LATEST = 39


@dataclass(frozen=True)
class LooseDate:
    """A date in a text, with the parts of it that are written and the place where they stand."""

    text: str
    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: int | None = None
    last_day: int | None = None

    @property
    def precision(self) -> str:
        if self.day:
            return "day"
        if self.month:
            return "month"
        return "year" if self.season is None else "season"

    @property
    def missing(self) -> str | None:
        return None if self.year else "year"

    @property
    def value(self) -> dt.date | None:
        """The first day that the written parts allow; None while the year is missing."""
        if not self.year:
            return None
        month = self.month or (1 if self.season is None else SEASON_MONTHS[self.season])
        return dt.date(self.year, month, self.day or 1)


@dataclass(frozen=True)
class Period:
    """A stretch of time between two dates."""

    first: LooseDate
    last: LooseDate


def find_dates(text: str, language: str) -> list[LooseDate]:
    """Every date in the text, in order; of overlapping readings the longest."""
    wrong = _impossible(text, language)
    dates = _longest(
        date
        for pattern in patterns(language)
        for date in _possible_matches(pattern, text)
        if not any(one.start < date.end and date.start < one.end for one in wrong)
    )
    for place, (first, last) in enumerate(pairwise(dates)):
        if first.day and not first.year and _are_joined(first, last, text, language):
            dates[place] = _with_year_of(last, first)
    return dates


def impossible_dates(text: str, language: str) -> list[str]:
    """What is written like a date and stands in no calendar: "31 June", "29 February 2027"."""
    return [date.text for date in _impossible(text, language)]


def _impossible(text: str, language: str) -> list[LooseDate]:
    wrong = _longest(
        date
        for pattern in patterns(language)
        for date in _matches(pattern, text)
        if date.day and date.month and not _is_possible(date) and date.day <= LATEST
    )
    # Digits of a longer number may look like a day without a year.
    return [date for date in wrong if date.year or not date.text.replace(".", "").isdigit()]


def _longest(dates: Iterator[LooseDate]) -> list[LooseDate]:
    """In order; of overlapping readings the longest."""
    kept: list[LooseDate] = []
    for date in sorted(dates, key=lambda date: (date.start, -(date.end - date.start))):
        if not kept or date.start >= kept[-1].end:
            kept.append(date)
    return kept


def find_date(text: str, language: str) -> LooseDate | None:
    """The first date in the text."""
    return next(iter(find_dates(text, language)), None)


def find_periods(text: str, language: str, year: int | None = None) -> list[Period]:
    """Pairs of dates joined by a dash or a word; a year said once, or given, serves both."""
    dates = [*_halves(text, language)]
    periods = []
    for first, last in pairwise(dates):
        if not _are_joined(first, last, text, language):
            continue
        begins = _with_year_of(last, first)
        if not (begins.year or last.year):
            begins = replace(begins, year=year)
        ends = _with_year_from(begins, last)
        if begins.year and ends.year and _is_possible(begins):
            periods.append(Period(begins, ends))
    return [*periods, *_day_ranges(text, language, year)]


def _are_joined(first: LooseDate, last: LooseDate, text: str, language: str) -> bool:
    """ "3 June – 5 June", and in Estonian by endings: "3. juunist 5. juunini"."""
    gap = text[first.end : last.start]
    is_by_endings = re.search(r"[^\W\d_]st$", first.text) and re.search(r"ni\b", last.text)
    is_between = _AND.fullmatch(gap) and _is_between(text, first.start, last.end, language)
    return bool(
        is_between
        or _joined(language).fullmatch(gap)
        or (language == "et" and is_by_endings and re.fullmatch(rf"[\s,]*{WEEKDAY}", gap, re.I))
    )


def _is_between(text: str, start: int, end: int, language: str) -> bool:
    """Whether two days are the ends of a period: "between 3 and 5 June"."""
    before = rf"\b(?:{BETWEEN.get(language, BETWEEN['en'])})\s+{WEEKDAY}$"
    is_behind = language == "et" and re.match(r"\s*vahel(?!\w)", text[end:], re.I)
    return bool(is_behind or re.search(before, text[max(0, start - 40) : start], re.I))


@cache
def _joined(language: str) -> re.Pattern[str]:
    until = rf"(?:{DASH}|\b(?:{UNTIL.get(language, UNTIL['en'])})\b)"
    return re.compile(rf"[\s,.)]*{until}\s*{WEEKDAY}", re.I)


def _with_year_from(first: LooseDate, last: LooseDate) -> LooseDate:
    """The end of a period that says its year at its beginning; the next one where it runs over."""
    if last.year or not (first.year and first.month and last.month):
        return last
    ends = replace(last, year=first.year + (last.month < first.month))
    return ends if _is_possible(ends) else last


def _with_year_of(last: LooseDate, first: LooseDate) -> LooseDate:
    """The beginning of a period that says its year once; the year before where it runs over."""
    if first.year or not last.year:
        return first
    runs_over = bool(first.day and first.month and last.month and first.month > last.month)
    begins = replace(first, year=last.year - runs_over)
    return begins if _is_possible(begins) else first


def weekdays(text: str, language: str) -> list[tuple[int, str]]:
    """The weekdays named in the text, Monday being 0, each as written."""
    words = WEEKDAYS.get(language, ())
    found = [
        (match.start(), number, match.group())
        for number, word in enumerate(words)
        for match in re.finditer(rf"\b(?:{word})\w*", text, re.I)
    ]
    return [(number, written) for _place, number, written in sorted(found)]


def years(text: str) -> list[int]:
    """Every four-digit year in the text, but those of a copyright notice."""
    plain = re.sub(r"(?:©|\(c\)|copyright)[\s\d–-]*", " ", text, flags=re.I)
    return [int(found) for found in re.findall(r"(?<![\d.,/])((?:19|20)\d{2})(?![\d/])", plain)]


def _possible_matches(pattern: re.Pattern[str], text: str) -> Iterator[LooseDate]:
    return (date for date in _matches(pattern, text) if _is_possible(date))


def _matches(pattern: re.Pattern[str], text: str) -> Iterator[LooseDate]:
    """Every match, whether the calendar has it or not."""
    for match in pattern.finditer(text):
        groups = match.groupdict()
        number = groups.get("number")
        month = int(number) if number else _group_number(groups, "m")
        first, last, start = _days(match)
        yield LooseDate(
            text[start : match.end()].rstrip(" ,"),
            start,
            match.end(),
            int(groups["year"]) if groups.get("year") else None,
            month,
            first,
            _group_number(groups, "s"),
            last if last != first else None,
        )


def _days(match: re.Match[str]) -> tuple[int | None, int | None, int]:
    """First and last day, and where the date begins; of "at 18, 12 and 13 June" with the 12th."""
    groups = match.groupdict()
    if not groups.get("day"):
        return None, None, match.start()
    last = int(groups["day"])
    if not groups.get("from"):
        return last, last, match.start()
    row = re.compile(r"\d+").finditer(match.string, match.start("from"), match.end("day"))
    places = [(int(one[0]), one.start()) for one in row]
    is_ahead = match.start() == match.start("from")
    # "3., 5. ja 8. mai" are days, of "kell 18, 12. ja 13. mai" only the last two are.
    are_days = not is_ahead or _DOTTED.fullmatch(match.string, places[0][1], places[-1][1])
    step = 1 if groups.get("between") and not are_days else last
    while len(places) > 1 and not _is_row([day for day, _place in places], step):
        del places[0]
    first, place = places[0]
    return first, last, place if is_ahead else match.start()


def _is_row(days: list[int], step: int) -> bool:
    """Whether each day is later than the one before it, and not by more."""
    return all(0 < later - earlier <= step for earlier, later in pairwise(days))


def _group_number(groups: dict[str, str | None], letter: str) -> int | None:
    for name, value in groups.items():
        if value and name[0] == letter and name[1:].isdigit():
            return int(name[1:])
    return None


def _is_possible(date: LooseDate) -> bool:
    """Whether the calendar has such a day; a month or season alone says no date."""
    if not date.year and not date.day:
        return False
    try:
        for day in (date.day, date.last_day):
            dt.date(date.year or 2024, date.month or 1, 1 if day is None else day)
    except ValueError:
        return False
    return True


def _halves(text: str, language: str) -> Iterator[LooseDate]:
    """Dates, and months without a year, which are half of a period."""
    dates = find_dates(text, language)
    taken = [(date.start, date.end) for date in dates]
    bare = re.compile(rf"\b{month_pattern(language if language in MONTHS else 'en')}", re.I)
    for match in bare.finditer(text):
        if not any(start <= match.start() < end for start, end in taken):
            month = _group_number(match.groupdict(), "m")
            dates.append(LooseDate(match.group(), match.start(), match.end(), month=month))
    yield from sorted(dates, key=lambda date: date.start)


def _day_ranges(text: str, language: str, year: int | None) -> Iterator[Period]:
    """ "1–3 June 2024", "1, 2 and 3 June 2024": days in a row that share their month and year."""
    for pattern in patterns(language):
        for match in pattern.finditer(text):
            groups = match.groupdict()
            date = next(_possible_matches(pattern, match.group()), None)
            if not (groups.get("from") and date and date.day and date.last_day):
                continue
            if not (date.year or year):
                continue
            row = match.string[match.start("from") : match.end("day")]
            days = [int(day) for day in re.findall(r"\d+", row)]
            days = [day for day in days if date.day <= day <= date.last_day]
            is_stretch = (
                groups.get("until", "–")
                or days[-1] - days[0] == len(days) - 1
                or _is_between(text, match.start(), match.end(), language)
            )
            first = replace(date, year=date.year or year)
            if is_stretch and _is_possible(first):
                yield Period(first, replace(first, day=date.last_day))
