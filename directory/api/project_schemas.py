"""A project's answer, part by part."""

import datetime as dt
from typing import Annotated

from pydantic import Field

from directory.models import FundingLine, ProjectActivity, ProjectPartner, ProjectStatus
from directory.models.project_rows import RegisterLink
from kogu.api import blocks
from kogu.api.schemas import (
    DocumentOut,
    ItemOut,
    LooseDateOut,
    MoneyOut,
    PeriodOut,
    PictureOut,
    RefOut,
    Schema,
)
from kogu.api.vocabulary import Codes

from .parts import TreeNodeOut


class NumberOut(Schema):
    """A number and the programme that gave it."""

    number: str = Field(description="Project number as it is written")
    programme: RefOut | None = Field(description="Programme that gave it")


class FundingOut(Schema):
    """One source of the money."""

    source: Annotated[str, Codes("funding_source", FundingLine.Source)] = Field(
        description="Where it comes from"
    )
    programme: RefOut | None = Field(description="Programme it comes from")
    amount: MoneyOut | None = Field(description="How much; nothing when not stated")
    rate: str | None = Field(
        description="Share of the total, as a decimal fraction", examples=["0.8500"]
    )


class PartnerOut(Schema):
    """A partner and its part."""

    name: str = Field(description="Name")
    organisation: RefOut | None = Field(description="The organisation, where it is known here")
    role: Annotated[str, Codes("partner_role", ProjectPartner.Role, may_be_empty=True)] = Field(
        description="Role"
    )
    country: str = Field(description="Country, ISO 3166-1; empty when not said")
    budget: MoneyOut | None = Field(description="Its own budget")


class ActivityOut(Schema):
    """One item the project does."""

    description: str = Field(description="What is done, as plain text")
    planned: PeriodOut | None = Field(description="When it was meant to be")
    actual: PeriodOut | None = Field(description="When it was")
    quantity: str | None = Field(description="How many, as a decimal number")
    unit: str = Field(description="Of what")
    status: Annotated[str, Codes("activity_status", ProjectActivity.Status, may_be_empty=True)] = (
        Field(description="How far it is")
    )
    places: list[RefOut] = Field(description="Where")
    events: list[RefOut] = Field(description="Events that belong to it")


class IndicatorOut(Schema):
    """A number by which the project is measured."""

    name: str = Field(description="What is counted")
    unit: str = Field(description="In what")
    target: str | None = Field(description="What is to be reached, as a decimal number")
    achieved: str | None = Field(description="What was reached, as a decimal number")


class DeliverableOut(Schema):
    """Something the project leaves behind."""

    title: str = Field(description="What it is")
    description: str = Field(description="Description, as plain text")
    url: str = Field(description="Address elsewhere")
    document: DocumentOut | None = Field(description="The file")


class AmendmentOut(Schema):
    """A change as it was agreed."""

    changed: LooseDateOut | None = Field(description="When")
    what: str = Field(description="What changed")
    old: str = Field(description="What it was")
    new: str = Field(description="What it is now")
    reason: str = Field(description="Why")


class RegisterLinkOut(Schema):
    """The project in a public register."""

    name: Annotated[str, Codes("register", RegisterLink.Register, may_be_empty=True)] = Field(
        description="Which register"
    )
    url: str = Field(description="Full address")


class ProjectOut(ItemOut):
    """A funded project with everything that must be said of public money."""

    acronym: str = Field(description="Acronym")
    call: str = Field(description="Call for applications")
    numbers: list[NumberOut] = Field(description="Numbers under which programmes know it")
    programmes: list[RefOut] = Field(description="Programmes it belongs to")
    status: Annotated[str, Codes("project_status", ProjectStatus, may_be_empty=True)] = Field(
        description="As stated, else as its dates say at the moment; empty when they say nothing"
    )
    status_reason: str = Field(description="Why, where the status was stated")
    start: LooseDateOut | None = Field(description="Start")
    planned_end: LooseDateOut | None = Field(description="Planned end")
    actual_end: LooseDateOut | None = Field(description="Actual end")
    focus: str = Field(description="Focus, as plain text")
    objective: str = Field(description="Objective, as plain text")
    target_group: str = Field(description="For whom, as plain text")
    expected_results: str = Field(description="What is to come of it, as plain text")
    achieved_results: str = Field(description="What came of it, as plain text")
    image: PictureOut | None = Field(description="Picture at its head")
    body: list[blocks.Block] = Field(description="Its story, block by block")
    total_budget: MoneyOut | None = Field(description="Total budget")
    funding: list[FundingOut] = Field(description="Sources that add up to the total")
    partners: list[PartnerOut] = Field(description="Who carries it")
    clusters: list[RefOut] = Field(description="Clusters it names")
    activities: list[ActivityOut] = Field(description="What it does")
    indicators: list[IndicatorOut] = Field(description="By what it is measured")
    deliverables: list[DeliverableOut] = Field(description="What it leaves behind")
    amendments: list[AmendmentOut] = Field(description="What was changed on the way")
    alignment: list[TreeNodeOut] = Field(
        description="Goals it serves, under their domains and strategies"
    )
    hashtags: list[str] = Field(description="Hashtags with their #")
    register_links: list[RegisterLinkOut] = Field(description="The project in public registers")
    prepared_by: str = Field(description="Who prepared this description")
    prepared_on: LooseDateOut | None = Field(description="When it was prepared")
    publicity_until: dt.date | None = Field(description="Until when publicity must stand")
    last_verified: dt.date | None = Field(description="When its facts were last verified")
