"""The calendar shows what is on today, this weekend and later, and what is over."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.presenters.facets import weekend_of
from kogu.content.models import Card
from kogu.delivery import clock
from kogu.delivery.dependencies import collect_dependencies
from kogu.presenting.card_views import card_view
from kogu.presenting.chrome import chrome
from kogu.presenting.page import present
from kogu.presenting.resolver import Reader

from .conftest import listed, moment, publish, titles, translate

SATURDAY_NOON = moment("2026-11-21 12:00")


@pytest.fixture
def et(calendars):
    return calendars["et"]


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
    assert card.status_words


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


def test_every_event_is_in_every_languages_calendar_once(calendars, make_event):
    event = make_event("Õhtu", "2026-12-01 18:00")
    translate(event, "lv", title="Vakars")
    make_event("Wieczór", "2026-12-02 18:00", language="pl")

    assert titles(listed(calendars["et"], SATURDAY_NOON)) == ["Õhtu", "Wieczór"]
    assert titles(listed(calendars["lv"], SATURDAY_NOON)) == ["Vakars", "Wieczór"]
    english = listed(calendars["en"], SATURDAY_NOON)
    assert titles(english) == ["Õhtu", "Wieczór"]
    assert [card.is_foreign for card in english.items] == [True, True]
    assert english.items[0].label == "Meeting"


def test_only_my_language_leaves_out_the_others(calendars, make_event):
    make_event("Õhtu", "2026-12-01 18:00")
    make_event("Wieczór", "2026-12-02 18:00", language="pl")
    view = listed(calendars["pl"], SATURDAY_NOON)

    own = listed(calendars["pl"], SATURDAY_NOON, language="mine")

    assert view.language_choice.is_all
    assert titles(own) == ["Wieczór"]
    assert not own.language_choice.is_all


def test_kinds_and_price_narrow_the_list(et, make_event):
    make_event("Concert", "2026-12-01 18:00", event_kind="concert", is_free=False, price="5 €")
    make_event("Free concert", "2026-12-02 18:00", event_kind="concert")
    make_event("Fair", "2026-12-03 18:00", event_kind="fair")

    assert titles(listed(et, SATURDAY_NOON, kind="concert")) == ["Concert", "Free concert"]
    assert titles(listed(et, SATURDAY_NOON, kind="concert", free=1)) == ["Free concert"]
    assert titles(listed(et, SATURDAY_NOON, kind="nonsense")) == []
    facets = {facet.name: facet.options for facet in listed(et, SATURDAY_NOON).facets}
    assert [(option.value, option.count) for option in facets["kind"]] == [
        ("fair", 1),
        ("concert", 2),
    ]


def test_the_past_and_a_kind_can_be_chosen_together(et, make_event):
    make_event("Old concert", "2026-10-01 18:00", event_kind="concert")
    make_event("Old fair", "2026-10-02 18:00", event_kind="fair")
    make_event("New concert", "2026-12-01 18:00", event_kind="concert")

    assert titles(listed(et, SATURDAY_NOON, when="past", kind="concert")) == ["Old concert"]


def test_pages_follow_each_other_without_gap_or_repetition(et, make_event):
    for number in range(45):
        make_event(f"Event {number}", "2026-12-01 18:00")

    pages = [listed(et, SATURDAY_NOON, page=number) for number in (1, 2, 3)]

    seen = [title for view in pages for title in titles(view)]
    assert len(seen) == len(set(seen)) == 45
    assert [len(view.items) for view in pages] == [20, 20, 5]
    assert pages[0].total == 45


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


def queries(action):
    """As within one request, which looks at the clock once, beside surroundings made before."""
    chrome("et")
    with clock.one_reading(), CaptureQueriesContext(connection) as captured:
        action()
    return len(captured)


def test_a_calendar_costs_the_same_however_many_events(et, make_event):
    make_event("First", "2026-12-01 18:00")
    one = queries(lambda: listed(et, SATURDAY_NOON))
    for number in range(49):
        make_event(f"Event {number}", f"2026-12-{number % 28 + 1:02} 18:00")

    assert queries(lambda: listed(et, SATURDAY_NOON)) == one
    assert one <= 14


def test_places_above_a_venue_are_offered_with_every_event_once(et, make_event, make_place):
    county = make_place("Valgamaa")
    hall = make_place("Kultuurimaja", parent=county)
    library = make_place("Raamatukogu", parent=county)
    make_event("Concert", "2026-12-01 18:00", venue=hall)
    make_event("Reading", "2026-12-02 18:00", venue=library)

    offered = next(f for f in listed(et, SATURDAY_NOON).facets if f.name == "place").options

    counts = {option.title: option.count for option in offered}
    assert counts == {"Kultuurimaja": 1, "Raamatukogu": 1, "Valgamaa": 2}
    assert titles(listed(et, SATURDAY_NOON, place=offered[2].value)) == ["Concert", "Reading"]


def offers(view):
    return {facet.name: {o.value: o.count for o in facet.options} for facet in view.facets}


def test_the_calendars_filters_count_what_the_others_leave(et, make_event, make_place):
    hall = make_place("Kultuurimaja")
    make_event("Concert", "2026-12-01 18:00", event_kind="concert", venue=hall)
    make_event("Today", "2026-11-21 18:00", event_kind="fair", is_free=False, price="5 €")
    make_event("Old", "2026-10-01 18:00", event_kind="seminar")

    assert offers(listed(et, SATURDAY_NOON))["kind"] == {"fair": 1, "concert": 1}
    assert offers(listed(et, SATURDAY_NOON, when="past"))["kind"] == {"seminar": 1}
    assert offers(listed(et, SATURDAY_NOON, kind="concert")) == {
        "place": {"kultuurimaja": 1},
        "kind": {"fair": 1, "concert": 1},
        "free": {"1": 1},
    }
    assert offers(listed(et, SATURDAY_NOON, free=1))["when"] == {"past": 1}


def test_what_is_counted_follows_the_clock(et, make_event):
    make_event("Fair", "2026-11-21 15:00", "2026-11-21 16:00", event_kind="fair")

    assert offers(listed(et, moment("2026-11-21 15:30")))["kind"] == {"fair": 1}
    assert "kind" not in offers(listed(et, moment("2026-11-21 16:30")))


@pytest.mark.usefixtures("catalogues")
def test_choices_are_named_in_the_language_of_each_reader(calendars, make_event):
    make_event("Näitus", "2026-11-22 10:00", "2026-12-02 18:00")

    kinds = [
        option.title
        for language in ("et", "lv", "et")
        for facet in present(calendars["et"], Reader(language, SATURDAY_NOON)).facets
        for option in facet.options
        if facet.name == "kind"
    ]

    assert kinds == ["Koosolek", "Sanāksme", "Koosolek"]


def test_the_list_of_a_language_holds_until_one_of_its_own_begins(calendars, make_event):
    make_event("Laat", "2026-11-21 18:00", "2026-11-21 20:00", language="et")
    reader = Reader("lv", SATURDAY_NOON)
    present(calendars["lv"], reader, query={"language": "mine"})

    with collect_dependencies() as seen:
        present(calendars["et"], reader, query={"language": "mine"})

    assert seen.until == moment("2026-11-21 18:00")
