"""Calendars to follow in other programs: of an event, and of a calendar as a reader narrowed it."""

import datetime as dt
from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpResponse
from django.utils.translation import override

from kogu.content.models import Card
from kogu.content.site_urls import absolute
from kogu.delivery.conditional import public
from kogu.delivery.dependencies import depends_on_list, valid_until
from kogu.presenting.chrome import chrome
from kogu.presenting.isolation import try_each
from kogu.presenting.resolver import Needs, Reader
from kogu.presenting.subscriptions import listing_of
from kogu.web.feeds import name_of

from .icalendar import Entry, calendar
from .models import EventIndexPage, Occurrence
from .presenters.dates import collect_dates, date_card, location
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
    with override(reader.locale):
        response = HttpResponse(_calendar(card, reader, request.GET))
    response["Content-Type"] = "text/calendar; charset=utf-8"
    return response


def _calendar(card, reader, query):
    """The calendar, named after what it holds and whose it is."""
    if card.kind == "event":
        dates = Occurrence.objects.visible(reader.at).filter(event_key=card.key, locale=card.locale)
        narrowed, choices = "", ()
    else:
        listing = listing_of(EventIndexPage, card, reader, query)
        dates = _lately_and_to_come(listing, reader)
        narrowed, choices = listing.subscription_query(), listing.subscription_choices()
    name = name_of(card, chrome(card.locale, url=card.url), choices)
    entries = _entries(list(dates.dated().soonest_first()[:MOST]), reader)
    return calendar(name, absolute(f"{card.url}{narrowed}"), entries)


def _lately_and_to_come(listing, reader):
    """Dates to come and lately over, by every choice of the calendar's page but its time."""
    depends_on_list("event", *reader.order)
    tomorrow = reader.at.astimezone(reader.zone).date() + dt.timedelta(days=1)
    valid_until(midnight(tomorrow, reader.zone))
    return listing.subscribed().upcoming(reader.at - KEPT)


def _entries(dates, reader):
    """The dates with the words of their events; without those whose event is public no more."""
    needs = Needs(reader)
    collect_dates(dates, needs)
    resolved = needs.resolve()
    host = urlsplit(settings.SITE_URL).hostname or "localhost"
    return try_each(lambda date: _entry(date, resolved, host), dates)


def _entry(date, resolved, host):
    card = date_card(date, resolved)
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
        location=location(date, card, resolved),
        position=position if None not in position else None,
        url=url,
    )
