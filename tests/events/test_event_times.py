"""An event's page says when it is, in whose time, and that it was cancelled, postponed or moved."""

import datetime as dt

from tests.events.conftest import NOON, graph

from .conftest import listed, moment, shown


def test_the_date_is_told_in_the_readers_language(make_event):
    event = make_event(starts="2026-12-01 18:00", ends="2026-12-01 20:30")

    view = shown(event, NOON)

    assert "1. detsember 2026" in view.when.text
    assert "18:00–20:30" in view.when.text
    assert view.when.iso == "2026-12-01T18:00+02:00"
    assert not view.is_past


def test_a_zone_with_other_clocks_is_named(make_event):
    here = make_event(starts="2026-12-01 18:00")
    abroad = make_event(starts="2026-12-01 18:00", time_zone="Europe/Warsaw")

    assert "(" not in shown(here, NOON).when.text
    assert "18:00 (Kesk-Euroopa" in shown(abroad, NOON).when.text
    assert shown(abroad, NOON).when.iso == "2026-12-01T18:00+01:00"


def test_a_loose_date_is_told_as_loosely(make_event):
    event = make_event(period_from=dt.date(2027, 9, 1), period_from_precision="month")

    view = shown(event, NOON)

    assert view.when is None
    assert "september 2027" in view.period_text
    assert view.facts[0].value == view.period_text


def test_a_cancelled_event_says_why(make_event):
    event = make_event(starts="2026-12-01 18:00", status="cancelled", status_reason="Storm")

    view = shown(event, NOON)

    assert (view.status, view.status_reason) == ("cancelled", "Storm")
    assert view.status_label
    assert graph(event)["eventStatus"] == "https://schema.org/EventCancelled"


def test_a_postponed_event_tells_the_date_that_no_longer_holds(make_event):
    event = make_event(starts="2026-12-01 18:00", status="postponed", status_reason="Storm")

    view = shown(event, NOON)

    assert "1. detsember 2026" in view.previous_when.text
    assert "detsember" not in view.facts[0].value
    assert graph(event)["startDate"] == "2026-12-01T18:00:00+02:00"


def test_an_event_moved_online_sends_nobody_to_the_venue(calendars, make_event, make_place):
    venue = make_place("Raamatukogu", address="Tallinna mnt 9", slug="raamatukogu")
    event = make_event(
        starts="2026-12-01 18:00", venue=venue, status="moved_online", status_reason="Storm"
    )

    view = shown(event, NOON)

    assert (view.venue, view.attendance) == (None, "online")
    assert "Raamatukogu" not in "".join(fact.value for fact in view.facts)
    assert listed(calendars["et"], NOON).items[0].place != "Raamatukogu"
    assert listed(calendars["et"], NOON, place="raamatukogu").total == 1


def test_the_earlier_day_of_whole_days_has_its_weekday(make_event):
    event = make_event(
        starts="2026-12-08 00:00",
        is_all_day=True,
        status="rescheduled",
        status_reason="The hall",
        previous_starts_at=moment("2026-12-01 00:00"),
    )

    assert shown(event, NOON).previous_when.text == "teisipäev, 1. detsember 2026"


def test_a_moved_event_tells_its_previous_start(make_event):
    event = make_event(
        starts="2026-12-08 18:00",
        status="rescheduled",
        status_reason="The hall",
        previous_starts_at=moment("2026-12-01 18:00"),
    )

    view = shown(event, NOON)

    assert "1. detsember 2026" in view.previous_when.text
    assert graph(event)["previousStartDate"] == "2026-12-01T18:00:00+02:00"
    assert graph(event)["eventStatus"] == "https://schema.org/EventRescheduled"
