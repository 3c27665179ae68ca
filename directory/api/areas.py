"""Areas in the public API."""

from pydantic import Field

from kogu.api import serializers
from kogu.api.resource import ALWAYS, DATES, Resource, register
from kogu.api.schemas import BaseOut, RefOut


class AreaOut(BaseOut):
    """A named set of places, as the territory of a local action group."""

    places: list[RefOut] = Field(description="The places that lie in it")


def area(view):
    """An area from its view."""
    return {**serializers.base(view), "places": serializers.refs(view.places)}


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
