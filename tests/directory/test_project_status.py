"""A project's status follows its dates, however loosely known, or is stated with a reason."""

import datetime as dt

import pytest
import time_machine

from directory.models.dates import first_day, last_day
from directory.models.project_time import status_on
from kogu.demo.factories.projects import ProgrammePageFactory, ProjectPageFactory

from .public_views import shown

pytestmark = pytest.mark.django_db


def test_a_loose_date_is_shown_as_loosely_as_it_is_known(homes):
    project = ProjectPageFactory(
        start=dt.date(2021, 9, 1), start_precision="season", planned_end=None
    )

    view = shown(project)

    assert view.start.precision == "season"
    assert view.start.text.endswith("2021")
    assert view.period.end is None
    assert view.start.iso == "2021"


@pytest.mark.parametrize(
    ("precision", "first", "last"),
    [
        ("day", dt.date(2022, 2, 14), dt.date(2022, 2, 14)),
        ("month", dt.date(2022, 2, 1), dt.date(2022, 2, 28)),
        ("season", dt.date(2021, 12, 1), dt.date(2022, 2, 28)),
        ("year", dt.date(2022, 1, 1), dt.date(2022, 12, 31)),
    ],
)
def test_a_loose_date_stands_for_all_its_days(precision, first, last):
    day = dt.date(2022, 2, 14)

    assert (first_day(day, precision), last_day(day, precision)) == (first, last)


START, END = dt.date(2024, 5, 1), dt.date(2024, 9, 30)


@pytest.mark.parametrize(
    ("today", "status"),
    [
        (dt.date(2024, 4, 30), "planned"),
        (dt.date(2024, 5, 1), "ongoing"),
        (dt.date(2024, 9, 30), "ongoing"),
        (dt.date(2024, 10, 1), "finished"),
    ],
)
def test_the_first_and_the_last_day_belong_to_the_project(homes, today, status):
    project = ProjectPageFactory(start=START, planned_end=END)

    with time_machine.travel(dt.datetime.combine(today, dt.time(9), dt.UTC)):
        assert status_on(today, START, END) == status
        assert shown(project).status == status


def test_a_status_turns_at_midnight_of_the_region_and_not_of_greenwich(homes):
    project = ProjectPageFactory(start=START, planned_end=END)

    with time_machine.travel(dt.datetime(2024, 9, 30, 20, 59, tzinfo=dt.UTC)):
        assert shown(project).status == "ongoing"
    with time_machine.travel(dt.datetime(2024, 9, 30, 21, 0, tzinfo=dt.UTC)):
        assert shown(project).status == "finished"


def test_dates_that_are_not_known_say_no_status(homes):
    project = ProjectPageFactory(start=None, planned_end=None)

    assert (shown(project).status, shown(project).status_label) == ("", "")


def test_a_month_lasts_until_its_last_day():
    last = last_day(dt.date(2024, 9, 1), "month")

    assert status_on(dt.date(2024, 9, 30), START, last) == "ongoing"
    assert status_on(dt.date(2024, 10, 1), START, last) == "finished"


def test_the_actual_end_counts_before_the_planned_one(homes):
    project = ProjectPageFactory(
        start=START, planned_end=dt.date(2099, 1, 1), actual_end=dt.date(2025, 1, 1)
    )

    assert shown(project).status == "finished"


def test_a_stated_status_stands_with_its_reason(homes):
    project = ProjectPageFactory(stated_status="terminated", status_reason="Partner loobus")

    view = shown(project)

    assert (view.status, view.status_reason) == ("terminated", "Partner loobus")
    assert "Partner loobus" in next(f.value for f in view.facts if "Partner" in f.value)


def test_a_card_tells_the_status_of_the_day_it_is_read(homes):
    programme = ProgrammePageFactory()
    ProjectPageFactory(start=START, planned_end=END, programme=programme)

    with time_machine.travel(dt.datetime(2024, 6, 1, tzinfo=dt.UTC)):
        assert shown(programme).related[0].cards[0].status == "ongoing"
    with time_machine.travel(dt.datetime(2025, 6, 1, tzinfo=dt.UTC)):
        assert shown(programme).related[0].cards[0].status == "finished"
