"""Drafts of news, events, organisations and information pages."""

import datetime as dt
import re
from html import unescape
from zoneinfo import ZoneInfo

from django.conf import settings

from directory.models import OrganisationPage
from events.models import EventPage
from home.models import InformationPage, NewsPage
from kogu.imports.drafts.filling import common, day, known_to, organisations
from kogu.imports.understanding.sentences import sentences
from kogu.imports.understanding.words import words_of
from kogu.language.clock import combined, find_clock_span
from kogu.language.dates import find_periods

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
    clock = _clock(filling)
    if said["precision"] == "day" and clock and clock.starts is not None:
        page.starts_at = _moment(day(said), clock.starts)
        if clock.ends is not None:
            page.ends_at = _moment(_last_day(filling) or day(said), clock.ends)
    else:
        page.period_from = day(said)
        page.period_from_precision = known_to(said)
    return page


def _clock(filling):
    """From when to when by the clock: behind the labels, else beside the date in the text."""
    language = filling.understood["language"]
    date = filling.understood["date"]["text"]
    beside = [
        sentence
        for block in filling.understood["body"]
        for sentence in sentences(_plain(block.get("html", "")))
        if date in sentence
    ]
    texts = [_labelled(filling, "time"), _labelled(filling, "when"), *beside]
    found = (find_clock_span(text.replace(date, " "), language) for text in texts)
    return next(filter(None, found), None)


def _last_day(filling):
    """The last of several days, where the document says them."""
    said, language = filling.understood["date"], filling.understood["language"]
    for text in (said["text"], _labelled(filling, "when")):
        for period in find_periods(text, language):
            is_later = period.last.value and period.last.value > day(said)
            if is_later and period.first.value == day(said) and period.last.precision == "day":
                return period.last.value
    return None


def _moment(date, since_midnight=dt.timedelta(0)):
    return combined(date, since_midnight).replace(tzinfo=ZoneInfo(settings.TIME_ZONE))


def _plain(html):
    return unescape(_TAGS.sub("", html))


def _labelled(filling, field):
    """What stands behind a label in the text of the document."""
    words = words_of(filling.understood["language"])
    for block in filling.understood["body"]:
        rows = (": ".join(filter(None, cells)) for cells in block.get("rows", ()))
        for html in (block.get("html", ""), *block.get("items", ()), *rows):
            label = words.label(_plain(html))
            if label and field in label.fields and label.value:
                return label.value
    return ""
