"""Funders' notices: by the rules in force for the grant, each once, never in another language."""

import datetime as dt

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from directory.models import PageProject, ProgrammeEmblem, ProgrammeStatement, ProjectProgramme
from directory.notices import notices_for
from kogu.content.completeness import Incomplete, problems
from kogu.delivery.changes import public_change
from kogu.delivery.dependencies import collect_dependencies
from kogu.demo.factories.base import locale_of
from kogu.demo.factories.media import ImageFactory
from kogu.demo.factories.pages import NewsPageFactory
from kogu.demo.factories.projects import ProgrammePageFactory, ProjectPageFactory
from kogu.media.renditions import make_now
from kogu.presenting.notices import for_projects

from .public_views import changed, shown, translated

pytestmark = pytest.mark.django_db

STATEMENT = "Kaasrahastanud Euroopa Liit"


def said(statement, locale="et", **values):
    return ProgrammeStatement(locale=locale_of(locale), statement=statement, **values)


def notices(*projects, locale="et", placement="page"):
    return for_projects([p.translation_key for p in projects], locale, placement)


def with_files(image):
    """The image with the files that the worker makes."""
    with public_change():
        make_now(image.pk, fallback_only=True)
    return image


@pytest.fixture
def emblem(homes):
    return with_files(ImageFactory())


@pytest.fixture
def interreg(emblem):
    return ProgrammePageFactory(title="Interreg", statement=STATEMENT, emblem=emblem)


def test_a_projects_notice_says_statement_disclaimer_and_emblems(emblem):
    programme = ProgrammePageFactory(
        statements=[said(STATEMENT, disclaimer="Arvamused on autorite omad.")],
        emblems=[ProgrammeEmblem(locale=locale_of("et"), image=emblem, alt="EL")],
    )
    project = ProjectPageFactory(title="Loov piir", programme=programme)

    (notice,) = notices(project)

    assert (notice.statement, notice.disclaimer) == (STATEMENT, "Arvamused on autorite omad.")
    assert [(one.alt, one.width > 0) for one in notice.emblems] == [("EL", True)]
    assert [(p.title, p.url) for p in notice.projects] == [("Loov piir", project.public_url())]


def test_the_link_to_a_project_of_another_language_keeps_the_readers_interface(interreg):
    project = ProjectPageFactory(locale="et", programme=interreg)

    (own,), (other,) = notices(project), notices(project, locale="pl")

    assert [one.href for one in own.projects] == [project.public_url()]
    assert [one.href for one in other.projects] == [f"{project.public_url()}?ui=pl"]


def test_the_rules_are_those_of_the_day_the_project_began(homes):
    old, new = dt.date(2022, 12, 31), dt.date(2023, 1, 1)
    programme = ProgrammePageFactory(
        statements=[said("Vana", valid_until=old), said("Uus", valid_from=new)]
    )
    before = ProjectPageFactory(programme=programme, start=old)
    after = ProjectPageFactory(programme=programme, start=new)

    assert [notice.statement for notice in notices(before)] == ["Vana"]
    assert [notice.statement for notice in notices(after)] == ["Uus"]


def test_without_a_start_the_rules_are_todays_and_the_answer_ends_with_them(homes):
    last = dt.date(2024, 6, 15)
    programme = ProgrammePageFactory(statements=[said("Vana", valid_until=last)])
    project = ProjectPageFactory(programme=programme, start=None, planned_end=None)

    with (
        time_machine.travel(dt.datetime(2024, 6, 15, 20, tzinfo=dt.UTC)),
        collect_dependencies() as answer,
    ):
        assert [notice.statement for notice in notices(project)] == ["Vana"]
    with time_machine.travel(dt.datetime(2024, 6, 15, 21, tzinfo=dt.UTC)):
        assert notices(project) == ()

    assert answer.until == dt.datetime(2024, 6, 15, 21, tzinfo=dt.UTC)


def test_two_projects_under_one_programme_bring_one_notice_that_links_both(interreg):
    first = ProjectPageFactory(programme=interreg)
    second = ProjectPageFactory(programme=interreg)

    (notice,) = notices(first, second)

    assert [one.url for one in notice.projects] == [first.public_url(), second.public_url()]
    assert len(notice.emblems) == 1


def test_measures_that_inherit_the_same_words_bring_one_notice(interreg):
    measures = [ProgrammePageFactory(parent=interreg) for _n in range(2)]
    projects = [ProjectPageFactory(programme=measure) for measure in measures]

    assert len(notices(*projects)) == 1


def test_a_project_under_measure_and_fund_has_one_notice_of_the_measure(interreg):
    measure = ProgrammePageFactory(parent=interreg, statement="Meede")
    rows = [ProjectProgramme(programme=interreg), ProjectProgramme(programme=measure)]
    project = ProjectPageFactory(project_programmes=rows)

    assert [notice.statement for notice in notices(project)] == ["Meede"]


def test_an_emblem_of_two_funds_is_shown_once(interreg, emblem):
    leader = ProgrammePageFactory(title="LEADER", statement="LEADER maksis", emblem=emblem)
    projects = [ProjectPageFactory(programme=p) for p in (interreg, leader)]

    both = notices(*projects)

    assert [notice.statement for notice in both] == [STATEMENT, "LEADER maksis"]
    assert [len(notice.emblems) for notice in both] == [1, 0]


def test_a_missing_statement_is_never_replaced_by_another_languages(interreg):
    project = ProjectPageFactory(programme=interreg)

    (notice,) = notices(project, locale="lv")

    assert (notice.statement, notice.disclaimer) == ("", "")
    assert len(notice.emblems) == 1


def test_nor_is_a_measures_missing_statement_replaced_by_its_programmes(homes):
    programme = ProgrammePageFactory(statement="Programm")
    measure = ProgrammePageFactory(parent=programme, statement="Meede")
    latvian = translated(programme, "lv")
    row = latvian.statements.first()
    row.statement = "Programma"
    changed(latvian, statements=[row])
    project = ProjectPageFactory(programme=measure)

    assert [notice.statement for notice in notices(project)] == ["Meede"]
    assert notices(project, locale="lv") == ()


def test_a_page_in_a_language_without_the_statement_is_not_published(interreg):
    project = ProjectPageFactory(programme=interreg)
    item = NewsPageFactory(locale="lv", published=False, projects=[(project, "funded_by")])

    (problem,) = [p for p in problems(item) if p.field == "page_projects"]

    assert "Interreg" in problem.message
    with pytest.raises(Incomplete):
        NewsPageFactory(locale="lv", projects=[(project, "funded_by")])


def test_a_page_only_about_a_project_needs_and_shows_no_notice(interreg):
    project = ProjectPageFactory(programme=interreg)
    item = NewsPageFactory(projects=[(project, "about")])

    assert shown(item).notices == ()
    assert problems(item) == []


def test_a_page_paid_for_by_a_project_shows_its_funders_notice(interreg):
    project = ProjectPageFactory(programme=interreg)
    item = NewsPageFactory(projects=[(project, "funded_by")])

    assert [notice.statement for notice in shown(item).notices] == [STATEMENT]


def test_a_project_shows_its_own_notice(interreg):
    project = ProjectPageFactory(programme=interreg)

    assert [notice.statement for notice in shown(project).notices] == [STATEMENT]


def test_an_event_says_what_the_rules_want_at_events(homes):
    programme = ProgrammePageFactory(
        statements=[said("Lehel"), said("Üritusel", placement="event")]
    )
    project = ProjectPageFactory(programme=programme)

    assert [one.statement for one in notices(project, placement="event")] == ["Üritusel"]
    assert [one.statement for one in notices(project, placement="footer")] == ["Lehel"]


def test_a_draft_project_brings_no_notice_and_gives_nothing_away(interreg):
    project = ProjectPageFactory(programme=interreg, published=False)

    assert notices(project) == ()


def test_notices_cost_no_query_until_something_changes(interreg):
    projects = [ProjectPageFactory(programme=interreg) for _n in range(3)]
    keys = [project.translation_key for project in projects]
    notices_for(keys, "et", "page")

    with CaptureQueriesContext(connection) as captured:
        notices_for(keys, "et", "page")

    assert not [q for q in captured if "delivery_clock" not in q["sql"]]


def test_an_answer_with_a_notice_ends_to_hold_when_the_rules_change(interreg):
    project = ProjectPageFactory(programme=interreg)
    with collect_dependencies() as answer:
        notices(project)

    assert {f"programme:{interreg.translation_key}", f"project:{project.translation_key}"} <= (
        answer.tags
    )

    changed(interreg, statements=[said("Uus")])

    assert [notice.statement for notice in notices(project)] == ["Uus"]


def test_a_payer_that_is_not_public_is_told_of(homes):
    draft = ProjectPageFactory(title="Salajane töö", published=False)
    public = ProjectPageFactory(title="Loov piir")
    rows = [PageProject(project=each, role="funded_by") for each in (draft, public)]
    news = NewsPageFactory(page_projects=rows)

    told = [one for one in problems(news) if one.field == "page_projects"]

    assert [one.is_warning for one in told] == [True]
    assert "Salajane töö" in told[0].message
    about = NewsPageFactory(page_projects=[PageProject(project=draft, role="about")])
    assert [one for one in problems(about) if one.field == "page_projects"] == []
