"""The calendar is narrowed by language, kind, price and place, page by page, at one cost."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kogu.delivery import clock
from kogu.presenting.chrome import chrome
from kogu.presenting.page import present
from kogu.presenting.resolver import Reader
from tests.events.conftest import SATURDAY_NOON

from .conftest import listed, moment, titles, translate


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


def queries(action):
    """As within one request, which looks at the clock once, beside surroundings made before."""
    chrome("et")
    with clock.shared_reading(), CaptureQueriesContext(connection) as captured:
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
