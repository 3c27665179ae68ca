"""The frozen views of a project: what HTML, JSON-LD and the API are made from."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import override

from kogu.media.documents import DocumentView
from kogu.media.pictures import Picture
from kogu.presenting.blocks.base import PartView
from kogu.presenting.card_views import CardView, When
from kogu.presenting.view_models import PageView

from .parts import TreeNode


@dataclass(frozen=True)
class LooseView:
    """A date as exactly as it is known; `value` is the first day of it."""

    value: dt.date
    precision: str
    text: str

    @property
    def iso(self):
        """As much of the date as is known, for machines."""
        lengths = {"year": 4, "month": 7, "season": 4}
        return self.value.isoformat()[: lengths.get(self.precision, 10)]


@dataclass(frozen=True)
class PeriodView:
    """From when until when; either end may be open."""

    start: LooseView | None
    end: LooseView | None
    text: str


@dataclass(frozen=True)
class MoneyView:
    """An amount of money, and how the language writes it."""

    amount: Decimal
    currency: str
    text: str


@dataclass(frozen=True)
class NumberView:
    """A number and the programme that gave it."""

    number: str
    programme: CardView | None


@dataclass(frozen=True)
class FundingView:
    """One source of the money; the rate is its share of the total."""

    source: str
    source_words: str
    programme: CardView | None
    money: MoneyView | None
    rate: Decimal | None
    rate_text: str


@dataclass(frozen=True)
class PartnerView:
    """A partner and its part; `organisation` is its page, if it has a public one."""

    name: str
    role: str
    role_words: str
    country: str
    country_name: str
    budget: MoneyView | None
    organisation: CardView | None


@dataclass(frozen=True)
class ActivityView:
    """One item the project does."""

    description: str
    planned: PeriodView | None
    actual: PeriodView | None
    quantity: Decimal | None
    unit: str
    quantity_text: str
    status: str
    status_words: str
    places: tuple[CardView, ...]
    events: tuple[CardView, ...]


@dataclass(frozen=True)
class IndicatorView:
    """A number by which the project is measured."""

    name: str
    unit: str
    target: Decimal | None
    achieved: Decimal | None
    target_text: str
    achieved_text: str


@dataclass(frozen=True)
class DeliverableView:
    """Something the project leaves behind."""

    title: str
    description: str
    url: str
    document: DocumentView | None


@dataclass(frozen=True)
class AmendmentView:
    """A change as it was agreed."""

    when: LooseView | None
    what: str
    old: str
    new: str
    reason: str


@dataclass(frozen=True)
class RegisterLinkView:
    """The project in a public register."""

    register: str
    title: str
    url: str


@dataclass(frozen=True)
class ProjectView(PageView):
    """A project with everything that must be said of public money."""

    acronym: str
    call: str
    numbers: tuple[NumberView, ...]
    programmes: tuple[CardView, ...]
    focus: str
    objective: str
    target_group: str
    expected_results: str
    achieved_results: str
    hero: Picture | None
    story: tuple[PartView, ...]
    start: LooseView | None
    planned_end: LooseView | None
    actual_end: LooseView | None
    period: PeriodView | None
    status: str
    status_words: str
    status_reason: str
    total: MoneyView | None
    funding: tuple[FundingView, ...]
    partners: tuple[PartnerView, ...]
    clusters: tuple[CardView, ...]
    activities: tuple[ActivityView, ...]
    indicators: tuple[IndicatorView, ...]
    deliverables: tuple[DeliverableView, ...]
    amendments: tuple[AmendmentView, ...]
    alignment: tuple[TreeNode, ...]
    hashtags: tuple[str, ...]
    register_links: tuple[RegisterLinkView, ...]
    prepared_by: str
    prepared_by_role: str
    prepared_on: LooseView | None
    publicity_until: When | None
    last_verified: When | None

    @property
    def meta(self):
        """The period, below the title."""
        return (self.period,) if self.period else ()

    @property
    def facts(self):
        """What is to be known at a glance, in the reader's language."""
        from .project_texts import facts_of

        with override(self.ui_locale):
            return facts_of(self)

    @property
    def passages(self):
        """What the project is for, under headings."""
        from .project_texts import passages_of

        with override(self.ui_locale):
            return passages_of(self)

    @property
    def tables(self):
        """Money, partners, activities, indicators and what is left behind."""
        from .project_texts import tables_of

        with override(self.ui_locale):
            return tables_of(self)
