"""Organisations in the public API."""

from directory.api.filters import PLACE, TOPIC
from directory.codes import SECTORS
from directory.models import OrganisationKind, OrganisationPage
from directory.presenters.organisations import OrganisationView
from kogu.api.distance import near
from kogu.api.fields import answer_of
from kogu.api.filters import fact
from kogu.api.resource import DATES, ORDERS, Resource, register

from . import filters

register(
    Resource(
        name="organisations",
        kinds=("organisation",),
        include_position=10,
        answer=answer_of(OrganisationView),
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
