"""A programme's rules hold from one day until another and are inherited part by part."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from directory.models import (
    ChecklistItem,
    ProgrammeEmblem,
    ProgrammeRule,
    ProgrammeStatement,
    ProgrammeThreshold,
)
from directory.publicity_rules import rule_set
from kogu.delivery.changes import public_change
from kogu.demo.factories.base import locale_of
from kogu.demo.factories.media import ImageFactory
from kogu.demo.factories.projects import ProgrammePageFactory
from kogu.media.renditions import make_now

from .public_views import changed

pytestmark = pytest.mark.django_db

DAY = dt.date(2024, 6, 1)


def said(statement, placement="any", **values):
    return ProgrammeStatement(
        locale=locale_of("et"), statement=statement, placement=placement, **values
    )


def rules(programme, day=DAY, locale="et"):
    return rule_set(locale).rules(programme.translation_key, day)


@pytest.mark.parametrize(
    ("day", "statement"),
    [
        (dt.date(2020, 12, 31), ""),
        (dt.date(2021, 1, 1), "Vana"),
        (dt.date(2022, 12, 31), "Vana"),
        (dt.date(2023, 1, 1), "Uus"),
        (dt.date(2099, 1, 1), "Uus"),
    ],
)
def test_a_statement_holds_from_its_first_day_to_its_last(homes, day, statement):
    programme = ProgrammePageFactory(
        statements=[
            said("Vana", valid_from=dt.date(2021, 1, 1), valid_until=dt.date(2022, 12, 31)),
            said("Uus", valid_from=dt.date(2023, 1, 1)),
        ]
    )

    assert rules(programme, day).statement("page") == statement


def test_of_two_statements_in_force_the_later_counts(homes):
    programme = ProgrammePageFactory(
        statements=[said("Uus", valid_from=dt.date(2024, 1, 1)), said("Alati")]
    )

    assert rules(programme).statement("page") == "Uus"
    assert rules(programme, dt.date(2023, 1, 1)).statement("page") == "Alati"


def test_a_place_with_words_of_its_own_says_those(homes):
    programme = ProgrammePageFactory(statements=[said("Kõikjal"), said("Üritusel", "event")])

    assert rules(programme).statement("event") == "Üritusel"
    assert rules(programme).statement("print") == "Kõikjal"


@pytest.fixture
def tree(homes):
    """A fund, a programme and a measure; each says something of its own."""
    et, flag = locale_of("et"), ImageFactory(alt={"et": "Lipp", "lv": "Karogs"})
    with public_change():
        make_now(flag.pk, fallback_only=True)
    fund = ProgrammePageFactory(
        title="Fond",
        level="fund",
        statements=[said("Fond", disclaimer="Arvamused on autorite omad.")],
        emblems=[ProgrammeEmblem(locale=et, image=flag, alt="Euroopa Liit")],
        rules=[ProgrammeRule(keep_years=5, number_pattern=r"F\d+", required_fields=["objective"])],
        checklist=[ChecklistItem(locale=et, text="Plakat")],
        thresholds=[ProgrammeThreshold(locale=et, amount="500000", duty="Tahvel")],
    )
    programme = ProgrammePageFactory(
        title="Programm", parent=fund, statements=[said("Programm", "event")]
    )
    measure = ProgrammePageFactory(
        title="Meede", parent=programme, rules=[ProgrammeRule(number_pattern=r"M\d+")]
    )
    return fund, programme, measure


def test_what_is_not_said_is_inherited_from_the_nearest_that_says_it(tree):
    in_force = rules(tree[2])

    assert in_force.rule("number_pattern").number_pattern == r"M\d+"
    assert in_force.rule("keep_years").keep_years == 5
    assert in_force.required_fields == ["objective"]
    assert in_force.statement("event") == "Programm"
    assert in_force.statement("page") == "Fond"
    assert in_force.disclaimer("page") == "Arvamused on autorite omad."
    assert [emblem.alt for emblem in in_force.emblems] == ["Euroopa Liit"]
    assert [row.duty for row in in_force.thresholds] == ["Tahvel"]
    assert [row.text for row in in_force.checklist] == ["Plakat"]


def test_a_fund_does_not_inherit_from_below(tree):
    assert rules(tree[0]).statement("event") == "Fond"


def test_a_changed_rule_is_read_at_once(tree):
    fund, _programme, measure = tree
    rules(measure)

    changed(fund, statements=[said("Uus fond")])

    assert rules(measure).statement("page") == "Uus fond"


def test_facts_hold_in_every_language_and_words_only_in_their_own(tree):
    latvian = rules(tree[2], locale="lv")

    assert latvian.rule("number_pattern").number_pattern == r"M\d+"
    assert latvian.statement("page") == ""
    assert latvian.lacks_statement("page")
    assert latvian.checklist == []
    assert [emblem.alt for emblem in latvian.emblems] == ["Karogs"]


def test_an_unpublished_programme_rules_nothing(homes):
    programme = ProgrammePageFactory(published=False, statements=[said("Kava")])

    assert rules(programme).statement("page") == ""


@pytest.mark.parametrize(
    ("field", "row"),
    [
        ("number_pattern", ProgrammeRule(number_pattern="(unclosed")),
        ("number_example", ProgrammeRule(number_pattern=r"ER\d{3}", number_example="ER22")),
        (
            "valid_until",
            ProgrammeRule(valid_from=dt.date(2024, 1, 2), valid_until=dt.date(2024, 1, 1)),
        ),
        ("required_fields", ProgrammeRule(required_fields=["horoscope"])),
        ("currency", ProgrammeThreshold(currency="XXQ")),
    ],
)
def test_malformed_rules_are_refused_and_named(field, row):
    with pytest.raises(ValidationError) as refused:
        row.full_clean(exclude=["page", "locale", "translation_key"], validate_constraints=False)

    assert field in refused.value.message_dict
