"""A programme's rules in words, as they stand today."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from directory.models.rules import REQUIRED_FIELDS, Placement, ProgrammeRule
from directory.notices import emblems_of, note_rules_expiry, notice_of_rules
from directory.publicity_rules import rule_set
from kogu.api.fields import api_field
from kogu.api.vocabulary import Codes
from kogu.presenting.notices import Emblem

from . import amounts


@dataclass(frozen=True)
class StatementView:
    """What must be said of the funding in one kind of place."""

    placement: str = api_field(
        "Where; `any` is everywhere without words of its own", codes=Codes("placement", Placement)
    )
    placement_label: str
    statement: str = api_field("Words in the item's language; empty when there are none")
    disclaimer: str = api_field("Disclaimer in the item's language")


@dataclass(frozen=True)
class ThresholdView:
    """A duty that begins at an amount."""

    money: amounts.MoneyView | None = api_field("From this amount", name="amount")
    duty: str = api_field("What must be done")


@dataclass(frozen=True)
class RulesView:
    """The publicity rules in force today, those of the programmes above it included."""

    statements: tuple[StatementView, ...] = api_field("What must be said, by place")
    emblems: tuple[Emblem, ...] = api_field("Marks in their order")
    number_pattern: str = api_field("Regular expression of project numbers")
    number_example: str = api_field("A project number that matches")
    required_codes: tuple[str, ...] = api_field(
        "What a project's page must say",
        name="required_fields",
        codes=Codes("required_field", REQUIRED_FIELDS),
    )
    required: tuple[str, ...]
    keep_years: int | None = api_field("For how many years publicity stands")
    keep_anchor: str = api_field(
        "From when the years are counted",
        codes=Codes("keep_anchor", ProgrammeRule.Anchor, may_be_empty=True),
    )
    keep_text: str
    position_label: str
    thresholds: tuple[ThresholdView, ...] = api_field("Duties that begin at an amount")
    must: tuple[str, ...] = api_field("What a project must do")
    should: tuple[str, ...] = api_field("What a project should do")


def rules_view(programme, reader):
    """The rules of a programme on the reader's day, in the reader's language."""
    rules_of_all = rule_set(reader.locale)
    today = reader.at.astimezone(reader.zone).date()
    note_rules_expiry(rules_of_all, today)
    rules = rules_of_all.rules(programme.translation_key, today)
    number, keep = rules.rule("number_pattern"), rules.rule("keep_years")
    position = rules.rule("notice_position")
    codes = rules.required_fields
    checklist = [(row.weight, row.text) for row in rules.checklist if row.text]
    return RulesView(
        statements=tuple(_statements(rules)),
        emblems=emblems_of(rules),
        number_pattern=number.number_pattern if number else "",
        number_example=number.number_example if number else "",
        required_codes=tuple(code for code, _words in REQUIRED_FIELDS if code in codes),
        required=tuple(str(words) for code, words in REQUIRED_FIELDS if code in codes),
        keep_years=keep.keep_years if keep else None,
        keep_anchor=keep.keep_anchor if keep else "",
        keep_text=_keep_text(keep),
        position_label=position.get_notice_position_display() if position else "",
        thresholds=tuple(
            ThresholdView(amounts.money(row.amount, row.currency, reader.locale), row.duty)
            for row in rules.thresholds
        ),
        must=tuple(text for weight, text in checklist if weight == "must"),
        should=tuple(text for weight, text in checklist if weight == "should"),
    )


def own_notices(programme, reader):
    """What the rules of a programme say must be seen, for its own page."""
    rules_of_all = rule_set(reader.locale)
    today = reader.at.astimezone(reader.zone).date()
    notice = notice_of_rules(rules_of_all.rules(programme.translation_key, today))
    return [notice] if notice else []


def _statements(rules):
    """Statements by place; a place with the same statement as everywhere is left out."""
    everywhere = None
    for placement in Placement:
        texts = (rules.statement(placement.value), rules.disclaimer(placement.value))
        if placement == Placement.ANY:
            everywhere = texts
        elif texts == everywhere:
            continue
        if any(texts):
            label = _("What must be said") if placement == Placement.ANY else placement.label
            yield StatementView(placement.value, str(label), *texts)


def _keep_text(rule):
    if rule is None:
        return ""
    years = ngettext("%(years)s year", "%(years)s years", rule.keep_years)
    return f"{years % {'years': rule.keep_years}} {rule.get_keep_anchor_display()}".strip()
