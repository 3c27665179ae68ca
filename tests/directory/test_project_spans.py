"""Projects are found by when they may begin and end, as reckoned by hand."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from directory.models import ProjectPage
from kogu.delivery.changes import public_change
from kogu.demo.factories import ProjectPageFactory

FIRST, LAST = dt.date(2025, 11, 15), dt.date(2027, 2, 15)
DAYS = st.dates(FIRST, LAST)
NAMES = ("starts_from", "starts_to", "ends_from", "ends_to")
PRECISIONS = ("day", "month", "season", "year")
loose = st.none() | st.tuples(DAYS, st.sampled_from(PRECISIONS))
projects = st.tuples(loose, loose, loose)  # start, planned end, actual end
bounds = st.dictionaries(st.sampled_from(NAMES), DAYS, min_size=1).filter(
    lambda made: all(
        made.get(f"{what}_from", dt.date.min) <= made.get(f"{what}_to", dt.date.max)
        for what in ("starts", "ends")
    )
)


def reach(known):
    """First and last day of what is known of a date; nothing where nothing is."""
    if known is None:
        return None
    day, precision = known
    if precision == "day":
        return day, day
    if precision == "year":
        return dt.date(day.year, 1, 1), dt.date(day.year, 12, 31)
    begins = day.year * 12 + day.month - 1
    if precision == "month":
        return month(begins), month(begins + 1) - dt.timedelta(days=1)
    while month(begins).month not in {3, 6, 9, 12}:
        begins -= 1
    return month(begins), month(begins + 3) - dt.timedelta(days=1)


def month(number):
    return dt.date(number // 12, number % 12 + 1, 1)


def meets(spec, asked):
    """Whether it may begin and end within what is asked; what is open meets no range."""
    start, planned, actual = spec
    for what, known in (("starts", reach(start)), ("ends", reach(actual or planned))):
        begin, end = asked.get(f"{what}_from"), asked.get(f"{what}_to")
        if (begin or end) and known is None:
            return False
        if (begin and known[1] < begin) or (end and known[0] > end):
            return False
    return True


def fields(spec):
    """A project's columns."""
    made = {}
    for name, known in zip(("start", "planned_end", "actual_end"), spec, strict=True):
        day, precision = known or (None, "")
        made |= {name: day, f"{name}_precision": precision}
    return made


def found(client, **query):
    answer = client.get("/api/v1/projects", {"locale": "et", "limit": 100, **query}).json()
    return {item["id"] for item in answer["items"]}


@pytest.fixture
def three(homes):
    """Three projects, whose dates each example sets anew."""
    return [ProjectPageFactory() for _n in range(3)]


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck), database=None)
@given(specs=st.lists(projects, min_size=3, max_size=3), asked=bounds)
def test_projects_are_found_as_reckoned_by_hand(client, three, specs, asked):
    with public_change():
        for project, spec in zip(three, specs, strict=True):
            ProjectPage.objects.filter(pk=project.pk).update(**fields(spec))

    expected = {
        str(project.translation_key)
        for project, spec in zip(three, specs, strict=True)
        if meets(spec, asked)
    }
    assert found(client, **asked) == expected


def test_a_project_is_found_by_no_range_over_a_day_that_is_not_known(client, three):
    with public_change():
        ProjectPage.objects.update(planned_end=None, actual_end=None)

    assert found(client, ends_from="0001-01-02", ends_to="9999-12-30") == set()
    assert len(found(client, starts_to="2024-09-01")) == 3
