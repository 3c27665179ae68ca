"""Places in the public API."""

from typing import Annotated

from pydantic import Field

from directory.models import Place
from kogu.api.distance import near
from kogu.api.filters import Filter, fact, within
from kogu.api.resource import ALWAYS, DATES, Resource, register
from kogu.api.vocabulary import Codes

from .topics import TopicOut, topic


class PlaceOut(TopicOut):
    """Somewhere: a country, a county, a parish or a house with a door."""

    place_kind: Annotated[str, Codes("place_kind", Place.Kind, may_be_empty=True)] = Field(
        description="From the largest to the smallest; empty when not said"
    )
    address: str = Field(description="Address")
    latitude: float | None = Field(description="Degrees north")
    longitude: float | None = Field(description="Degrees east")
    nuts_code: str = Field(description="NUTS code")
    local_code: str = Field(description="Code in the national register: EHAK, ATVK, TERYT")
    accessibility: str = Field(description="What somebody should know before coming")


PLAIN = (
    *("place_kind", "address", "latitude", "longitude", "nuts_code", "local_code"),
    "accessibility",
)


def place(view):
    """A place from its view."""
    return {**topic(view), **{name: getattr(view, name) for name in PLAIN}}


def _code(name, what):
    return Filter(
        description=f"With exactly this {what}",
        apply=lambda rows, text, _asked: rows.filter(**{f"facts__{name}": text}),
    )


register(
    Resource(
        name="places",
        kinds=("place",),
        schema=PlaceOut,
        shape=place,
        filters={
            **DATES,
            "kind": fact("facts__kind", "Of this kind", Place.Kind.values),
            "within": within("place", "This place or area and everything within"),
            "nuts_code": _code("nuts_code", "NUTS code"),
            "local_code": _code("local_code", "code in the national register"),
            **near("place", "Lying"),
        },
        orders=ALWAYS,
        order="title",
        description="Where things are, as a tree with coordinates.",
    )
)
