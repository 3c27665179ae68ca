"""Calendars to follow in other programs: of an event, and of a calendar as a reader narrowed it."""

import datetime as dt
from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpResponse

from kogu.base.isolation import each
from kogu.base.models import Card
from kogu.base.presenting import presenter_of
from kogu.base.reading import Reader, Wanted
from kogu.base.site_urls import absolute
from kogu.delivery.conditional import public
from kogu.delivery.shown import fresh_until, lists

from .icalendar import Entry, calendar
from .models import EventIndexPage, Occurrence
from .presenters.dates import date_card, want_dates
from .zones import midnight

MOST = 1000
# What is over stays so long in a followed calendar, so that it does not vanish overnight.
KEPT = dt.timedelta(days=90)


@public
def ical(request, path):
    """The dates of the event, or of the calendar narrowed as the query says, at this address."""
    url = request.path.removesuffix("calendar.ics")
    card = Card.objects.visible().filter(url=url, kind__in=("event", "event_index")).first()
    if card is None:
        raise Http404
    reader = Reader(card.locale)
    if card.kind == "event":
        dates = Occurrence.objects.visible(reader.at).filter(event_key=card.key, locale=card.locale)
    else:
        dates = _narrowed(card, reader, request.GET)
    entries = _entries(list(dates.dated().soonest_first()[:MOST]), reader)
    response = HttpResponse(calendar(card.title, absolute(url), entries))
    response["Content-Type"] = "text/calendar; charset=utf-8"
    return response


def _narrowed(card, reader, query):
    """Dates to come and lately over, by every choice of the calendar's page but its time."""
    lists("event", *reader.order)
    tomorrow = reader.at.astimezone(reader.zone).date() + dt.timedelta(days=1)
    fresh_until(midnight(tomorrow, reader.zone))
    page = EventIndexPage.objects.get(pk=card.object_id)
    presenter = presenter_of(EventIndexPage)(page, reader, relations=None, query=query)
    return presenter.followed().upcoming(reader.at - KEPT)


def _entries(dates, reader):
    """The dates with the words of their events; without those whose event is public no more."""
    wanted = Wanted(reader)
    want_dates(dates, wanted)
    found = wanted.find()
    host = urlsplit(settings.SITE_URL).hostname or "localhost"
    return each(lambda date: _entry(date, date_card(date, found), host), dates)


def _entry(date, card, host):
    if card is None:
        return None
    facts = card.facts or {}
    position = (facts.get("latitude"), facts.get("longitude"))
    url = absolute(card.url)
    return Entry(
        uid=date.public_id,
        host=host,
        # A fact that came with another language is announced, while the words stay as they were.
        updated_at=max(filter(None, [card.updated_at, date.announced_at])),
        starts_at=date.starts_at,
        ends_at=date.ends_at,
        first_day=date.first_day,
        last_day=date.last_day,
        all_day=date.all_day,
        status=date.status,
        title=card.title,
        locale=card.locale,
        description="\n\n".join(filter(None, [date.note, card.summary, url])),
        place=card.place,
        position=position if None not in position else None,
        url=url,
    )
