"""Clusters and networks in the public API."""

from directory.api.filters import TOPIC
from directory.models import ClusterKind, ClusterPage
from directory.presenters.clusters import ClusterView
from kogu.api.distance import near
from kogu.api.fields import answer_of
from kogu.api.filters import fact, related
from kogu.api.resource import DATES, ORDERS, Resource, register

from . import filters

register(
    Resource(
        name="clusters",
        kinds=("cluster",),
        include_position=40,
        answer=answer_of(ClusterView),
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
