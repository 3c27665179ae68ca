"""A project's page says what it is for, who takes part, and who pays how much."""

import datetime as dt
import re
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from wagtail_localize.fields import SynchronizedField

from directory.models import (
    FundingLine,
    ProjectActivity,
    ProjectAmendment,
    ProjectIndicator,
    ProjectPage,
    ProjectPartner,
)
from kogu.demo.factories import EventPageFactory
from kogu.demo.factories.base import locale_of
from kogu.demo.factories.directory import (
    OrganisationPageFactory,
    PlaceFactory,
    PlaceIndexPageFactory,
)
from kogu.demo.factories.projects import ProgrammePageFactory, ProjectPageFactory
from kogu.presenting.chrome import chrome
from kogu.presenting.json_ld import graph_of

from .public_views import card_of, changed, shown, titles

pytestmark = pytest.mark.django_db


def plain(text):
    """Spaces that do not break read like others."""
    return text.replace("\xa0", " ")


def money_of(view):
    return [
        (line.source, line.money and line.money.amount, line.rate_text) for line in view.funding
    ]


def test_a_project_tells_its_money_with_shares_of_the_total(homes):
    project = ProjectPageFactory(
        total_budget="486320.00",
        funding_lines=[
            FundingLine(source="eu_fund", amount="389056.00"),
            FundingLine(source="own", amount="97264.00"),
        ],
    )

    view = shown(project)

    assert plain(view.total.text) == "486 320 €"
    assert money_of(view) == [
        ("eu_fund", Decimal("389056.00"), "80%"),
        ("own", Decimal("97264.00"), "20%"),
    ]


def test_what_is_not_stated_fills_up_to_the_total(homes):
    lines = [FundingLine(source="own", amount="4000.00"), FundingLine(source="not_stated")]
    project = ProjectPageFactory(total_budget="24000.00", funding_lines=lines)

    assert money_of(shown(project))[1] == ("not_stated", Decimal("20000.00"), "83,3%")


@pytest.mark.parametrize(
    ("language", "total", "period"),
    [
        ("et", "24 000 €", "1. august 2022 – 31. detsember 2023"),
        ("lv", "24 000 €", "2022. gada 1. augusts – 2023. gada 31. decembris"),
        ("pl", "24 000 €", "1 sierpnia 2022 – 31 grudnia 2023"),
        ("en", "€24,000", "1 August 2022 – 31 December 2023"),
    ],
)
def test_dates_and_money_are_written_as_the_language_does(homes, language, total, period):
    project = ProjectPageFactory(
        locale=language,
        start=dt.date(2022, 8, 1),
        planned_end=dt.date(2023, 12, 31),
        total_budget="24000.00",
    )

    view = shown(project)

    assert plain(view.total.text) == total
    assert view.period.text == period


START, END = dt.date(2024, 5, 1), dt.date(2024, 9, 30)


def test_a_draft_saves_whatever_is_missing(homes):
    project = ProjectPageFactory(
        published=False,
        objective="",
        start=None,
        planned_end=None,
        total_budget=None,
        funding_lines=[FundingLine()],
        project_partners=[ProjectPartner()],
        activities=[ProjectActivity(locale=locale_of("et"))],
    )

    project.full_clean()

    assert project.latest_revision is not None
    assert project.missing()


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("planned_end", {"start": dt.date(2024, 5, 1), "planned_end": dt.date(2024, 4, 30)}),
        ("actual_end", {"start": dt.date(2024, 5, 1), "actual_end": dt.date(2024, 4, 30)}),
        ("currency", {"currency": "EUX"}),
        ("total_budget", {"total_budget": Decimal("-1.00")}),
        ("hashtags", {"hashtags": "loovpiir"}),
    ],
)
def test_malformed_values_are_refused_and_named(homes, field, values):
    project = ProjectPageFactory(planned_end=None)
    for name, value in values.items():
        setattr(project, name, value)

    with pytest.raises(ValidationError) as refused:
        project.full_clean()

    assert field in refused.value.message_dict


def test_an_end_in_the_month_of_the_start_is_no_mistake(homes):
    project = ProjectPageFactory(
        start=dt.date(2024, 5, 20), planned_end=dt.date(2024, 5, 1), planned_end_precision="month"
    )

    project.full_clean()


def test_partners_are_named_whether_or_not_they_have_a_page(homes):
    public = OrganisationPageFactory(title="Käsitöökeskus")
    draft = OrganisationPageFactory(title="Mustand", published=False)
    project = ProjectPageFactory(
        project_partners=[
            ProjectPartner(organisation=public, role="lead", country="EE", budget="1000.00"),
            ProjectPartner(name="Vidzeme Fund", role="partner", country="LV"),
            ProjectPartner(organisation=draft, role="associated"),
        ]
    )

    partners = shown(project).partners

    assert [(p.name, p.role, p.country_name) for p in partners] == [
        ("Käsitöökeskus", "lead", "Eesti"),
        ("Vidzeme Fund", "partner", "Läti"),
    ]
    assert partners[0].organisation.url == public.public_url()


def test_an_activity_tells_both_periods_its_number_its_places_and_events(homes):
    dairy, station = PlaceFactory(name="Meierei"), PlaceFactory(name="Jaamahoone")
    opening = EventPageFactory(title="Avamine")
    draft = EventPageFactory(title="Sulgemine", published=False)
    activity = ProjectActivity(
        locale=locale_of("et"),
        description="Rändnäitus",
        planned_start=dt.date(2025, 3, 1),
        planned_start_precision="month",
        planned_end=dt.date(2025, 10, 1),
        planned_end_precision="month",
        actual_start=dt.date(2025, 4, 2),
        quantity=Decimal("9.00"),
        unit="linna",
        status="done",
        places=[("place", station), ("place", dairy)],
        events=[("event", draft), ("event", opening)],
    )
    project = ProjectPageFactory(activities=[activity])

    view = shown(project).activities[0]

    assert view.planned.text == "märts 2025 – oktoober 2025"
    assert view.actual.end is None
    assert view.quantity_text == "9 linna"
    assert titles(view.places) == ["Jaamahoone", "Meierei"]
    assert titles(view.events) == ["Avamine"]
    assert set(titles(shown(project).places)) == {"Jaamahoone", "Meierei"}


def test_an_activity_leads_to_each_of_its_places(client, homes):
    PlaceIndexPageFactory()
    places = [PlaceFactory(name=name) for name in ("Meierei", "Jaamahoone")]
    activity = ProjectActivity(
        locale=locale_of("et"), description="Näitus", places=[("place", each) for each in places]
    )
    project = ProjectPageFactory(activities=[activity])

    html = client.get(project.public_url()).content.decode()

    (cell,) = re.findall(r"<td[^>]*>((?:(?!</td>).)*Meierei.*?)</td>", html, re.S)
    assert [f'href="{each.public_url()}"' in cell for each in places] == [True, True]


def test_tables_leave_out_columns_that_nobody_filled(homes):
    indicators = [ProjectIndicator(locale=locale_of("et"), name="Tellimused", target=40)]
    project = ProjectPageFactory(indicators=indicators)

    (table,) = shown(project).tables

    assert table.id == "indicators"
    assert [cell.text for cell in table.rows[0]] == ["Tellimused", "40"]


def test_a_changed_budget_is_told_with_its_amendment(homes):
    project = ProjectPageFactory(total_budget="472000.00")
    amendment = ProjectAmendment(
        locale=locale_of("et"), what="Eelarve", old="472 000", new="486 320", reason="Koolitus"
    )

    changed(project, total_budget=Decimal("486320.00"), amendments=[amendment])

    assert shown(project).total.amount == Decimal("486320.00")
    assert shown(project).amendments[0].new == "486 320"
    assert card_of(project).facts["budget"] == "486320.00"


def test_a_changed_budget_reads_from_what_to_what(client, homes):
    words = {"what": "Budget", "old": "472 000 eurot", "new": "486 320 EUR"}
    project = changed(
        ProjectPageFactory(), amendments=[ProjectAmendment(locale=locale_of("et"), **words)]
    )

    html = client.get(project.public_url()).content.decode()

    assert "from <span>472\xa0000\xa0€</span> to <span>486\xa0320\xa0€</span>" in html


def test_money_and_numbers_are_one_fact_for_all_languages():
    shared = {
        field.field_name: field
        for field in ProjectPage.translatable_fields
        if isinstance(field, SynchronizedField)
    }

    for name in ("total_budget", "funding_lines", "project_numbers", "start", "stated_status"):
        assert not shared[name].overridable
    assert not {"objective", "activities", "status_reason"} & shared.keys()


def test_a_machine_reads_the_grant(homes):
    programme = ProgrammePageFactory(title="Interreg")
    project = ProjectPageFactory(
        programme=programme,
        number="EE-LV00078",
        total_budget="100.00",
        start=START,
        planned_end=END,
        funding_lines=[FundingLine(source="eu_fund", programme=programme, amount="100.00")],
    )
    view = shown(project)

    graph = graph_of(view, chrome("et"))["@graph"][0]

    assert graph["@type"] == "Project"
    assert graph["identifier"] == ["EE-LV00078"]
    assert (graph["foundingDate"], graph["dissolutionDate"]) == ("2024-05-01", "2024-09-30")
    (grant,) = graph["funding"]
    assert grant["funder"]["name"] == "Interreg"
    assert grant["amount"] == {"@type": "MonetaryAmount", "currency": "EUR", "value": "100.00"}


def test_a_project_answers_as_html(homes, client):
    project = ProjectPageFactory(title="Loov piir", total_budget="486320.00")

    html = client.get(project.public_url()).content.decode()

    assert html.count("<h1") == 1
    assert "486 320 €" in plain(html)
