"""An event's page says where it is, for whom, how to take part, and costs the same for all."""

import datetime as dt

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.models import EventPage, EventSession, EventSpeaker
from events.presenters.json_ld import describe
from events.zones import currency_of
from kogu.content.models import Card, Relation
from kogu.delivery.changes import public_change
from kogu.delivery.dependencies import collect_dependencies
from kogu.presenting.card_views import card_view
from kogu.presenting.chrome import chrome
from kogu.presenting.page import present, present_many
from kogu.presenting.registry import presenter_of
from kogu.presenting.resolver import Reader
from tests.events.conftest import NOON, graph

from .conftest import listed, moment, publish, shown, translate


def test_a_venues_accessibility_is_told_where_the_event_says_nothing(make_event, make_place):
    venue = make_place("Raamatukogu", accessibility="There is a lift.")
    silent = make_event(starts="2026-12-01 18:00", venue=venue)
    own = make_event(starts="2026-12-01 18:00", venue=venue, accessibility="Stairs only today.")

    assert "There is a lift." in [fact.value for fact in shown(silent, NOON).facts]
    assert "There is a lift." not in [fact.value for fact in shown(own, NOON).facts]


def test_the_link_to_join_is_never_public(make_event, client):
    secret = "https://meet.example.org/room-4711"
    event = make_event(starts="2036-12-01 18:00", attendance="hybrid", join_link=secret)

    card = Card.objects.get(key=event.translation_key)

    assert secret not in client.get(event.public_url()).content.decode()
    assert secret not in repr(shown(event))
    assert secret not in repr(graph(event))
    assert secret not in repr(vars(card))


def test_the_venue_gives_its_address_and_position(make_event, make_place):
    venue = make_place(
        "Raamatukogu", address="Tallinna mnt 9", latitude="59.008000", longitude="24.792000"
    )
    event = make_event(starts="2026-12-01 18:00", venue=venue, room="Saal", address="")

    view = shown(event, NOON)

    assert (view.venue.name, view.venue.address) == ("Raamatukogu", "Tallinna mnt 9")
    assert (view.venue.latitude, view.venue.longitude) == (59.008, 24.792)
    assert graph(event)["location"]["geo"]["latitude"] == 59.008
    card = Card.objects.get(key=event.translation_key)
    assert (card.place, card.facts["latitude"]) == ("Raamatukogu", 59.008)


def test_a_venue_renamed_is_renamed_on_its_events_cards(make_event, make_place):
    venue = make_place("Vana nimi", address="Tallinna mnt 9")
    event = make_event(starts="2036-12-01 18:00", venue=venue)

    with public_change():
        venue.name = "Uus nimi"
        venue.save_revision().publish()

    assert Card.objects.get(key=event.translation_key).place == "Uus nimi"


def test_the_calendar_is_narrowed_by_a_place_and_what_lies_in_it(calendars, make_event, make_place):
    county = make_place("Raplamaa", slug="raplamaa", place_kind="county")
    venue = make_place("Raamatukogu", slug="raamatukogu", parent=county)
    make_event("In the library", "2026-12-01 18:00", venue=venue)
    make_event("Elsewhere", "2026-12-02 18:00")

    for slug in ("raamatukogu", "raplamaa"):
        view = listed(calendars["et"], NOON, place=slug)
        assert [card.title for card in view.items] == ["In the library"]
    assert listed(calendars["et"], NOON, place="nowhere").items == ()


def test_sign_up_is_offered_only_while_it_is_open(make_event):
    url = "https://forms.example.org/1"
    event = make_event(
        starts="2026-12-01 18:00",
        registration_url=url,
        registration_closes_at=moment("2026-11-28 12:00"),
    )

    assert shown(event, moment("2026-11-28 11:59")).registration_url == url
    assert shown(event, moment("2026-11-28 12:00")).registration_url == ""
    cancelled = publish(event, status="cancelled", status_reason="Storm")
    assert shown(cancelled, NOON).registration_url == ""


def test_the_page_holds_until_sign_up_closes_or_the_event_begins_or_ends(make_event):
    event = make_event(
        starts="2026-12-01 18:00",
        ends="2026-12-01 20:00",
        registration_closes_at=moment("2026-11-28 12:00"),
    )

    def until(at):
        with collect_dependencies() as seen:
            shown(event, moment(at))
        return seen.until

    assert until("2026-11-21 12:00") == moment("2026-11-28 12:00")
    assert until("2026-11-29 12:00") == moment("2026-12-01 18:00")
    assert until("2026-12-01 19:00") == moment("2026-12-01 20:00")
    assert until("2026-12-02 12:00") is None


def test_ages_languages_and_price_are_put_in_words(make_event):
    event = make_event(
        starts="2026-12-01 18:00",
        language="en",
        ages_from=12,
        ages_until=18,
        held_in=["et", "en"],
        is_free=True,
    )

    view = shown(event, NOON)

    assert view.ages_text == "ages 12 to 18"
    assert [language.name for language in view.held_in] == ["Estonian", "English"]
    assert view.price_text == "Free of charge"
    assert graph(event)["offers"]["price"] == "0"


@pytest.mark.parametrize(
    ("fields", "mode", "types"),
    [
        ({}, "OfflineEventAttendanceMode", ["Place"]),
        ({"attendance": "online"}, "OnlineEventAttendanceMode", ["VirtualLocation"]),
        ({"attendance": "hybrid"}, "MixedEventAttendanceMode", ["Place", "VirtualLocation"]),
        (
            {"attendance": "hybrid", "status": "moved_online"},
            "OnlineEventAttendanceMode",
            ["VirtualLocation"],
        ),
    ],
)
def test_machines_learn_how_to_take_part(make_event, fields, mode, types):
    described = graph(make_event(starts="2026-12-01 18:00", **fields))

    location = described["location"]
    locations = location if isinstance(location, list) else [location]
    assert described["eventAttendanceMode"] == f"https://schema.org/{mode}"
    assert [one["@type"] for one in locations] == types


def test_machines_learn_whole_days_as_days(make_event):
    event = make_event(starts="2026-12-01 00:00", ends="2026-12-03 00:00", is_all_day=True)

    described = graph(event)

    assert (described["startDate"], described["endDate"]) == ("2026-12-01", "2026-12-03")


def test_the_venue_and_speakers_are_relations_read_from_both_sides(
    make_event, make_place, make_person
):
    venue, person = make_place("Raamatukogu"), make_person("Kadri Ilves")
    event = make_event(starts="2026-12-01 18:00", venue=venue, live=False)
    event.speakers.add(EventSpeaker(person=person))
    publish(event)

    relations = Relation.objects.filter(source_key=event.translation_key)
    assert {(r.relation, r.role, r.target_key) for r in relations} == {
        ("venue", "", venue.translation_key),
        ("person", "speaker", person.translation_key),
    }


@time_machine.travel("2026-11-21 10:00+00:00")
def test_the_page_is_served_with_its_facts(make_event, client):
    event = make_event("Ärifoorum", "2026-12-01 18:00", status="moved_online", attendance="hybrid")

    response = client.get(event.public_url())

    html = response.content.decode()
    assert response.status_code == 200
    assert "Ärifoorum" in html
    assert "1. detsember 2026" in html


@time_machine.travel("2026-11-21 10:00+00:00")
def test_the_calendar_is_served(calendars, make_event, client):
    make_event("Ärifoorum", "2026-12-01 18:00")
    make_event("Kunagi", period_from=dt.date(2027, 1, 1), period_from_precision="year")

    html = client.get(calendars["et"].public_url()).content.decode()

    assert "Ärifoorum" in html
    assert "Kunagi" in html


def test_tonights_event_with_an_open_end_stays_on_the_front_page(homes, make_event):
    make_event("Lõke", "2026-11-21 11:00")

    def coming(at):
        view = present(homes["et"], Reader("et", at))
        return [card.title for group in view.sections for card in group.cards]

    assert coming(NOON) == ["Lõke"]
    assert coming(moment("2026-11-22 00:00")) == []


def test_an_event_costs_the_same_however_much_belongs_to_it(make_event, make_person):
    small, large = make_event(starts="2026-12-01 18:00"), make_event(starts="2026-12-01 18:00")
    for event, count in ((small, 1), (large, 10)):
        for number in range(count):
            event.sessions.add(EventSession(title=f"Session {number}"))
            event.speakers.add(EventSpeaker(person=make_person(f"Person {number}")))
        publish(event)

    def cost(event):
        with CaptureQueriesContext(connection) as captured:
            shown(event, NOON)
        return len(captured)

    assert cost(large) == cost(small) <= 12


def test_many_events_cost_as_much_as_one(make_event):
    events = [make_event(starts="2026-12-01 18:00") for _number in range(6)]

    def cost(count):
        instances = presenter_of(EventPage).queryset().filter(pk__in=[e.pk for e in events[:count]])
        with CaptureQueriesContext(connection) as captured:
            assert len(present_many(list(instances), Reader("et", NOON))) == count
        return len(captured)

    assert cost(6) == cost(1)


def test_a_translation_has_the_events_facts_and_its_own_words(make_event, make_person):
    event = make_event(starts="2026-12-01 18:00", live=False)
    event.sessions.add(EventSession(title="Avamine", starts=dt.time(18)))
    event.speakers.add(EventSpeaker(person=make_person("Kadri Ilves"), role="juhataja"))
    event = publish(event)
    translated = translate(event, "lv", title="Vakars")

    view = shown(translated, NOON)

    assert [one.name for one in view.speakers] == ["Kadri Ilves"]
    assert view.sessions[0].when.iso == "2026-12-01T18:00+02:00"
    assert view.when.text != shown(event, NOON).when.text


@pytest.mark.usefixtures("catalogues")
def test_that_an_event_is_online_is_said_in_the_readers_words(make_event):
    event = make_event("Veebiõhtu", "2026-12-01 18:00", attendance="online")
    card = Card.objects.get(key=event.translation_key)

    assert card_view(card, Reader("et")).place == "Veebis"
    assert card_view(card, Reader("en")).place == "Online"


def test_the_currency_of_a_free_event_is_that_of_its_place(make_event):
    event = make_event("Wieczór", "2026-12-01 18:00", time_zone="Europe/Warsaw")

    offer = describe(shown(event), chrome("et"))["offers"]

    assert (offer["price"], offer["priceCurrency"]) == ("0", "PLN")
    assert currency_of("Europe/Tallinn") == currency_of("UTC") == "EUR"


def test_of_an_open_end_machines_learn_nothing(make_event):
    event = make_event("Laternaöö", "2026-12-19 19:00")

    described = describe(shown(event), chrome("et"))

    assert described["startDate"] == "2026-12-19T19:00:00+02:00"
    assert described["endDate"] is None
    assert "endDate" not in graph(event)
