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
from kogu.api.fields import api_field
from kogu.api.vocabulary import Codes
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
from .with_related import MemberPresenter


@dataclass(frozen=True)
class AccountView:
    """An account elsewhere."""

    name: str = api_field("Where, or as whom")
    url: str = api_field("Full address")


@dataclass(frozen=True)
class OrganisationView(PageView):
    """An organisation, company, sole trader or creative person's practice."""

    shown_once = ("replaced_by", "contacts", "people", "related")
    organisation_kind: str = api_field(
        "Under what form it acts; empty when not said",
        codes=Codes("organisation_kind", OrganisationKind, may_be_empty=True),
    )
    kind_label: str
    sectors: tuple[str, ...] = api_field("What it lives by", codes=Codes("sector", SECTORS))
    sector_labels: tuple[str, ...]
    legal_name: str = api_field("Legal name, where it differs from the title")
    short_name: str = api_field("Short name")
    registry_code: str = api_field("Number in the national register")
    founded_on: amounts.LooseDateView | None = api_field("When it was founded", name="founded")
    description: str = api_field("What it does, as plain text")
    hero: Picture | None = api_field("Picture at its head", name="image")
    logo: Picture | None = api_field("Logo")
    story: tuple[PartView, ...] = api_field("Its story, block by block", name="body")
    email: str = api_field("Public e-mail")
    phone: str = api_field("Phone")
    website: str = api_field("Website")
    address: str = api_field("Address of its first place")
    latitude: float | None = api_field("Degrees north of its first place")
    longitude: float | None = api_field("Degrees east of its first place")
    facts: tuple[Fact, ...]
    opening_hours: tuple[HoursView, ...] = api_field("When the doors are open, now or later")
    documents: tuple[DocumentView, ...] = api_field("Files to download")
    socials: tuple[AccountView, ...] = api_field("Accounts elsewhere")
    people: tuple[CardView, ...] = api_field("People who work there and may be named")
    member_of: tuple[CardView, ...] = api_field("Clusters and networks it belongs to")
    replaced_by: CardView | None = api_field("The organisation that continues its work")


@presenter(OrganisationPage)
class OrganisationPresenter(MemberPresenter):
    """An organisation's page."""

    view = OrganisationView
    label_choices = OrganisationKind
    json_ld = staticmethod(json_ld.organisation)
    related_heading = gettext_lazy("Organisations")
    related_position = 40
    incoming_in_lists = (("person", "organisation"), ("cluster", "member"))
    prefetch = ("opening_hours", with_documents("documents", OrganisationDocument), "socials")

    def collect(self, needs):
        """Its documents besides what every such page shows."""
        super().collect(needs)
        collect_documents(self.instance.documents.all(), needs)

    def fields(self, resolved):
        """The view's fields: facts, contact data and position."""
        page = self.instance
        replaced_by = self.relations.targets("organisation", "replaced_by")
        return {
            **super().fields(resolved),
            **self._names(),
            **self._location(resolved),
            "facts": self._facts(resolved),
            "opening_hours": hours_of(page.opening_hours.all(), self.reader),
            "documents": documents_of(page.documents.all(), resolved),
            "socials": tuple(
                AccountView(row.name or row.url, row.url) for row in page.socials.all() if row.url
            ),
            "people": resolved.cards(self.relations.sources("person", "organisation", "works_for")),
            "member_of": resolved.cards(self.relations.sources("cluster", "member")),
            "replaced_by": resolved.card(replaced_by[0]) if replaced_by else None,
        }

    def shown_elsewhere(self):
        """Clusters it belongs to, and its successor."""
        return {
            *self.relations.sources("cluster", "member"),
            *self.relations.targets("organisation", "replaced_by"),
        }

    def _names(self):
        page = self.instance
        return {
            "kind_label": self.code_label(page.organisation_kind),
            "sectors": tuple(page.sectors or ()),
            "sector_labels": tuple(page._meta.get_field("sectors").labels(page.sectors)),
            "founded_on": amounts.loose(page, "founded", self.reader.locale),
        }

    def _location(self, resolved):
        place = self._place(resolved)
        return {
            "address": place.get("address", ""),
            "latitude": place.get("latitude"),
            "longitude": place.get("longitude"),
        }

    def _place(self, resolved):
        """Facts of its first place that is public."""
        places = resolved.cards(self.relations.targets("place"))
        return places[0].facts or {} if places else {}

    def _facts(self, resolved):
        page, names = self.instance, self._names()
        founded = names["founded_on"]
        return facts(
            (_("Kind"), names["kind_label"]),
            (_("Legal name"), page.legal_name if page.legal_name != page.title else ""),
            (_("Short name"), page.short_name),
            (_("Registry code"), page.registry_code),
            (_("Founded"), founded.text if founded else ""),
            (_("Sectors"), ", ".join(names["sector_labels"])),
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

    def count_label(self, count):
        """The number of organisations, as the heading says it."""
        return ngettext("%(n)s organisation", "%(n)s organisations", count) % {"n": count}
