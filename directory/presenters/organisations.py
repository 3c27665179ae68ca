"""Organisations as readers get them."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from directory import json_ld
from directory.codes import SECTORS
from directory.facets import PlaceFacet, SectorFacet
from directory.models import (
    OrganisationDocument,
    OrganisationIndexPage,
    OrganisationKind,
    OrganisationPage,
)
from kogu.language.formats import format_loose
from kogu.media.documents import DocumentView
from kogu.media.pictures import Picture
from kogu.presenting.blocks.base import PartView
from kogu.presenting.card_views import CardView
from kogu.presenting.directions import directions
from kogu.presenting.facets import ChoiceFacet, RelationFacet
from kogu.presenting.listings import ListingPresenter
from kogu.presenting.registry import presenter
from kogu.presenting.view_models import PageView

from . import amounts
from .hours import HoursView, hours_of
from .parts import Fact, collect_documents, documents_of, facts, with_documents
from .project_view_models import LooseView
from .with_related import MemberPresenter


@dataclass(frozen=True)
class SocialView:
    """An account elsewhere."""

    name: str
    url: str


@dataclass(frozen=True)
class OrganisationView(PageView):
    """An organisation: what it is, how to reach it and what it takes part in."""

    shown_once = ("replaced_by", "contacts", "people", "related")
    organisation_kind: str
    kind_words: str
    sectors: tuple[str, ...]
    sector_words: tuple[str, ...]
    legal_name: str
    short_name: str
    registry_code: str
    founded: str
    founded_on: LooseView | None
    hero: Picture | None
    logo: Picture | None
    description: str
    story: tuple[PartView, ...]
    email: str
    phone: str
    website: str
    address: str
    latitude: float | None
    longitude: float | None
    facts: tuple[Fact, ...]
    opening_hours: tuple[HoursView, ...]
    documents: tuple[DocumentView, ...]
    socials: tuple[SocialView, ...]
    people: tuple[CardView, ...]
    member_of: tuple[CardView, ...]
    replaced_by: CardView | None


@presenter(OrganisationPage)
class OrganisationPresenter(MemberPresenter):
    """An organisation's page."""

    view = OrganisationView
    label_choices = OrganisationKind
    json_ld = staticmethod(json_ld.organisation)
    related_heading = gettext_lazy("Organisations")
    related_position = 40
    naming = (("person", "organisation"), ("cluster", "member"))
    prefetch = ("opening_hours", with_documents("documents", OrganisationDocument), "socials")

    def collect(self, needs):
        """Its documents besides what every such page shows."""
        super().collect(needs)
        collect_documents(self.instance.documents.all(), needs)

    def fields(self, resolved):
        """What it is and how to reach it."""
        page = self.instance
        replaced_by = self.relations.named("organisation", "replaced_by")
        return {
            **super().fields(resolved),
            **self._names(),
            **self._reach(resolved),
            "description": page.description,
            "facts": self._facts(resolved),
            "opening_hours": hours_of(page.opening_hours.all(), self.reader),
            "documents": documents_of(page.documents.all(), resolved),
            "socials": tuple(
                SocialView(row.name or row.url, row.url) for row in page.socials.all() if row.url
            ),
            "people": resolved.cards(self.relations.naming("person", "organisation", "works_for")),
            "member_of": resolved.cards(self.relations.naming("cluster", "member")),
            "replaced_by": resolved.card(replaced_by[0]) if replaced_by else None,
        }

    def shown_elsewhere(self):
        """Clusters it belongs to, and its successor."""
        return {
            *self.relations.naming("cluster", "member"),
            *self.relations.named("organisation", "replaced_by"),
        }

    def _names(self):
        page = self.instance
        return {
            "organisation_kind": page.organisation_kind,
            "kind_words": self.label_words(page.organisation_kind),
            "sectors": tuple(page.sectors or ()),
            "sector_words": tuple(page._meta.get_field("sectors").words(page.sectors)),
            "legal_name": page.legal_name,
            "short_name": page.short_name,
            "registry_code": page.registry_code,
            "founded": format_loose(page.founded, page.founded_precision, self.reader.locale),
            "founded_on": amounts.loose(page, "founded", self.reader.locale),
        }

    def _reach(self, resolved):
        located = self._place(resolved)
        return {
            "email": self.instance.email,
            "phone": self.instance.phone,
            "website": self.instance.website,
            "address": located.get("address", ""),
            "latitude": located.get("latitude"),
            "longitude": located.get("longitude"),
        }

    def _place(self, resolved):
        """Facts of its first place that is public."""
        places = resolved.cards(self.relations.named("place"))
        return places[0].facts or {} if places else {}

    def _facts(self, resolved):
        page, names = self.instance, self._names()
        return facts(
            (_("Kind"), names["kind_words"]),
            (_("Legal name"), page.legal_name if page.legal_name != page.title else ""),
            (_("Short name"), page.short_name),
            (_("Registry code"), page.registry_code),
            (_("Founded"), names["founded"]),
            (_("Sectors"), ", ".join(names["sector_words"])),
            self._address(resolved),
            (_("Phone"), page.phone, f"tel:{page.phone.replace(' ', '')}"),
            (_("E-mail"), page.email, f"mailto:{page.email}"),
            (_("Website"), _without_scheme(page.website), page.website),
        )

    def _address(self, resolved):
        """Its address with the way there; a place without one is no address."""
        place = self._place(resolved)
        address = place.get("address", "")
        way = directions(address, place.get("latitude"), place.get("longitude"))
        return Fact(_("Address"), address, directions=way)


def _without_scheme(url):
    return url.split("://", 1)[-1].removeprefix("www.").rstrip("/")


@presenter(OrganisationIndexPage)
class OrganisationIndexPresenter(ListingPresenter):
    """Organisations in alphabetical order, those of every language."""

    list_kind = "organisation"
    all_languages = True
    order = ("sort_key", "id")
    facets = (
        ChoiceFacet("kind", gettext_lazy("Kind"), OrganisationKind.choices),
        SectorFacet("sector", gettext_lazy("Sector"), SECTORS),
        PlaceFacet(gettext_lazy("Place")),
        RelationFacet("topic", gettext_lazy("Topic")),
    )

    def count_words(self, count):
        """So many organisations."""
        return ngettext("%(n)s organisation", "%(n)s organisations", count) % {"n": count}
