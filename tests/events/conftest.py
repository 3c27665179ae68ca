"""What the calendar's tests share: a calendar in every language, and events made in a line."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings

from directory.models import Person, Place
from events.models import EventIndexPage, EventPage, Occurrence
from kogu.delivery.changes import public_change
from kogu.presenting.chrome import chrome
from kogu.presenting.json_ld import graph_of
from kogu.presenting.page import present
from kogu.presenting.registry import presenter_of
from kogu.presenting.resolver import Reader
from tests import shared_fixtures


def moment(text, zone="Europe/Tallinn"):
    """A clock time in a zone: `moment("2026-11-21 10:00")`."""
    return dt.datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))


@shared_fixtures.fixture
def calendars(homes):
    """A live calendar in every language, each a translation of the first; by code."""
    made = {}
    with public_change():
        for code, home in homes.items():
            page = EventIndexPage(title=f"Calendar {code}", slug="calendar", locale=home.locale)
            if made:
                page.translation_key = next(iter(made.values())).translation_key
            made[code] = home.add_child(instance=page)
            page.save_revision().publish()
    return made


@pytest.fixture
def make_event(calendars):
    """Makes an event that lacks nothing, and publishes it unless told otherwise."""
    number = iter(range(1, 1000))

    def make(title="Evening", starts=None, ends=None, *, language="et", live=True, **fields):
        zone = fields.get("time_zone", settings.TIME_ZONE)
        known = {
            "event_kind": "meeting",
            "address": "Keskväljak 1, Rapla",
            "is_free": True,
            "starts_at": moment(starts, zone) if starts else None,
            "ends_at": moment(ends, zone) if ends else None,
        }
        event = EventPage(
            title=title, slug=f"event-{next(number)}", live=False, **{**known, **fields}
        )
        event.locale = calendars[language].locale
        with public_change():
            calendars[language].add_child(instance=event)
        return publish(event) if live else event

    return make


@pytest.fixture
def make_place(locales):
    def make(name, language="et", **fields):
        with public_change():
            place = Place(name=name, locale=locales[language], **fields)
            place.save()
            place.save_revision().publish()
        return place

    return make


def publish(event, **changes):
    """Publishes the event with these changes, as an editor would."""
    for name, value in changes.items():
        setattr(event, name, value)
    with public_change():
        event.save_revision().publish()
    return EventPage.objects.get(pk=event.pk)


def translate(event, language, **changes):
    """The event in another language, published there."""
    from wagtail.models import Locale

    with public_change():
        copy = event.copy_for_translation(Locale.objects.get(language_code=language))
    return publish(copy, **changes)


def date_of(event, language="et"):
    """The only date of an event in a language."""
    return Occurrence.objects.get(event_key=event.translation_key, locale=language)


def listed(calendar, at=None, **query):
    """The calendar as a reader gets it at a moment, by the choices in its address."""
    reader = Reader(calendar.locale.language_code, *([at] if at else []))
    return present(calendar, reader, query={name: str(value) for name, value in query.items()})


def titles(view):
    """Titles in the order in which they are listed."""
    return [card.title for card in view.items]


def shown(event, at=None):
    """The event's page as a reader gets it at a moment."""
    instance = presenter_of(EventPage).queryset().get(pk=event.pk)
    return present(instance, Reader(event.locale.language_code, *([at] if at else [])))


NOON = moment("2026-11-21 12:00")


@pytest.fixture
def make_person(locales):
    def make(name, basis="official_duty", **fields):
        with public_change():
            person = Person(name=name, locale=locales["et"], basis=basis, **fields)
            person.save()
            if basis == "official_duty":
                person.save_revision().publish()
        return person

    return make


def graph(event, at=NOON):
    """The event in schema.org's terms."""
    view = shown(event, at)
    return graph_of(view, chrome(view.locale, url=view.url))["@graph"][0]


SATURDAY_NOON = moment("2026-11-21 12:00")


@pytest.fixture
def et(calendars):
    return calendars["et"]
