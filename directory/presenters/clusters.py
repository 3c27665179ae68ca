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
from .members import ROWS, MemberGroup, members_of
from .parts import (
    Fact,
    collect_documents,
    documents_of,
    facts,
    key_of,
    with_documents,
    with_keys,
)
from .project_view_models import LooseView
from .with_related import MemberPresenter


@dataclass(frozen=True)
class PartyView:
    """An organisation, by its card where it has a page here."""

    name: str
    organisation: CardView | None


@dataclass(frozen=True)
class SupporterView(PartyView):
    """Who paid for what, from which programme and project, and when."""

    programme: CardView | None
    programme_name: str
    project: CardView | None
    project_name: str
    number: str
    purpose: str
    period: str
    starts: LooseView | None
    ends: LooseView | None


@dataclass(frozen=True)
class ClusterView(PageView):
    """A cluster: what it is for, who belongs to it, who made it possible."""

    shown_once = ("contacts", "coordinator", "related")
    cluster_kind: str
    kind_words: str
    established: str
    established_on: LooseView | None
    area: CardView | None
    hero: Picture | None
    logo: Picture | None
    website: str
    mission: str
    goals: tuple[str, ...]
    activities: tuple[str, ...]
    services: tuple[str, ...]
    story: tuple[PartView, ...]
    strategy_documents: tuple[DocumentView, ...]
    coordinating_organisation: CardView | None
    coordinator: CardView | None
    members: tuple[MemberGroup, ...]
    member_count: int
    member_of: tuple[CardView, ...]
    founders: tuple[PartyView, ...]
    partners: tuple[PartyView, ...]
    supporters: tuple[SupporterView, ...]
    facts: tuple[Fact, ...]


@presenter(ClusterPage)
class ClusterPresenter(MemberPresenter):
    """A cluster's page."""

    view = ClusterView
    label_choices = ClusterKind
    json_ld = staticmethod(json_ld.cluster)
    naming = (("cluster", "member"),)
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
            "member_of": resolved.cards(self.relations.naming("cluster", "member")),
            "facts": self._facts(members),
        }

    def _purpose(self, resolved):
        page = self.instance
        return {
            "cluster_kind": page.cluster_kind,
            "kind_words": self.label_words(page.cluster_kind),
            "established": self._established(),
            "established_on": amounts.loose(page, "established", self.reader.locale),
            "area": self._one(resolved, "area"),
            "website": page.website,
            "mission": page.mission,
            "strategy_documents": documents_of(page.strategy_documents.all(), resolved),
            **{
                name: tuple(row.text for row in getattr(page, name).all() if row.text)
                for name in ("goals", "activities", "services")
            },
        }

    def _established(self):
        page = self.instance
        return format_loose(page.established, page.established_precision, self.reader.locale)

    def _one(self, resolved, relation):
        keys = self.relations.named(relation, "coordinator")
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
        page = self.instance
        count = sum(len(group.members) for group in members)
        return facts(
            (_("Kind"), self.label_words(page.cluster_kind)),
            (_("Established"), self._established()),
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

    def count_words(self, count):
        """So many clusters and networks."""
        words = ngettext("%(n)s cluster or network", "%(n)s clusters and networks", count)
        return words % {"n": count}
