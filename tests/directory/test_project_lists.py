"""Projects are listed by programme, status and place as they stand when somebody looks."""

import datetime as dt

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from directory.models import FundingLine, ProjectGoal, ProjectPage, ProjectPartner
from kogu.delivery.dependencies import collect_dependencies
from kogu.demo.factories.directory import OrganisationPageFactory, PlaceFactory
from kogu.demo.factories.pages import NewsPageFactory
from kogu.demo.factories.projects import (
    ProgrammePageFactory,
    ProjectIndexPageFactory,
    ProjectPageFactory,
    StrategyGoalPageFactory,
    StrategyPageFactory,
)
from kogu.presenting.page import present_many
from kogu.presenting.registry import presenter_of
from kogu.presenting.resolver import Reader

from .public_views import changed, shown, titles

pytestmark = pytest.mark.django_db

NOW = dt.datetime(2024, 6, 15, 12, tzinfo=dt.UTC)


@pytest.fixture
def section(homes):
    return ProjectIndexPageFactory(title="Projektid")


def facet(view, name):
    """What a facet offers: title and count by value."""
    found = next(f for f in view.facets if f.name == name)
    return {option.value: option.count for option in found.options}


@pytest.fixture
def four(section):
    day = dt.date
    ProjectPageFactory(title="Tulev", start=day(2025, 1, 1), planned_end=day(2026, 1, 1))
    ProjectPageFactory(title="Käib", start=day(2024, 1, 1), planned_end=day(2024, 6, 15))
    ProjectPageFactory(title="Läbi", start=day(2023, 1, 1), planned_end=day(2024, 6, 14))
    ProjectPageFactory(
        title="Katkes",
        start=day(2024, 1, 2),
        planned_end=day(2026, 1, 1),
        stated_status="terminated",
        status_reason="Partner loobus",
    )


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("planned", ["Tulev"]),
        ("ongoing", ["Käib"]),
        ("finished", ["Läbi"]),
        ("terminated", ["Katkes"]),
        ("nonsense", []),
    ],
)
def test_the_status_is_asked_of_the_dates_when_somebody_looks(section, four, status, expected):
    with time_machine.travel(NOW):
        view = shown(section, status=status)

    assert titles(view.items) == expected
    assert facet(view, "status") == {"ongoing": 1, "planned": 1, "finished": 1, "terminated": 1}


def test_the_list_and_each_card_agree_on_the_status(section, four):
    for day in (NOW, NOW + dt.timedelta(days=1), NOW + dt.timedelta(days=400)):
        with time_machine.travel(day):
            for status in ("planned", "ongoing", "finished", "terminated"):
                listed = shown(section, status=status).items
                assert all(card.status == status for card in listed)


def test_a_stored_answer_ends_when_a_project_begins_or_ends(section, four):
    with time_machine.travel(NOW), collect_dependencies() as answer:
        shown(section)

    assert answer.until == dt.datetime(2024, 6, 15, 21, tzinfo=dt.UTC)


def test_the_latest_project_stands_first_and_one_without_dates_last(section):
    ProjectPageFactory(title="Vana", start=dt.date(2020, 1, 1))
    ProjectPageFactory(title="Ajata", start=None, planned_end=None)
    ProjectPageFactory(title="Uus", start=dt.date(2025, 1, 1))

    assert titles(shown(section).items) == ["Uus", "Vana", "Ajata"]


def test_a_fund_lists_the_projects_of_all_its_programmes(section):
    fund = ProgrammePageFactory(title="ERDF", slug="erdf", level="fund")
    interreg = ProgrammePageFactory(title="Interreg", slug="interreg", parent=fund)
    measure = ProgrammePageFactory(title="Meede", slug="meede", parent=interreg, level="measure")
    ProjectPageFactory(title="Üks", programme=measure)
    ProjectPageFactory(title="Kaks", programme=fund)
    ProjectPageFactory(title="Muu")

    view = shown(section, programme="erdf")

    assert sorted(titles(view.items)) == ["Kaks", "Üks"]
    assert facet(view, "programme") == {"erdf": 2, "erdf.interreg": 1, "erdf.interreg.meede": 1}
    assert titles(shown(section, programme="erdf.interreg").items) == ["Üks"]


def test_a_county_lists_the_projects_of_its_parishes(section):
    county = PlaceFactory(name="Võru maakond")
    parish = PlaceFactory(name="Rõuge vald", parent=county)
    ProjectPageFactory(title="Meierei", places=[parish])

    assert titles(shown(section, place="voru-maakond").items) == ["Meierei"]


def test_projects_of_other_languages_are_listed_where_the_editor_says_so(section):
    ProjectPageFactory(title="Eesti")
    ProjectPageFactory(title="Latviešu", locale="lv")

    assert titles(shown(section).items) == ["Eesti"]

    everywhere = shown(changed(section, lists_all_languages=True))

    assert sorted(titles(everywhere.items)) == ["Eesti", "Latviešu"]
    assert [card.is_foreign for card in everywhere.items if card.title == "Latviešu"] == [True]


def queries(client, url):
    """How many queries an answer costs once the memory is warm."""
    client.get(url)
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


def test_the_list_costs_the_same_however_many_projects(section, client):
    programme = ProgrammePageFactory()
    ProjectPageFactory(programme=programme)
    one = queries(client, section.public_url())

    for _n in range(9):
        ProjectPageFactory(programme=programme)

    assert queries(client, section.public_url()) == one


def test_a_project_costs_at_most_twenty_queries_however_much_it_says(homes, client):
    small = full_project(1)
    large = full_project(6)

    cost = queries(client, small.public_url())

    assert cost == queries(client, large.public_url())
    assert cost <= 20


def test_many_projects_cost_as_much_as_one(homes):
    for _n in range(3):
        full_project(1)

    def cost(number):
        pages = presenter_of(ProjectPage).queryset()[:number]
        with CaptureQueriesContext(connection) as captured:
            assert len(present_many(list(pages), Reader("et"))) == number
        # Inside a request the clock is read once; here each look counts.
        return len([query for query in captured if "delivery_clock" not in query["sql"]])

    cost(1)

    assert cost(1) == cost(3)


def full_project(rows):
    """A project with so many rows of everything, each naming something."""
    from directory import models
    from kogu.demo.factories.base import locale_of

    et = locale_of("et")
    programmes = [ProgrammePageFactory(statement="Kaasrahastanud EL") for _n in range(rows)]
    organisations = [OrganisationPageFactory() for _n in range(rows)]
    strategy = StrategyPageFactory()
    goals = [StrategyGoalPageFactory(parent=strategy) for _n in range(rows)]
    places = [PlaceFactory() for _n in range(rows)]
    project = ProjectPageFactory(
        programme=programmes[0],
        total_budget=rows,
        project_numbers=[models.ProjectNumber(number="1", programme=p) for p in programmes],
        funding_lines=[FundingLine(source="own", amount="1", programme=p) for p in programmes],
        project_partners=[ProjectPartner(organisation=o, role="partner") for o in organisations],
        project_goals=[ProjectGoal(goal=goal) for goal in goals],
        activities=[
            models.ProjectActivity(
                locale=et, description="Töö", places=[("place", p), ("place", places[0])]
            )
            for p in places
        ],
        indicators=[models.ProjectIndicator(locale=et, name="Arv") for _n in range(rows)],
        deliverables=[models.ProjectDeliverable(locale=et, title="Juhend") for _n in range(rows)],
        amendments=[models.ProjectAmendment(locale=et, what="Eelarve") for _n in range(rows)],
        register_links=[
            models.RegisterLink(register="keep", url="https://keep.eu/") for _n in range(rows)
        ],
    )
    for _n in range(rows):
        NewsPageFactory(projects=[(project, "about")])
    return project
