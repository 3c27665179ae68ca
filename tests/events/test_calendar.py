"""The calendar shows what is on today, this weekend and later, and what is over."""

import datetime as dt

import pytest

from events.presenters.facets import weekend_of
from kogu.content.models import Card
from kogu.delivery.dependencies import collect_dependencies
from kogu.presenting.card_views import card_view
from kogu.presenting.page import present
from kogu.presenting.resolver import Reader
from tests.events.conftest import SATURDAY_NOON

from .conftest import listed, moment, publish, titles


def test_what_has_not_ended_is_upcoming_soonest_first(et, make_event):
    make_event("Later", "2026-12-05 18:00")
    make_event("Now", "2026-11-21 10:00", "2026-11-21 14:00")
    make_event("Over", "2026-11-21 08:00", "2026-11-21 10:00")

    assert titles(listed(et, SATURDAY_NOON)) == ["Now", "Later"]


def test_what_has_ended_is_past_latest_first(et, make_event):
    make_event("Long ago", "2020-05-01 10:00", "2020-05-01 12:00")
    make_event("This morning", "2026-11-21 08:00", "2026-11-21 10:00")
    make_event("Tomorrow", "2026-11-22 08:00", "2026-11-22 10:00")

    view = listed(et, SATURDAY_NOON, when="past")

    assert titles(view) == ["This morning", "Long ago"]
    assert all(card.is_past for card in view.items)


@pytest.mark.parametrize("hour", [0, 9, 12, 23])
def test_an_event_that_happens_today_is_listed_all_day(et, make_event, hour):
    make_event("This morning", "2026-11-21 08:00", "2026-11-21 10:00")
    make_event("Tonight", "2026-11-21 22:00", "2026-11-22 02:00")
    make_event("All week", "2026-11-18 09:00", "2026-11-24 17:00")
    make_event("Yesterday", "2026-11-20 22:00", "2026-11-21 00:00")
    make_event("Tomorrow", "2026-11-22 00:00")

    today = listed(et, moment(f"2026-11-21 {hour:02}:59"), when="today")

    assert titles(today) == ["All week", "This morning", "Tonight"]


def test_an_event_with_an_open_end_lasts_until_its_day_is_over(et, make_event):
    make_event("Campfire", "2026-11-21 19:00")

    assert titles(listed(et, moment("2026-11-21 23:59"))) == ["Campfire"]
    assert titles(listed(et, moment("2026-11-22 00:00"))) == []
    assert titles(listed(et, moment("2026-11-22 00:00"), when="past")) == ["Campfire"]


def test_whole_days_include_the_last(et, make_event):
    make_event("Fair", "2026-11-20 00:00", "2026-11-21 00:00", is_all_day=True)

    assert titles(listed(et, moment("2026-11-21 23:00"), when="today")) == ["Fair"]
    assert titles(listed(et, moment("2026-11-21 23:00"))) == ["Fair"]
    assert titles(listed(et, moment("2026-11-22 00:00"))) == []


@pytest.mark.parametrize("zone", ["America/New_York", "Europe/Warsaw", "Pacific/Auckland"])
def test_whole_days_elsewhere_are_the_days_they_are_called(et, make_event, zone):
    make_event("Abroad", "2026-11-21 00:00", is_all_day=True, time_zone=zone)

    assert titles(listed(et, moment("2026-11-20 12:00"), when="today")) == []
    assert titles(listed(et, moment("2026-11-21 12:00"), when="today")) == ["Abroad"]
    assert titles(listed(et, moment("2026-11-22 00:30"), when="today")) == []


def test_clock_times_elsewhere_fall_on_the_days_of_the_organisation(et, make_event):
    make_event(
        "Evening there",
        "2026-11-20 20:00",
        "2026-11-20 21:00",
        time_zone="America/New_York",
    )

    assert titles(listed(et, moment("2026-11-21 12:00"), when="today")) == ["Evening there"]


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("2026-11-16", ("2026-11-21", "2026-11-22")),  # Monday
        ("2026-11-20", ("2026-11-21", "2026-11-22")),  # Friday
        ("2026-11-21", ("2026-11-21", "2026-11-22")),  # Saturday
        ("2026-11-22", ("2026-11-22", "2026-11-22")),  # Sunday
        ("2026-11-23", ("2026-11-28", "2026-11-29")),  # Monday again
    ],
)
def test_this_weekend_is_the_one_to_come_or_what_is_left_of_it(today, expected):
    days = tuple(dt.date.fromisoformat(day) for day in expected)

    assert weekend_of(dt.date.fromisoformat(today)) == days


def test_the_weekend_has_its_edges_at_midnight(et, make_event):
    make_event("Friday night", "2026-11-20 20:00", "2026-11-21 00:00")
    make_event("Friday to Saturday", "2026-11-20 22:00", "2026-11-21 01:00")
    make_event("Saturday", "2026-11-21 10:00", "2026-11-21 12:00")
    make_event("Sunday night", "2026-11-22 23:00", "2026-11-23 01:00")
    make_event("Monday", "2026-11-23 00:00", "2026-11-23 01:00")

    friday = listed(et, moment("2026-11-20 12:00"), when="weekend")
    sunday = listed(et, moment("2026-11-22 12:00"), when="weekend")
    monday = listed(et, moment("2026-11-23 12:00"), when="weekend")

    assert titles(friday) == ["Friday to Saturday", "Saturday", "Sunday night"]
    assert titles(sunday) == ["Sunday night"]
    assert titles(monday) == []


@pytest.mark.parametrize("day", ["2026-03-29", "2026-10-25"])
def test_days_on_which_the_clocks_change_are_whole_days(et, make_event, day):
    before = dt.date.fromisoformat(day) - dt.timedelta(days=1)
    after = dt.date.fromisoformat(day) + dt.timedelta(days=1)
    make_event("Whole day", f"{day} 00:00", is_all_day=True)
    make_event("First minutes", f"{day} 00:00", f"{day} 00:30")
    make_event("Last minutes", f"{day} 23:30", f"{after} 00:00")

    assert titles(listed(et, moment(f"{before} 23:59"), when="today")) == []
    expected = ["First minutes", "Whole day", "Last minutes"]
    assert sorted(titles(listed(et, moment(f"{day} 12:00"), when="today"))) == sorted(expected)
    assert titles(listed(et, moment(f"{after} 00:00"), when="today")) == []


def test_a_cancelled_event_stays_listed_and_says_so(et, make_event):
    make_event("Concert", "2026-12-01 18:00", status="cancelled", status_reason="Illness")

    [card] = listed(et, SATURDAY_NOON).items

    assert card.status == "cancelled"
    assert card.status_label


def test_an_event_without_a_date_is_listed_by_its_period(et, make_event):
    make_event("Next spring", period_from=dt.date(2027, 4, 1), period_from_precision="season")
    make_event("Soon", "2026-12-01 18:00")

    view = listed(et, SATURDAY_NOON)

    assert titles(view) == ["Soon", "Next spring"]
    assert "2027" in view.items[1].when.text
    assert titles(listed(et, moment("2027-04-10 12:00"), when="today")) == []
    assert titles(listed(et, moment("2027-06-01 00:00"))) == []


def test_an_event_named_elsewhere_says_when_it_is_as_the_calendar_does(et, make_event):
    make_event("Next spring", period_from=dt.date(2027, 4, 1), period_from_precision="season")
    make_event("Abroad", "2026-12-01 18:00", time_zone="Europe/Warsaw")
    reader = Reader("et", SATURDAY_NOON)

    named = {card.title: card_view(card, reader).when for card in Card.objects.filter(kind="event")}

    assert named == {card.title: card.when for card in listed(et, SATURDAY_NOON).items}
    assert "2027" in named["Next spring"].text
    assert "(Kesk-Euroopa" in named["Abroad"].text


def test_the_list_holds_until_the_next_thing_happens(et, make_event):
    make_event("Soon", "2026-11-21 15:00", "2026-11-21 16:00")

    def until(at):
        with collect_dependencies() as seen:
            listed(et, moment(at))
        return seen.until

    assert until("2026-11-21 12:00") == moment("2026-11-21 15:00")
    assert until("2026-11-21 15:30") == moment("2026-11-21 16:00")
    assert until("2026-11-21 17:00") == moment("2026-11-22 00:00")


def test_an_expired_event_is_not_listed_whether_or_not_a_worker_has_run(et, make_event):
    event = make_event("Brief", "2036-12-01 18:00")
    publish(event, expire_at=moment("2036-01-01 00:00"))

    assert titles(listed(et, moment("2035-12-31 12:00"))) == ["Brief"]
    assert titles(listed(et, moment("2036-01-01 12:00"))) == []


def test_the_list_of_a_language_holds_until_one_of_its_own_begins(calendars, make_event):
    make_event("Laat", "2026-11-21 18:00", "2026-11-21 20:00", language="et")
    reader = Reader("lv", SATURDAY_NOON)
    present(calendars["lv"], reader, query={"language": "mine"})

    with collect_dependencies() as seen:
        present(calendars["et"], reader, query={"language": "mine"})

    assert seen.until == moment("2026-11-21 18:00")
