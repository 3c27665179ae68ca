"""Areas in the public API."""

from pydantic import Field

from kogu.base.api import shapes
from kogu.base.api.resource import ALWAYS, DATES, Resource, register
from kogu.base.api.schemas import RefOut, ThingOut


class AreaOut(ThingOut):
    """A named set of places, as the territory of a local action group."""

    places: list[RefOut] = Field(description="The places that lie in it")


def area(view):
    """An area from its view."""
    return {**shapes.thing(view), "places": shapes.refs(view.places)}


register(
    Resource(
        name="areas",
        kinds=("area",),
        schema=AreaOut,
        shape=area,
        filters=DATES,
        orders=ALWAYS,
        order="title",
        description="Places that belong together; what takes a place takes an area too.",
    )
)
