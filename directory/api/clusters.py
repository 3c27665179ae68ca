"""Clusters and networks in the public API."""

import datetime as dt
from typing import Annotated

from pydantic import Field

from directory.models import ClusterKind, ClusterPage, MemberRole
from kogu.api import blocks, serializers
from kogu.api.distance import near
from kogu.api.filters import fact, related
from kogu.api.resource import DATES, ORDERS, TOPIC, Resource, register
from kogu.api.schemas import DocumentOut, ItemOut, LooseDateOut, PictureOut, RefOut
from kogu.api.vocabulary import Codes

from . import filters
from .parts import PartyOut, SupporterOut, party, supporter


class MemberOut(RefOut):
    """Who belongs, and as what."""

    role: Annotated[str, Codes("member_role", MemberRole)] = Field(description="As what")
    since: dt.date | None = Field(description="Since when; nothing when not said")


class ClusterOut(ItemOut):
    """A cluster, network, hub or local action group."""

    cluster_kind: Annotated[str, Codes("cluster_kind", ClusterKind, may_be_empty=True)] = Field(
        description="Way of working together; empty when not said"
    )
    established: LooseDateOut | None = Field(description="When it began")
    area: RefOut | None = Field(description="The set of places it works in")
    image: PictureOut | None = Field(description="Picture at its head")
    logo: PictureOut | None = Field(description="Logo")
    website: str = Field(description="Website")
    mission: str = Field(description="What it is for, as plain text")
    goals: list[str] = Field(description="What it wants to reach")
    activities: list[str] = Field(description="What it does")
    services: list[str] = Field(description="What it offers to others")
    body: list[blocks.Block] = Field(description="Its story, block by block")
    strategy_documents: list[DocumentOut] = Field(description="Documents it works by")
    coordinating_organisation: RefOut | None = Field(description="Organisation that runs it")
    coordinator: RefOut | None = Field(description="Person who runs it")
    members: list[MemberOut] = Field(description="Organisations, people and clusters that belong")
    members_total: int = Field(description="How many members are shown")
    member_of: list[RefOut] = Field(description="Clusters and networks it belongs to itself")
    founders: list[PartyOut] = Field(description="Who started it")
    partners: list[PartyOut] = Field(description="Who works with it without belonging")
    supporters: list[SupporterOut] = Field(description="Who paid for what")


PLAIN = (*("cluster_kind", "website", "mission", "goals", "activities", "services"),)


def cluster(view):
    """A cluster from its view."""
    return {
        **serializers.item(view),
        **{name: getattr(view, name) for name in PLAIN},
        "established": serializers.loose(view.established_on),
        "area": serializers.ref_or_none(view.area),
        "image": serializers.picture(view.hero),
        "logo": serializers.picture(view.logo),
        "body": blocks.story(view.story),
        "strategy_documents": [serializers.document(each) for each in view.strategy_documents],
        "coordinating_organisation": serializers.ref_or_none(view.coordinating_organisation),
        "coordinator": serializers.ref_or_none(view.coordinator),
        "members_total": view.member_count,
        "members": [
            serializers.ref(member.card, role=member.role, since=member.since)
            for group in view.members
            for member in group.members
        ],
        "member_of": serializers.refs(view.member_of),
        "founders": [party(each) for each in view.founders],
        "partners": [party(each) for each in view.partners],
        "supporters": [supporter(each) for each in view.supporters],
    }


register(
    Resource(
        name="clusters",
        kinds=("cluster",),
        schema=ClusterOut,
        shape=cluster,
        filters={
            **DATES,
            **TOPIC,
            "kind": fact("facts__kind", "Working together in this way", ClusterKind.values),
            "place": related(
                ("place", "area"), ("place", "area"), "In this place or area, or within it"
            ),
            "organisation": related(
                ("organisation", "member"), "organisation", "Naming this organisation"
            ),
            "person": related(("person", "member"), "person", "Naming this person"),
            "project": related("project", "project", "Naming or supported by this project"),
            "programme": related("programme", "programme", "Supported by this programme"),
            "member_of": filters.named_by("cluster", ("member",), "Members of this cluster"),
            **filters.days("established", ClusterPage, "established", "Established"),
            **near("cluster", "With a place"),
        },
        orders=ORDERS,
        order="title",
        description="Those who work together: who belongs, what for, who made it possible.",
    )
)
