"""Organisations in the public API."""

import datetime as dt
from typing import Annotated

from pydantic import Field

from directory.codes import SECTORS
from directory.models import OrganisationKind, OrganisationPage
from kogu.api import blocks, serializers
from kogu.api.distance import near
from kogu.api.filters import fact
from kogu.api.resource import DATES, ORDERS, PLACE, TOPIC, Resource, register
from kogu.api.schemas import DocumentOut, ItemOut, LooseDateOut, PictureOut, RefOut, Schema
from kogu.api.vocabulary import Codes

from . import filters

CLOCK = r"^\d\d:\d\d$"


class HoursOut(Schema):
    """From when to when the doors are open on some days of the week."""

    weekdays: list[int] = Field(description="Days of the week, 1 is Monday")
    opens: str | None = Field(
        description="From, by the clock there; nothing said means the note tells",
        pattern=CLOCK,
        examples=["09:00"],
    )
    closes: str | None = Field(description="To, by the clock there", pattern=CLOCK)
    note: str = Field(description="What else is to be known")
    valid_from: dt.date | None = Field(description="First day on which this holds")
    valid_to: dt.date | None = Field(description="Last day on which this holds")


class AccountOut(Schema):
    """An account elsewhere."""

    name: str = Field(description="Where, or as whom")
    url: str = Field(description="Full address")


class OrganisationOut(ItemOut):
    """An organisation, company, sole trader or creative person's practice."""

    organisation_kind: Annotated[
        str, Codes("organisation_kind", OrganisationKind, may_be_empty=True)
    ] = Field(description="Under what form it acts; empty when not said")
    sectors: list[Annotated[str, Codes("sector", SECTORS)]] = Field(description="What it lives by")
    legal_name: str = Field(description="Legal name, where it differs from the title")
    short_name: str = Field(description="Short name")
    registry_code: str = Field(description="Number in the national register")
    founded: LooseDateOut | None = Field(description="When it was founded")
    description: str = Field(description="What it does, as plain text")
    image: PictureOut | None = Field(description="Picture at its head")
    logo: PictureOut | None = Field(description="Logo")
    body: list[blocks.Block] = Field(description="Its story, block by block")
    email: str = Field(description="Public e-mail")
    phone: str = Field(description="Phone")
    website: str = Field(description="Website")
    address: str = Field(description="Address of its first place")
    latitude: float | None = Field(description="Degrees north of its first place")
    longitude: float | None = Field(description="Degrees east of its first place")
    opening_hours: list[HoursOut] = Field(description="When the doors are open, now or later")
    documents: list[DocumentOut] = Field(description="Files to download")
    socials: list[AccountOut] = Field(description="Accounts elsewhere")
    people: list[RefOut] = Field(description="People who work there and may be named")
    member_of: list[RefOut] = Field(description="Clusters and networks it belongs to")
    replaced_by: RefOut | None = Field(description="The organisation that continues its work")


HOURS = ("weekdays", "note", "valid_from")
PLAIN = (
    *("organisation_kind", "sectors", "legal_name", "short_name", "registry_code"),
    *("description", "email", "phone", "website", "address", "latitude", "longitude"),
)


def _hours(view):
    return {
        **{name: getattr(view, name) for name in HOURS},
        "valid_to": view.valid_until,
        "opens": view.opens and f"{view.opens:%H:%M}",
        "closes": view.closes and f"{view.closes:%H:%M}",
    }


def organisation(view):
    """An organisation from its view."""
    return {
        **serializers.item(view),
        **{name: getattr(view, name) for name in PLAIN},
        "founded": serializers.loose(view.founded_on),
        "image": serializers.picture(view.hero),
        "logo": serializers.picture(view.logo),
        "body": blocks.story(view.story),
        "opening_hours": [_hours(each) for each in view.opening_hours],
        "documents": [serializers.document(each) for each in view.documents],
        "socials": [{"name": each.name, "url": each.url} for each in view.socials],
        "people": serializers.refs(view.people),
        "member_of": serializers.refs(view.member_of),
        "replaced_by": serializers.ref_or_none(view.replaced_by),
    }


register(
    Resource(
        name="organisations",
        kinds=("organisation",),
        schema=OrganisationOut,
        shape=organisation,
        filters={
            **DATES,
            **TOPIC,
            **PLACE,
            "kind": fact("facts__kind", "Acting under this form", OrganisationKind.values),
            "sector": filters.coded("sectors", "Living by this", [code for code, _w in SECTORS]),
            "cluster": filters.named_by("cluster", ("member",), "Members of this cluster"),
            "project": filters.named_by(
                "project", ("partner", "organisation"), "Taking part in this project"
            ),
            "registry_code": filters.exactly(
                filters.of_pages(OrganisationPage, "registry_code"),
                "With exactly this number in the national register",
            ),
            **filters.days("founded", OrganisationPage, "founded", "Founded"),
            **near("organisation", "With a place"),
        },
        orders=ORDERS,
        order="title",
        description="Who is who: authorities, companies, associations, creative people.",
    )
)
