"""Clusters and networks as readers get them."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from directory import json_ld
from directory.facets import PlaceFacet
from directory.models import (
    ClusterFounder,
    ClusterIndexPage,
    ClusterKind,
    ClusterPage,
    ClusterPartner,
    ClusterSupporter,
    StrategyDocument,
)
from kogu.api.fields import api_field
from kogu.api.vocabulary import Codes
from kogu.language.formats import format_loose
from kogu.media.documents import DocumentView
from kogu.media.pictures import Picture
from kogu.presenting.blocks.base import PartView
from kogu.presenting.card_views import CardView
from kogu.presenting.facets import ChoiceFacet, NamingFacet, RelationFacet
from kogu.presenting.listings import ListingPresenter
from kogu.presenting.registry import presenter
from kogu.presenting.view_models import PageView

from . import amounts
from .members import ROWS, MemberGroup, in_one_list, members_of
from .parts import (
    Fact,
    collect_documents,
    documents_of,
    facts,
    key_of,
    with_documents,
    with_keys,
)
from .with_related import MemberPresenter


@dataclass(frozen=True)
class PartyView:
    """An organisation, known here or by name only."""

    name: str = api_field("Name")
    organisation: CardView | None = api_field("The organisation, where it is known here")


@dataclass(frozen=True)
class SupporterView(PartyView):
    """Who paid for what, and when."""

    programme: CardView | None = api_field("Programme the money came from")
    programme_name: str = api_field("Its name, also when it has no page here")
    project: CardView | None = api_field("Project it was spent in")
    project_name: str = api_field("Its name, also when it has no page here")
    number: str = api_field("Number of the project")
    purpose: str = api_field("What for")
    period: str
    starts: amounts.LooseDateView | None = api_field("From when", name="start")
    ends: amounts.LooseDateView | None = api_field("Until when", name="end")


@dataclass(frozen=True)
class ClusterView(PageView):
    """A cluster, network, hub or local action group."""

    shown_once = ("contacts", "coordinator", "related")
    cluster_kind: str = api_field(
        "Way of working together; empty when not said",
        codes=Codes("cluster_kind", ClusterKind, may_be_empty=True),
    )
    kind_label: str
    established_on: amounts.LooseDateView | None = api_field("When it began", name="established")
    area: CardView | None = api_field("The set of places it works in")
    hero: Picture | None = api_field("Picture at its head", name="image")
    logo: Picture | None = api_field("Logo")
    website: str = api_field("Website")
    mission: str = api_field("What it is for, as plain text")
    goals: tuple[str, ...] = api_field("What it wants to reach")
    activities: tuple[str, ...] = api_field("What it does")
    services: tuple[str, ...] = api_field("What it offers to others")
    story: tuple[PartView, ...] = api_field("Its story, block by block", name="body")
    strategy_documents: tuple[DocumentView, ...] = api_field("Documents it works by")
    coordinating_organisation: CardView | None = api_field("Organisation that runs it")
    coordinator: CardView | None = api_field("Person who runs it")
    members: tuple[MemberGroup, ...] = api_field(
        "Organisations, people and clusters that belong", serialize=in_one_list
    )
    member_count: int = api_field("How many members are shown", name="members_total")
    member_of: tuple[CardView, ...] = api_field("Clusters and networks it belongs to itself")
    founders: tuple[PartyView, ...] = api_field("Who started it")
    partners: tuple[PartyView, ...] = api_field("Who works with it without belonging")
    supporters: tuple[SupporterView, ...] = api_field("Who paid for what")
    facts: tuple[Fact, ...]


@presenter(ClusterPage)
class ClusterPresenter(MemberPresenter):
    """A cluster's page."""

    view = ClusterView
    label_choices = ClusterKind
    json_ld = staticmethod(json_ld.cluster)
    incoming_in_lists = (("cluster", "member"),)
    related_heading = gettext_lazy("Clusters and networks")
    related_position = 30
    related_elsewhere = ("organisation", "cluster")
    prefetch = (
        "goals",
        "activities",
        "services",
        with_documents("strategy_documents", StrategyDocument),
        with_keys("founders", ClusterFounder, "organisation"),
        with_keys("partners", ClusterPartner, "organisation"),
        ROWS,
        with_keys("supporters", ClusterSupporter, "organisation", "programme", "project"),
    )

    def collect(self, needs):
        """Its documents besides what every such page shows."""
        super().collect(needs)
        collect_documents(self.instance.strategy_documents.all(), needs)

    def fields(self, resolved):
        """What it is for and who belongs to it."""
        members = members_of(self.instance, self.relations, resolved, self.reader.locale)
        return {
            **super().fields(resolved),
            **self._purpose(resolved),
            **self._parties(resolved),
            "members": members,
            "member_count": sum(len(group.members) for group in members),
            "member_of": resolved.cards(self.relations.sources("cluster", "member")),
            "facts": self._facts(members),
        }

    def _purpose(self, resolved):
        page = self.instance
        return {
            "kind_label": self.code_label(page.cluster_kind),
            "established_on": self._established(),
            "area": self._one(resolved, "area"),
            "strategy_documents": documents_of(page.strategy_documents.all(), resolved),
            **{
                name: tuple(row.text for row in getattr(page, name).all() if row.text)
                for name in ("goals", "activities", "services")
            },
        }

    def _established(self):
        return amounts.loose(self.instance, "established", self.reader.locale)

    def _one(self, resolved, relation):
        keys = self.relations.targets(relation, "coordinator")
        return resolved.card(keys[0]) if keys else None

    def _parties(self, resolved):
        page = self.instance
        return {
            "coordinating_organisation": self._one(resolved, "organisation"),
            "coordinator": self._one(resolved, "person"),
            "founders": _named(_party(row, resolved) for row in page.founders.all()),
            "partners": _named(_party(row, resolved) for row in page.partners.all()),
            "supporters": _named(
                _supporter(row, resolved, self.reader.locale) for row in page.supporters.all()
            ),
        }

    def _facts(self, members):
        page, established = self.instance, self._established()
        count = sum(len(group.members) for group in members)
        return facts(
            (_("Kind"), self.code_label(page.cluster_kind)),
            (_("Established"), established.text if established else ""),
            (_("Members"), count or ""),
            (_("Website"), page.website.split("://", 1)[-1].rstrip("/"), page.website),
        )


def _named(parties):
    """Without rows that name nobody who may be shown."""
    return tuple(party for party in parties if party.name)


def _card(row, name, resolved):
    key = key_of(row, name)
    return resolved.card(key) if key else None


def _party(row, resolved):
    card = _card(row, "organisation", resolved)
    return PartyView(card.title if card else row.name, card)


def _supporter(row, resolved, language):
    party = _party(row, resolved)
    programme, project = _card(row, "programme", resolved), _card(row, "project", resolved)
    return SupporterView(
        # A programme may be all that is known of who paid.
        name=party.name or (programme.title if programme else row.programme_name),
        organisation=party.organisation,
        programme=programme,
        programme_name=programme.title if programme else row.programme_name,
        project=project,
        project_name=project.title if project else row.project_name,
        number=row.number,
        purpose=row.purpose,
        period=_period(row, language),
        starts=amounts.loose(row, "starts_on", language),
        ends=amounts.loose(row, "ends_on", language),
    )


def _period(row, language):
    starts = format_loose(row.starts_on, row.starts_on_precision, language)
    ends = format_loose(row.ends_on, row.ends_on_precision, language)
    return " – ".join(filter(None, dict.fromkeys((starts, ends))))


@presenter(ClusterIndexPage)
class ClusterIndexPresenter(ListingPresenter):
    """Clusters and networks in alphabetical order."""

    list_kind = "cluster"
    order = ("sort_key", "id")
    facets = (
        ChoiceFacet("kind", gettext_lazy("Kind"), ClusterKind.choices),
        PlaceFacet(gettext_lazy("Place")),
        RelationFacet("topic", gettext_lazy("Topic")),
        NamingFacet("organisation", gettext_lazy("Organisation")),
    )

    def count_label(self, count):
        """The number of clusters and networks, as the heading says it."""
        words = ngettext("%(n)s cluster or network", "%(n)s clusters and networks", count)
        return words % {"n": count}
