"""Drafts of news, events, organisations and information pages."""

import datetime as dt
import re
from contextlib import suppress
from html import unescape
from zoneinfo import ZoneInfo

from django.conf import settings

from directory.models import OrganisationPage
from events.models import EventPage
from home.models import InformationPage, NewsPage
from kogu.imports.drafts.filling import common, day, known_to, organisations
from kogu.imports.understanding.sentences import sentences
from kogu.imports.words import words_of
from kogu.language.clock import ClockSpan, combined, find_clock_span, find_hours
from kogu.language.dates import find_date, find_periods

_TAGS = re.compile(r"<[^>]+>")


def news(filling):
    """What happened, with the date that was said."""
    page = NewsPage(**common(filling), page_organisations=organisations(filling))
    said = filling.understood["date"]
    if day(said) and said["precision"] == "day":
        page.shown_at = _moment(day(said))
    return page


def information(filling):
    """A page that informs and stays."""
    return InformationPage(**common(filling), page_organisations=organisations(filling))


def organisation(filling):
    """An organisation's page; its registry code where one is said."""
    page = OrganisationPage(**common(filling))
    page.registry_code = "".join(re.findall(r"\d", _labelled(filling, "registry_code")))[:30]
    return page


def event(filling):
    """When and where, as far as it was said: a day without a time stays a loose date."""
    page = EventPage(**common(filling), page_organisations=organisations(filling))
    page.address = _labelled(filling, "where")
    said = filling.understood["date"]
    if not day(said):
        return page
    clock, last_day = _clock(filling)
    if said["precision"] != "day":
        _fill_period(page, filling)
    elif clock and clock.starts is not None:
        page.starts_at = _moment(day(said), clock.starts)
        if clock.ends is not None:
            page.ends_at = _moment(last_day or _last_day(filling) or day(said), clock.ends)
    elif last_day := _last_day(filling):
        page.is_all_day = True
        page.starts_at, page.ends_at = _moment(day(said)), _moment(last_day)
    else:
        _fill_period(page, filling)
    return page


def _fill_period(page, filling):
    """The loose dates between which it will be."""
    said = filling.understood["date"]
    page.period_from, page.period_from_precision = day(said), known_to(said)
    period = _period(filling)
    if period and period.last.precision == said["precision"] != "day":
        page.period_until, page.period_until_precision = period.last.value, period.last.precision


def _clock(filling):
    """From when to when by the clock, and the day of the end where a second date says it.

    Behind the labels, else beside the date in the text.
    """
    date = filling.understood["date"]["text"]
    labelled = [*_all_labelled(filling, "time"), *_all_labelled(filling, "when")]
    found = [
        _clock_in(_without(date, text), filling) for text in [*labelled, *_beside_date(filling)]
    ]
    bare = (find_hours(_without(date, text), filling.understood["language"]) for text in labelled)
    spoken = next((one for one in found if one[0]), None)
    clock, last_day = spoken or (next(filter(None, bare), None), None)
    if clock and clock.starts is not None and clock.ends is None:
        return _with_end(clock, _labelled(filling, "end"), filling)
    return clock, last_day


def _with_end(clock, text, filling):
    """The same with the end that a label of its own says: "Ends: 5 May 2027 at 19.00"."""
    language = filling.understood["language"]
    date = find_date(text, language)
    said = find_clock_span(_without(date.text, text) if date else text, language)
    if said is None or said.starts is None:
        return clock, None
    last_day = _later(date, day(filling.understood["date"])) if date and date.day else None
    is_next_day = last_day is None and said.starts <= clock.starts
    return ClockSpan(clock.starts, said.starts + dt.timedelta(days=is_next_day)), last_day


def _clock_in(text, filling):
    """The same within a text whose first date was taken out."""
    language = filling.understood["language"]
    clock = find_clock_span(text, language)
    later = find_date(text, language)
    if later and later.day and not (clock and clock.ends):
        joined = find_clock_span(_without(later.text, text), language)
        if joined and joined.ends is not None:
            hours = joined.ends % dt.timedelta(days=1)
            return ClockSpan(joined.starts, hours), _later(later, day(filling.understood["date"]))
    return clock, None


def _without(date, text):
    return re.sub(rf"(?:\bon\s+)?{re.escape(date)}", " ", text)


def _later(date, first):
    """The day of a date that may not say its year, on or after the first; none if impossible."""
    years = (date.year,) if date.year else (first.year, first.year + 1)
    for year in years:
        with suppress(ValueError):
            found = dt.date(year, date.month, date.day)
            if found >= first:
                return found
    return None


def _last_day(filling):
    """The last of several days, where the document says them."""
    period = _period(filling)
    return period.last.value if period and period.last.precision == "day" else None


def _period(filling):
    """The stretch of time that begins with the date of the document."""
    said, language = filling.understood["date"], filling.understood["language"]
    for text in (said["text"], *_all_labelled(filling, "when"), *_beside_date(filling)):
        for period in find_periods(text, language, day(said).year):
            is_later = period.last.value and period.last.value > day(said)
            if is_later and period.first.value == day(said):
                return period
    return None


def _beside_date(filling):
    """The title and the sentences that say the date."""
    date = filling.understood["date"]["text"]
    texts = [filling.understood["title"], filling.understood["summary"]]
    texts += [
        _plain(block.get("html", "")) or block.get("text", "")
        for block in filling.understood["body"]
    ]
    return [sentence for text in texts for sentence in sentences(text) if date in sentence]


def _moment(date, since_midnight=dt.timedelta(0)):
    return combined(date, since_midnight).replace(tzinfo=ZoneInfo(settings.TIME_ZONE))


def _plain(html):
    return unescape(_TAGS.sub("", html))


def _labelled(filling, field):
    """What stands behind the first such label in the text of the document."""
    return next(_all_labelled(filling, field), "")


def _all_labelled(filling, field):
    words = words_of(filling.understood["language"])
    for block in filling.understood["body"]:
        rows = (": ".join(filter(None, cells)) for cells in block.get("rows", ()))
        for html in (block.get("html", ""), *block.get("items", ()), *rows):
            label = words.label(_plain(html))
            if label and field in label.fields and label.value:
                yield label.value
