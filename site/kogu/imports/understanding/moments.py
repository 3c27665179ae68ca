"""The date of a document, and what may be reasoned about a year it does not say."""

import datetime as dt
import re
from collections.abc import Iterator

from kogu.imports.source import Source
from kogu.imports.understanding.names import LOWER
from kogu.imports.understanding.result import Moment, Proposal, Reason
from kogu.imports.understanding.sentences import sentences
from kogu.imports.understanding.structure import Node, Outline
from kogu.language.dates import (
    LooseDate,
    Period,
    find_date,
    find_dates,
    find_periods,
    weekdays,
    years,
)

_YEARS_AHEAD = 5
_LEAD = 3
_FROM = {"from", "no", "od", "alates"}


def moment(date: LooseDate | None) -> Moment | None:
    """The date as the document says it."""
    if date is None:
        return None
    value = date.value.isoformat() if date.value else None
    return Moment(value, date.precision, date.text.strip(), date.missing)


def document_date(kind: str, outline: Outline, source: Source) -> Moment | None:
    """The day the document is about or from; never a deadline, a founding, a copyright."""
    date = _labelled(outline, kind) or _standing_alone(outline)
    if date is None and kind in ("news", "event"):
        date = _in_lead(outline)
    if (date is None or date.missing) and source.date:
        hint = find_date(source.date, "en")
        if (
            hint
            and hint.value
            and (date is None or (hint.month, hint.day) == (date.month, date.day))
        ):
            return (
                moment(hint)
                if date is None
                else Moment(hint.value.isoformat(), date.precision, date.text)
            )
    found = moment(date)
    if date and found and date.missing == "year":
        outline.add_doubt("year_missing", date.text)
        return Moment(None, found.precision, found.text, "year", tuple(_proposals(date, outline)))
    return found


def _labelled(outline: Outline, kind: str) -> LooseDate | None:
    fields = ("when", "date") if kind == "event" else ("date", "prepared_on")
    for node in outline.labelled(*fields):
        date = dated(node, outline)
        if date and date.precision == "month":
            date = _beginning(date, node.label.value, outline)
        if date and date.precision != "year":
            node.is_used = node.is_used or kind != "event"
            return date
    for node in outline.labelled("prepared_by") if kind == "project" else ():
        for one in [node, *outline.after(node, "prepared_on")[:5]]:
            date = find_date(one.text, outline.words.language)
            if date:
                return date
    return None


def _standing_alone(outline: Outline) -> LooseDate | None:
    """A line that is nothing but a date, perhaps behind a place name or the word *published*."""
    for node in outline.nodes:
        for date in find_dates(node.text, outline.words.language):
            rest = (node.text[: date.start] + node.text[date.end :]).strip(" ,.|–-:()")
            is_short = len(rest.split()) <= 2 and not re.search(rf"[{LOWER}]{{3,}}.*\d", rest)
            is_free = node.label is None or node.has("date", "prepared_on")
            if date.precision == "day" and is_short and is_free:
                node.is_used = not node.is_heading
                return date
    return None


def _in_lead(outline: Outline) -> LooseDate | None:
    """The first date in the title or the opening sentences that is no deadline."""
    language = outline.words.language
    opening = [one for node in outline.nodes[:6] for one in sentences(node.text)[:_LEAD]]
    for precision in ("day", "month"):
        for text in opening:
            for date in find_dates(text, language):
                is_told = date.precision == precision and not _is_deadline(date, text, outline)
                if is_told and not _is_relative_to_past(text, date, outline):
                    return _beginning(date, text, outline)
    return None


def _is_deadline(date: LooseDate, text: str, outline: Outline) -> bool:
    """Whether the word before says so; of a stretch of days the one before *from*."""
    deadline = outline.words.expression("sentences", "deadline")
    before = re.findall(r"\w+", text[max(0, date.start - 30) : date.start].lower())
    if before and before[-1] in _FROM and (date.last_day or _period_of(date, text, outline)):
        before.pop()
    return bool(before and deadline.fullmatch(before[-1]))


def _period_of(date: LooseDate, text: str, outline: Outline) -> Period | None:
    """The stretch of time that the date begins or ends."""
    periods = find_periods(text, outline.words.language, date.year or dt.date.today().year)
    ends = ((one, end) for one in periods for end in (one.first, one.last))
    return next((one for one, end in ends if end.start == date.start), None)


def _beginning(date: LooseDate, text: str, outline: Outline) -> LooseDate:
    """ "from March to June 2027" is said of March."""
    period = _period_of(date, text, outline) if date.precision == "month" else None
    return period.first if period else date


def _is_relative_to_past(text: str, date: LooseDate, outline: Outline) -> bool:
    """Whether the sentence only says when something was founded."""
    return date.precision != "day" and bool(
        outline.words.expression("sentences", "founding").search(text)
    )


def _proposals(date: LooseDate, outline: Outline) -> Iterator[Proposal]:
    """Years that fit what the text says elsewhere; the likeliest first."""
    text = outline.text()
    said = [year for year in years(text) if 1990 <= year <= 2100]
    past = [year for year in said if year <= dt.date.today().year]
    named = _weekday(date, text, outline)
    base = max(past) if past else None
    if base is None and named is None:
        return
    first = base if base is not None else dt.date.today().year - _YEARS_AHEAD
    options = list(_options(date, first, named, after=base))
    if base is None:
        options = options[::-1][:2]
    for day, reasons in options[:2]:
        yield Proposal(day.isoformat(), reasons)


def _options(
    date: LooseDate, first: int, named: tuple[int, str] | None, after: int | None
) -> Iterator[tuple[dt.date, tuple[Reason, ...]]]:
    for year in range(first, first + _YEARS_AHEAD + 1):
        try:
            day = dt.date(year, date.month, date.day)
        except ValueError:
            continue
        reasons = []
        if named and day.weekday() != named[0]:
            continue
        if named:
            reasons.append(Reason("weekday", named[1]))
        if after is not None:
            if not named and year > after + 1:
                continue
            reasons.append(Reason("same_year" if year == after else "later_year", str(after)))
        yield day, tuple(reasons)


def _weekday(date: LooseDate, text: str, outline: Outline) -> tuple[int, str] | None:
    """The weekday of that day: the one beside it, else the only one in the text."""
    found = weekdays(text, outline.words.language)
    place = text.find(date.text)
    beside = weekdays(
        text[max(0, place - 25) : place + len(date.text) + 25], outline.words.language
    )
    if beside:
        return beside[0]
    return found[0] if len({number for number, _word in found}) == 1 else None


def dated(node: Node, outline: Outline) -> LooseDate | None:
    """The date a labelled line gives, on it or below it."""
    texts = [node.label.value if node.label else node.text]
    texts += [one.text for one in outline.after(node)[:2]]
    return next((d for text in texts if (d := find_date(text, outline.words.language))), None)
