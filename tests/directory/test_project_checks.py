"""Publishing a project waits for sums that add up, numbers, partners and what the rules ask."""

import datetime as dt

import pytest
import time_machine

from directory.models import (
    FundingLine,
    ProgrammeRule,
    ProjectNumber,
    ProjectPartner,
)
from directory.notices import rules_of
from directory.project_checks import grant_of, keep_until, problems_of
from kogu.demo.factories.projects import ProgrammePageFactory, ProjectPageFactory

pytestmark = pytest.mark.django_db


def draft(**values):
    """A project not yet published."""
    return ProjectPageFactory(published=False, **values)


def fields(project, *, warnings=False):
    """Fields with problems, or those with warnings."""
    return [p.field for p in problems_of(project) if p.is_warning is warnings]


def lines(*said):
    return [FundingLine(source=source, amount=amount) for source, amount in said]


@pytest.mark.parametrize(
    ("total", "funding", "lacking"),
    [
        ("100.00", lines(("eu_fund", "80.00"), ("own", "20.00")), []),
        ("100.00", lines(("eu_fund", "80.00"), ("own", "19.99")), ["funding_lines"]),
        ("100.00", lines(("eu_fund", "80.00"), ("own", "20.01")), ["funding_lines"]),
        ("100.00", lines(("own", "20.00"), ("not_stated", None)), []),
        ("100.00", lines(("own", "20.00"), ("not_stated", "80.00")), []),
        ("100.00", lines(("own", "20.00"), ("not_stated", "70.00")), ["funding_lines"]),
        ("100.00", lines(("own", "120.00"), ("not_stated", None)), ["funding_lines"]),
        ("100.00", lines(("own", "100.00"), ("eu_fund", None)), ["funding_lines"]),
        (None, lines(("own", "100.00")), ["total_budget"]),
        ("100.00", [], []),
    ],
)
def test_funding_adds_up_to_the_total(homes, total, funding, lacking):
    assert fields(draft(total_budget=total, funding_lines=funding)) == lacking


def test_the_gap_is_told_in_money(homes):
    project = draft(total_budget="100.00", funding_lines=lines(("own", "60.00")))

    (problem,) = problems_of(project)

    assert "60\xa0€" in problem.message
    assert "100\xa0€" in problem.message


def test_a_line_without_a_source_waits_for_one(homes):
    project = draft(total_budget="10.00", funding_lines=lines(("", "10.00")))

    assert fields(project) == ["funding_lines"]


@pytest.fixture
def interreg(homes):
    rule = ProgrammeRule(number_pattern=r"EE-LV\d{5}", number_example="EE-LV00012")
    return ProgrammePageFactory(title="Interreg", rules=[rule])


def test_a_number_written_otherwise_is_a_warning_and_no_more(interreg):
    right = draft(programme=interreg, number="EE-LV00078")
    wrong = draft(programme=interreg, number="ER227")

    assert fields(right, warnings=True) == []
    assert fields(wrong, warnings=True) == ["project_numbers"]
    assert fields(wrong) == []
    assert "EE-LV00012" in problems_of(wrong)[0].message


def test_a_number_is_held_against_the_programme_that_gave_it(interreg):
    rule = ProgrammeRule(number_pattern=r"ER\d{3}")
    eni = ProgrammePageFactory(title="ENI", rules=[rule])
    numbers = [
        ProjectNumber(number="ER227", programme=eni),
        ProjectNumber(number="EE-LV00078", programme=interreg),
        ProjectNumber(number="ER228", programme=interreg),
    ]

    project = draft(project_numbers=numbers)

    (problem,) = problems_of(project)
    assert "ER228" in problem.message


def test_a_number_without_a_programme_may_follow_any_of_the_projects_programmes(interreg):
    numbers = [ProjectNumber(number="EE-LV00078")]

    assert problems_of(draft(programme=interreg, project_numbers=numbers)) == []


def test_a_measure_inherits_the_pattern_of_its_programme(interreg):
    measure = ProgrammePageFactory(title="Meede 1.2", parent=interreg)

    assert fields(draft(programme=measure, number="X"), warnings=True) == ["project_numbers"]


def test_partners_need_a_name_and_a_role(homes):
    rows = [ProjectPartner(role="lead"), ProjectPartner(name="Vidzeme Fund")]

    problems = problems_of(draft(project_partners=rows))

    assert [p.field for p in problems] == ["project_partners", "project_partners"]


def test_a_role_may_be_unknown_but_must_be_said(homes):
    rows = [ProjectPartner(name="Vidzeme Fund", role="unknown")]

    assert problems_of(draft(project_partners=rows)) == []


def test_the_rules_say_which_fields_are_required(homes):
    rule = ProgrammeRule(required_fields=["objective", "funding_lines", "achieved_results"])
    programme = ProgrammePageFactory(rules=[rule])
    project = draft(programme=programme, objective="", planned_end=dt.date(2026, 1, 31))

    with time_machine.travel(dt.datetime(2026, 1, 31, 12, tzinfo=dt.UTC)):
        assert fields(project) == ["objective", "funding_lines"]
    with time_machine.travel(dt.datetime(2026, 2, 1, 12, tzinfo=dt.UTC)):
        assert fields(project) == ["objective", "achieved_results", "funding_lines"]


def test_a_stated_status_waits_for_its_reason(homes):
    assert fields(draft(stated_status="terminated")) == ["status_reason"]


@pytest.mark.parametrize(
    ("anchor", "until"),
    [
        ("start", dt.date(2029, 2, 28)),
        ("end", dt.date(2031, 6, 30)),
        ("end_of_year", dt.date(2031, 12, 31)),
        ("last_payment", dt.date(2032, 1, 15)),
    ],
)
def test_publicity_stands_as_long_as_the_rules_say(homes, anchor, until):
    rule = ProgrammeRule(keep_years=5, keep_anchor=anchor)
    programme = ProgrammePageFactory(rules=[rule])
    project = draft(
        programme=programme,
        start=dt.date(2024, 2, 29),
        planned_end=dt.date(2026, 6, 1),
        planned_end_precision="month",
        last_payment_on=dt.date(2027, 1, 15),
    )

    assert keep_until(project, rules_of(grant_of(project), "et")) == until


def test_a_stated_day_of_publicity_counts_before_the_rules(homes):
    project = draft(publicity_until=dt.date(2035, 1, 1))

    assert keep_until(project, rules_of(grant_of(project), "et")) == dt.date(2035, 1, 1)
