"""Drafts of news, events, organisations and information pages."""

import datetime as dt
import re
from zoneinfo import ZoneInfo

from django.conf import settings

from directory.models import OrganisationPage
from events.models import EventPage
from home.models import InformationPage, NewsPage
from kogu.imports.drafts.filling import common, day, known_to, organisations
from kogu.imports.understanding.words import words_of

_TAGS = re.compile(r"<[^>]+>")
_TIME = re.compile(
    r"(?<![\d.])([01]?\d|2[0-3])[.:]([0-5]\d)(?:\s*[–-]\s*([01]?\d|2[0-3])[.:]([0-5]\d))?(?![\d.]*\d{2})"
)


def news(filling):
    """What happened, with the date that was said."""
    page = NewsPage(**common(filling), page_organisations=organisations(filling))
    said = filling.understood["date"]
    if day(said) and said["precision"] == "day":
        page.shown_at = _moment(day(said), dt.time(0, 0))
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
    page.address = _labelled(filling, "where")[:255]
    said = filling.understood["date"]
    if not day(said):
        return page
    time = _TIME.search(f"{_labelled(filling, 'time')} {_labelled(filling, 'when')}")
    if said["precision"] == "day" and time:
        page.starts_at = _moment(day(said), dt.time(int(time[1]), int(time[2])))
        if time[3]:
            page.ends_at = _moment(day(said), dt.time(int(time[3]), int(time[4])))
    else:
        page.period_from = day(said)
        page.period_from_precision = known_to(said)
    return page


def _moment(date, time):
    return dt.datetime.combine(date, time, ZoneInfo(settings.TIME_ZONE))


def _labelled(filling, field):
    """What stands behind a label in the text of the document."""
    words = words_of(filling.understood["language"])
    for block in filling.understood["body"]:
        for html in (block.get("html", ""), *block.get("items", ())):
            label = words.label(_TAGS.sub("", html).replace("&amp;", "&"))
            if label and field in label.fields and label.value:
                return label.value
    return ""
