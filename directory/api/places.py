"""Places in the public API."""

from directory.models import Place
from directory.presenters.places import PlaceView
from kogu.api.distance import near
from kogu.api.fields import answer_of
from kogu.api.filters import Filter, fact, within
from kogu.api.resource import ALWAYS, DATES, Resource, register


def _code(name, what):
    return Filter(
        description=f"With exactly this {what}",
        apply=lambda rows, text, _list_query: rows.filter(**{f"facts__{name}": text}),
    )


register(
    Resource(
        name="places",
        kinds=("place",),
        include_position=80,
        answer=answer_of(PlaceView),
        filters={
            **DATES,
            "kind": fact("facts__kind", "Of this kind", Place.Kind.values),
            "within": within(("place", "area"), "This place or area and everything within"),
            "nuts_code": _code("nuts_code", "NUTS code"),
            "local_code": _code("local_code", "code in the national register"),
            **near("place", "Lying"),
        },
        orders=ALWAYS,
        order="title",
        description="Where things are, as a tree with coordinates.",
    )
)
