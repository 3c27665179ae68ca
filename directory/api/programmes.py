"""Programmes in the public API, with the publicity rules in force today."""

from typing import Annotated

from pydantic import Field

from directory.models import ProgrammeBody, ProgrammePage
from directory.models.rules import REQUIRED_FIELDS, Placement, ProgrammeRule
from kogu.api import blocks, serializers
from kogu.api.filters import fact, within
from kogu.api.resource import COMMON, ORDERS, Resource, register
from kogu.api.schemas import EmblemOut, ItemOut, MoneyOut, PictureOut, RefOut, Schema
from kogu.api.vocabulary import Codes

from .parts import TreeNodeOut, node


class BodyOut(Schema):
    """A body that runs the programme."""

    name: str = Field(description="Name")
    role: Annotated[str, Codes("body_role", ProgrammeBody.Role, may_be_empty=True)] = Field(
        description="What it does for it"
    )
    url: str = Field(description="Website")
    emblem: PictureOut | None = Field(description="Its emblem")


class StatementOut(Schema):
    """What must be said of the funding in one kind of place."""

    placement: Annotated[str, Codes("placement", Placement)] = Field(
        description="Where; `any` is everywhere without words of its own"
    )
    statement: str = Field(description="Words in the item's language; empty when there are none")
    disclaimer: str = Field(description="Disclaimer in the item's language")


class ThresholdOut(Schema):
    """A duty that begins at an amount."""

    amount: MoneyOut | None = Field(description="From this amount")
    duty: str = Field(description="What must be done")


class RulesOut(Schema):
    """The publicity rules in force today, those of the programmes above it included."""

    statements: list[StatementOut] = Field(description="What must be said, by place")
    emblems: list[EmblemOut] = Field(description="Marks in their order")
    number_pattern: str = Field(description="Regular expression of project numbers")
    number_example: str = Field(description="A project number that matches")
    required_fields: list[Annotated[str, Codes("required_field", REQUIRED_FIELDS)]] = Field(
        description="What a project's page must say"
    )
    keep_years: int | None = Field(description="For how many years publicity stands")
    keep_anchor: Annotated[str, Codes("keep_anchor", ProgrammeRule.Anchor, may_be_empty=True)] = (
        Field(description="From when the years are counted")
    )
    thresholds: list[ThresholdOut] = Field(description="Duties that begin at an amount")
    must: list[str] = Field(description="What a project must do")
    should: list[str] = Field(description="What a project should do")


class ProgrammeOut(ItemOut):
    """A fund, programme, priority or measure."""

    level: Annotated[str, Codes("programme_level", ProgrammePage.Level)] = Field(
        description="Where in the tree"
    )
    fund: Annotated[str, Codes("fund", ProgrammePage.Fund, may_be_empty=True)] = Field(
        description="Where the money comes from, its own or as above it"
    )
    short_name: str = Field(description="Short name")
    code: str = Field(description="CCI or the number of the measure")
    period_from: int | None = Field(description="First year")
    period_to: int | None = Field(description="Last year")
    website: str = Field(description="Website")
    body: list[blocks.Block] = Field(description="Its story, block by block")
    bodies: list[BodyOut] = Field(description="Who runs it")
    rules: RulesOut = Field(description="Publicity rules in force today")
    parents: list[RefOut] = Field(description="What it stands under, from the top down")
    children: list[TreeNodeOut] = Field(description="What stands under it")


PLAIN = ("level", "fund", "short_name", "code", "period_from", "period_to", "website")
RULES = ("number_pattern", "number_example", "keep_years", "keep_anchor", "must", "should")


def _rules(view):
    return {
        **{name: getattr(view, name) for name in RULES},
        "statements": [vars(each) for each in view.statements],
        "emblems": [serializers.emblem(each) for each in view.emblems],
        "required_fields": view.required_codes,
        "thresholds": [
            {"amount": serializers.money(each.money), "duty": each.duty} for each in view.thresholds
        ],
    }


def _body(view):
    return {
        "name": view.name,
        "role": view.role,
        "url": view.url,
        "emblem": serializers.picture(view.emblem),
    }


def programme(view):
    """A programme from its view."""
    above = [card for card in view.breadcrumb if card.kind == "programme"]
    return {
        **serializers.item(view),
        **{name: getattr(view, name) for name in PLAIN},
        "body": blocks.story(view.story),
        "bodies": [_body(each) for each in view.bodies],
        "rules": _rules(view.rules),
        "parents": serializers.refs(above),
        "children": [node(child) for child in view.tree],
    }


register(
    Resource(
        name="programmes",
        kinds=("programme",),
        schema=ProgrammeOut,
        shape=programme,
        filters={
            **COMMON,
            "level": fact("facts__level", "At this height of the tree", ProgrammePage.Level.values),
            "fund": fact("facts__fund", "Naming this fund themselves", ProgrammePage.Fund.values),
            "within": within("programme", "This programme and everything under it"),
        },
        orders=ORDERS,
        order="title",
        description="Who funds projects, and what their rules ask for, as a tree.",
    )
)
