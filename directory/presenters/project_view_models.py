"""The frozen views of a project: what HTML, JSON-LD and the API are made from."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import override

from directory.models import FundingLine, ProjectActivity, ProjectPartner, ProjectStatus
from directory.models.project_rows import RegisterLink
from kogu.api.fields import api_field
from kogu.api.vocabulary import Codes
from kogu.media.documents import DocumentView
from kogu.media.pictures import Picture
from kogu.presenting.blocks.base import PartView
from kogu.presenting.card_views import CardView, When
from kogu.presenting.view_models import PageView

from .amounts import LooseDateView, MoneyView, PeriodView
from .parts import TreeNode


def format_decimal(value) -> str | None:
    """A number as programs read it, with as many decimals as it was given."""
    return None if value is None else f"{value:f}"


def format_rate(rate) -> str | None:
    """A share with four decimals."""
    return None if rate is None else f"{rate:.4f}"


def calendar_day(when) -> dt.date | None:
    """The day, as exactly as it is known."""
    return dt.date.fromisoformat(when.iso) if when else None


@dataclass(frozen=True)
class NumberView:
    """A number and the programme that gave it."""

    number: str = api_field("Project number as it is written")
    programme: CardView | None = api_field("Programme that gave it")


@dataclass(frozen=True)
class FundingView:
    """A source of the project's money: how much comes from it, and what share of the total."""

    source: str = api_field(
        "Where it comes from", codes=Codes("funding_source", FundingLine.Source)
    )
    source_label: str
    programme: CardView | None = api_field("Programme it comes from")
    money: MoneyView | None = api_field("How much; nothing when not stated", name="amount")
    rate: Decimal | None = api_field(
        "Share of the total, as a decimal fraction", serialize=format_rate, examples=["0.8500"]
    )
    rate_text: str


@dataclass(frozen=True)
class PartnerView:
    """A partner of the project, its role and its own budget."""

    name: str = api_field("Name")
    organisation: CardView | None = api_field("The organisation, where it is known here")
    role: str = api_field(
        "Role", codes=Codes("partner_role", ProjectPartner.Role, may_be_empty=True)
    )
    role_label: str
    country: str = api_field("Country, ISO 3166-1; empty when not said")
    country_name: str
    budget: MoneyView | None = api_field("Its own budget")


@dataclass(frozen=True)
class ActivityView:
    """An activity of the project: what is done, when, where and how much of it."""

    description: str = api_field("What is done, as plain text")
    planned: PeriodView | None = api_field("When it was meant to be")
    actual: PeriodView | None = api_field("When it was")
    quantity: Decimal | None = api_field("How many, as a decimal number", serialize=format_decimal)
    unit: str = api_field("Of what")
    quantity_text: str
    status: str = api_field(
        "How far it is",
        codes=Codes("activity_status", ProjectActivity.Status, may_be_empty=True),
    )
    status_label: str
    places: tuple[CardView, ...] = api_field("Where")
    events: tuple[CardView, ...] = api_field("Events that belong to it")


@dataclass(frozen=True)
class IndicatorView:
    """A number by which the project is measured."""

    name: str = api_field("What is counted")
    unit: str = api_field("In what")
    target: Decimal | None = api_field(
        "What is to be reached, as a decimal number", serialize=format_decimal
    )
    achieved: Decimal | None = api_field(
        "What was reached, as a decimal number", serialize=format_decimal
    )
    target_text: str
    achieved_text: str


@dataclass(frozen=True)
class DeliverableView:
    """Something the project leaves behind."""

    title: str = api_field("What it is")
    description: str = api_field("Description, as plain text")
    url: str = api_field("Address elsewhere")
    document: DocumentView | None = api_field("The file")


@dataclass(frozen=True)
class AmendmentView:
    """A change as it was agreed."""

    when: LooseDateView | None = api_field("When", name="changed")
    what: str = api_field("What changed")
    old: str = api_field("What it was")
    new: str = api_field("What it is now")
    reason: str = api_field("Why")


@dataclass(frozen=True)
class RegisterLinkView:
    """The project in a public register."""

    register: str = api_field(
        "Which register",
        name="name",
        codes=Codes("register", RegisterLink.Register, may_be_empty=True),
    )
    title: str
    url: str = api_field("Full address")


@dataclass(frozen=True)
class ProjectView(PageView):
    """A funded project with everything that must be said of public money."""

    acronym: str = api_field("Acronym")
    call: str = api_field("Call for applications")
    numbers: tuple[NumberView, ...] = api_field("Numbers under which programmes know it")
    programmes: tuple[CardView, ...] = api_field("Programmes it belongs to")
    status: str = api_field(
        "As stated, else as its dates say at the moment; empty when they say nothing",
        codes=Codes("project_status", ProjectStatus, may_be_empty=True),
    )
    status_label: str
    status_reason: str = api_field("Why, where the status was stated")
    start: LooseDateView | None = api_field("Start")
    planned_end: LooseDateView | None = api_field("Planned end")
    actual_end: LooseDateView | None = api_field("Actual end")
    period: PeriodView | None
    focus: str = api_field("Focus, as plain text")
    objective: str = api_field("Objective, as plain text")
    target_group: str = api_field("For whom, as plain text")
    expected_results: str = api_field("What is to come of it, as plain text")
    achieved_results: str = api_field("What came of it, as plain text")
    hero: Picture | None = api_field("Picture at its head", name="image")
    story: tuple[PartView, ...] = api_field("Its story, block by block", name="body")
    total: MoneyView | None = api_field("Total budget", name="total_budget")
    funding: tuple[FundingView, ...] = api_field("Sources that add up to the total")
    partners: tuple[PartnerView, ...] = api_field("Who carries it")
    clusters: tuple[CardView, ...] = api_field("Clusters it names")
    activities: tuple[ActivityView, ...] = api_field("What it does")
    indicators: tuple[IndicatorView, ...] = api_field("By what it is measured")
    deliverables: tuple[DeliverableView, ...] = api_field("What it leaves behind")
    amendments: tuple[AmendmentView, ...] = api_field("What was changed on the way")
    alignment: tuple[TreeNode, ...] = api_field(
        "Goals it serves, under their domains and strategies"
    )
    hashtags: tuple[str, ...] = api_field("Hashtags with their #")
    register_links: tuple[RegisterLinkView, ...] = api_field("The project in public registers")
    prepared_by: str = api_field("Who prepared this description")
    prepared_by_role: str
    prepared_on: LooseDateView | None = api_field("When it was prepared")
    publicity_until: When | None = api_field(
        "Until when publicity must stand", serialize=calendar_day
    )
    last_verified: When | None = api_field(
        "When its facts were last verified", serialize=calendar_day
    )

    @property
    def meta(self):
        """The period, below the title."""
        return (self.period,) if self.period else ()

    @property
    def facts(self):
        """Key facts as labels and values, in the reader's language."""
        from .project_texts import facts_of

        with override(self.ui_locale):
            return facts_of(self)

    @property
    def passages(self):
        """Texts about purpose and results, each under its heading."""
        from .project_texts import passages_of

        with override(self.ui_locale):
            return passages_of(self)

    @property
    def tables(self):
        """Money, partners, activities, indicators and what is left behind."""
        from .project_texts import tables_of

        with override(self.ui_locale):
            return tables_of(self)
