"""When something begins and is over is one rule, for events and for their dates alike."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kogu.delivery.changes import public_change

from .conftest import moment, translate

HOME = ZoneInfo("Europe/Tallinn")
ZONES = ["Europe/Tallinn", "Europe/Warsaw", "America/New_York", "Asia/Tokyo"]
DAYS = st.dates(dt.date(2026, 2, 20), dt.date(2026, 4, 10))
NAMES = ("starts_from", "starts_to", "ends_from", "ends_to")
LASTS = st.none() | st.sampled_from([0, 1, 2, 5, 24, 30, 72])

timed = st.tuples(
    *(st.just("timed"), DAYS, st.sampled_from([0, 1, 12, 19, 22, 23])),
    *(LASTS, st.sampled_from(ZONES)),
)
whole = st.tuples(st.just("whole"), DAYS, st.none() | st.integers(0, 3), st.sampled_from(ZONES))
loose = st.tuples(st.just("loose"), DAYS, st.sampled_from(["day", "month", "season", "year"]))
bounds = st.dictionaries(st.sampled_from(NAMES), DAYS, min_size=1).filter(
    lambda made: (
        made.get("starts_from", dt.date.min) <= made.get("starts_to", dt.date.max)
        and made.get("ends_from", dt.date.min) <= made.get("ends_to", dt.date.max)
    )
)


def fields(kind, day, *rest):
    """An event as an editor enters it."""
    if kind == "loose":
        return {"period_from": day, "period_from_precision": rest[0]}
    if kind == "whole":
        lasts, zone = rest
        last = None if lasts is None else f"{day + dt.timedelta(days=lasts)} 00:00"
        return {"starts": f"{day} 00:00", "ends": last, "is_all_day": True, "time_zone": zone}
    hour, lasts, zone = rest
    start = moment(f"{day} {hour:02}:00", zone)
    end = None if lasts is None else start + dt.timedelta(hours=lasts)
    return {"starts_at": start, "ends_at": end, "time_zone": zone}


def reach(kind, day, *rest):
    """The days on which it may begin, and on which it may end, reckoned by hand."""
    if kind == "loose":
        first, last = period(day, rest[0])
        return (first, last), (first, last)
    if kind == "whole":
        last = day + dt.timedelta(days=rest[0] or 0)
        return (day, day), (last, last)
    hour, lasts, zone = rest
    start = dt.datetime(day.year, day.month, day.day, hour, tzinfo=ZoneInfo(zone))
    begins = start.astimezone(HOME).date()
    # Like the editor's form: the clock on the wall moves on.
    end = (start + dt.timedelta(hours=lasts or 0)).astimezone(HOME)
    ends = end.date()
    if end.time() == dt.time() and ends > begins:
        ends -= dt.timedelta(days=1)
    return (begins, begins), (ends, ends)


def period(day, known_to):
    """First and last day of the day, month, season or year."""
    if known_to == "day":
        return day, day
    if known_to == "year":
        return dt.date(2026, 1, 1), dt.date(2026, 12, 31)
    if known_to == "month":
        first = day.replace(day=1)
        return first, (first + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)
    is_spring = day.month >= 3
    spring = (dt.date(2026, 3, 1), dt.date(2026, 5, 31))
    return spring if is_spring else (dt.date(2025, 12, 1), dt.date(2026, 2, 28))


def meets(spec, asked):
    """Whether it may begin and end within what is asked."""
    begins, ends = reach(*spec)
    return (
        begins[1] >= asked.get("starts_from", dt.date.min)
        and begins[0] <= asked.get("starts_to", dt.date.max)
        and ends[1] >= asked.get("ends_from", dt.date.min)
        and ends[0] <= asked.get("ends_to", dt.date.max)
    )


def found(client, name, **query):
    answer = client.get(f"/api/v1/{name}", {"locale": "et", "limit": 100, **query}).json()
    return {item.get("event", item)["id"] for item in answer["items"]}


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck), database=None)
@given(specs=st.lists(timed | whole | loose, min_size=1, max_size=3), asked=bounds)
def test_events_and_their_dates_are_found_as_reckoned_by_hand(client, make_event, specs, asked):
    made = {make_event(**fields(*spec)): spec for spec in specs}
    expected = {str(event.translation_key) for event, spec in made.items() if meets(spec, asked)}

    try:
        assert found(client, "occurrences", **asked) == expected
        assert found(client, "events", **asked) == expected
    finally:
        with public_change():
            for event in made:
                event.delete()


@pytest.mark.parametrize("name", ["events", "occurrences"])
def test_an_event_until_midnight_is_over_on_the_day_that_ends(client, make_event, name):
    make_event(starts="2026-06-11 20:00", ends="2026-06-12 00:00")

    assert found(client, name, ends_to="2026-06-11")
    assert not found(client, name, ends_from="2026-06-12")


@pytest.mark.parametrize("name", ["events", "occurrences"])
def test_an_event_without_an_end_is_over_on_the_day_of_its_start(client, make_event, name):
    make_event(starts="2026-06-11 16:30", time_zone="America/New_York")

    assert found(client, name, ends_from="2026-06-11", ends_to="2026-06-11")
    assert not found(client, name, ends_from="2026-06-12")


@pytest.mark.parametrize("name", ["events", "occurrences"])
def test_the_days_that_are_told_are_those_compared(client, make_event, name):
    make_event(starts="2026-06-11 20:00", ends="2026-06-11 22:00", time_zone="America/New_York")
    make_event(starts="2026-06-14 20:00", ends="2026-06-15 00:00")
    make_event(
        starts="2026-06-17", ends="2026-06-18", time_zone="America/New_York", is_all_day=True
    )

    items = client.get(f"/api/v1/{name}", {"locale": "et"}).json()["items"]

    days = [(item["first_day"], item["last_day"]) for item in items]
    both = "2026-06-12", "2026-06-14"
    assert days == [(day, day) for day in both] + [("2026-06-17", "2026-06-18")]
    for item, (first, last) in zip(items, days, strict=True):
        asked = {"starts_from": first, "starts_to": first, "ends_from": last, "ends_to": last}
        assert found(client, name, **asked) == {item.get("event", item)["id"]}


@pytest.mark.parametrize("name", ["events", "occurrences"])
def test_moments_are_compared_with_the_moments_shown(client, make_event, name):
    make_event(starts="2026-06-11 18:00", ends="2026-06-11 20:00")

    assert found(client, name, starts_from="2026-06-11T15:00:00Z", ends_to="2026-06-11T17:00:00Z")
    assert not found(client, name, starts_from="2026-06-11T15:00:01Z")
    assert not found(client, name, ends_to="2026-06-11T16:59:59Z")
    assert not found(client, name, ends_from="2026-06-11T17:00:01Z")


@pytest.mark.parametrize("name", ["events", "occurrences"])
def test_one_date_must_lie_within_everything_asked(client, make_event, name):
    make_event(starts="2026-03-01 18:00", ends="2026-03-01 20:00")
    translate(make_event(starts="2026-05-01 18:00"), "lv")

    assert not found(client, name, starts_from="2026-03-02", ends_to="2026-04-30")
    assert len(found(client, name, starts_from="2026-03-01", ends_to="2026-05-01")) == 2


@pytest.mark.parametrize(
    "query",
    [{"ends_to": "9999-12-31"}, {"starts_from": "9999-12-31T23:59:59Z"}, {"starts_to": "0001-1-1"}],
)
@pytest.mark.parametrize("name", ["events", "occurrences", "projects"])
def test_the_ends_of_time_break_nothing(client, calendars, name, query):
    assert client.get(f"/api/v1/{name}", query).status_code in {200, 400}
