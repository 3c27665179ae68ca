"""A programme's page tells its rules in words, what is below it and what it paid for."""

import datetime as dt
import re

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from directory.models import (
    ChecklistItem,
    ProgrammeBody,
    ProgrammeEmblem,
    ProgrammePage,
    ProgrammeRule,
    ProgrammeStatement,
    ProgrammeThreshold,
)
from kogu.content.completeness import problems
from kogu.content.trees import descendants
from kogu.demo.factories.base import locale_of
from kogu.demo.factories.media import ImageFactory
from kogu.demo.factories.people import AdministratorFactory
from kogu.demo.factories.projects import (
    ProgrammeIndexPageFactory,
    ProgrammePageFactory,
    ProjectPageFactory,
)
from kogu.media.renditions import make_now
from kogu.presenting.page import present_many
from kogu.presenting.registry import presenter_of
from kogu.presenting.resolver import Reader

from .public_views import card_of, shown, titles, translated

pytestmark = pytest.mark.django_db


def test_a_programme_tells_its_rules_in_words(homes):
    et = locale_of("et")
    programme = ProgrammePageFactory(
        statements=[
            ProgrammeStatement(locale=et, statement="Kaasrahastanud Euroopa Liit"),
            ProgrammeStatement(locale=et, placement="event", statement="Üritust rahastab EL"),
        ],
        rules=[
            ProgrammeRule(
                number_pattern=r"EE-LV\d{5}",
                number_example="EE-LV00012",
                required_fields=["objective", "funding_lines"],
                keep_years=5,
                keep_anchor="end",
            )
        ],
        thresholds=[ProgrammeThreshold(locale=et, amount="500000", duty="Püsiv tahvel")],
        checklist=[
            ChecklistItem(locale=et, text="Plakat on seinal"),
            ChecklistItem(locale=et, text="Hashtag on postituses", weight="should"),
        ],
        bodies=[ProgrammeBody(locale=et, name="Riigi Tugiteenuste Keskus", role="paying_agency")],
    )

    view = shown(programme)

    assert [(one.placement, one.statement) for one in view.rules.statements] == [
        ("any", "Kaasrahastanud Euroopa Liit"),
        ("event", "Üritust rahastab EL"),
    ]
    assert view.rules.required_codes == ("objective", "funding_lines")
    assert (view.rules.keep_years, view.rules.keep_anchor) == (5, "end")
    assert (view.rules.must, view.rules.should) == (
        ("Plakat on seinal",),
        ("Hashtag on postituses",),
    )
    assert [one.money.amount for one in view.rules.thresholds] == [500000]
    assert [table.id for table in view.tables] == ["bodies"]


RULES = (r"EE-LV\d{5}", "EE-LV00012", "500", "Püsiv tahvel", "Plakat on seinal", "5 aasta")


def test_what_a_programme_asks_of_projects_is_for_staff(client, homes, catalogues):
    et = locale_of("et")
    programme = ProgrammePageFactory(
        statements=[ProgrammeStatement(locale=et, statement="Kaasrahastanud Euroopa Liit")],
        rules=[
            ProgrammeRule(
                number_pattern=r"EE-LV\d{5}",
                number_example="EE-LV00012",
                required_fields=["objective"],
                keep_years=5,
                notice_position="first_view",
            )
        ],
        thresholds=[ProgrammeThreshold(locale=et, amount="500000", duty="Püsiv tahvel")],
        checklist=[ChecklistItem(locale=et, text="Plakat on seinal")],
    )
    measure = ProgrammePageFactory(parent=programme, level="measure")

    for page in (programme, measure):
        html = client.get(page.public_url()).content.decode()
        assert html.count("Kaasrahastanud Euroopa Liit") == 1
        for words in RULES:
            assert words not in html

    administrator = AdministratorFactory()
    client.force_login(administrator)
    html = client.get(reverse("wagtailadmin_pages:edit", args=[measure.pk])).content.decode()
    (panel,) = re.findall(r'<dl class="rules-in-force">(.*?)</dl>', html, re.DOTALL)
    for words in (*RULES, "Kaasrahastanud Euroopa Liit", "Eesmärk"):
        assert words in panel


def test_a_measure_tells_the_rules_and_the_fund_it_inherits(homes):
    rule = ProgrammeRule(number_example="EE-LV00012", number_pattern=r"EE-LV\d{5}")
    programme = ProgrammePageFactory(fund="interreg", rules=[rule])
    measure = ProgrammePageFactory(parent=programme, level="measure", fund="")

    view = shown(measure)

    assert view.rules.number_example == "EE-LV00012"
    assert view.fund == "interreg"


@pytest.fixture
def tree(homes):
    """A fund with a programme with two measures, each with a project."""
    fund = ProgrammePageFactory(title="ERDF", slug="erdf", level="fund")
    interreg = ProgrammePageFactory(title="Interreg", slug="interreg", parent=fund)
    measures = [
        ProgrammePageFactory(title=f"Meede {n}", slug=f"m{n}", parent=interreg, level="measure")
        for n in (1, 2)
    ]
    for number, measure in enumerate(measures, start=1):
        ProjectPageFactory(
            title=f"Projekt {number}", programme=measure, start=dt.date(2020 + number, 1, 1)
        )
    return fund, interreg, *measures


def test_what_is_below_is_a_tree_in_the_order_of_its_pages(tree):
    (interreg,) = shown(tree[0]).tree

    assert interreg.title == "Interreg"
    assert [node.title for node in interreg.children] == ["Meede 1", "Meede 2"]
    assert descendants("programme", tree[1].translation_key) == {
        p.translation_key for p in tree[1:]
    }


def test_a_fund_shows_the_projects_of_all_its_measures_latest_first(tree):
    group = shown(tree[0]).related[0]

    assert (group.kind, titles(group.cards)) == ("project", ["Projekt 2", "Projekt 1"])
    assert titles(shown(tree[2]).related[0].cards) == ["Projekt 1"]


def test_the_list_holds_what_stands_at_the_top_in_every_language(tree):
    section = ProgrammeIndexPageFactory._meta.model.objects.get(locale__language_code="et")
    ProgrammePageFactory(title="Erasmus+", locale="lv", fund="erasmus")

    view = shown(section)

    assert titles(view.items) == ["Erasmus+", "ERDF"]
    assert [card.is_foreign for card in view.items] == [True, False]
    assert titles(shown(section, fund="erasmus").items) == ["Erasmus+"]


def test_an_address_like_another_programmes_is_told_apart(tree):
    assert card_of(tree[2]).facts["slug"] == "erdf.interreg.m1"


def test_publishing_waits_for_the_words_of_every_declared_statement(homes):
    et = locale_of("et")
    programme = ProgrammePageFactory(
        published=False, statements=[ProgrammeStatement(locale=et, placement="event")]
    )

    assert [p.field for p in problems(programme)] == ["statements"]


def test_a_page_shows_the_emblems_of_bodies_and_those_to_be_shown(client, homes):
    et = locale_of("et")
    office, union = ImageFactory(alt="Keskuse märk"), ImageFactory(alt="Euroopa Liidu embleem")
    for image in (office, union):
        make_now(image.pk, fallback_only=True)
    page = ProgrammePageFactory(
        bodies=[ProgrammeBody(locale=et, name="Tugiteenuste Keskus", emblem=office)],
        emblems=[ProgrammeEmblem(locale=et, image=union)],
    )

    html = client.get(page.public_url()).content.decode()

    (body,) = re.findall(r"<th[^>]*>((?:(?!</th>).)*)Tugiteenuste Keskus", html)
    assert 'alt=""' in body
    assert shown(page).bodies[0].emblem.src in body
    assert html.count('alt="Euroopa Liidu embleem"') == 1


def test_an_emblem_has_words_of_its_own_or_the_images(homes):
    et = locale_of("et")

    def lacking(image):
        emblem = ProgrammeEmblem(locale=et, image=image)
        return [p.field for p in problems(ProgrammePageFactory(published=False, emblems=[emblem]))]

    assert lacking(ImageFactory(alt="Lipp")) == []
    assert lacking(ImageFactory(alt="")) == ["emblems"]
    assert lacking(None) == ["emblems"]


def test_a_period_that_ends_before_it_begins_is_refused(homes):
    programme = ProgrammePageFactory(period_from=2021)
    programme.period_to = 2020

    with pytest.raises(ValidationError) as refused:
        programme.full_clean()

    assert list(refused.value.message_dict) == ["period_to"]


def test_a_programme_answers_as_html_in_each_language_it_has(tree, client):
    latvian = translated(tree[0], "lv", title="ERAF")

    for page, title in ((tree[0], "ERDF"), (latvian, "ERAF")):
        html = client.get(page.public_url()).content.decode()
        assert html.count("<h1") == 1
        assert title in html


def test_many_programmes_cost_as_much_as_one(tree):
    def cost(number):
        pages = presenter_of(ProgrammePage).queryset().order_by("path")[:number]
        with CaptureQueriesContext(connection) as captured:
            assert len(present_many(list(pages), Reader("et"))) == number
        # Inside a request the clock is read once; here each look counts.
        return len([query for query in captured if "delivery_clock" not in query["sql"]])

    cost(1)

    assert cost(1) == cost(4)
