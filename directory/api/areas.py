"""Areas in the public API."""

from directory.presenters.areas import AreaView
from kogu.api.fields import answer_of
from kogu.api.resource import ALWAYS, DATES, Resource, register

register(
    Resource(
        name="areas",
        kinds=("area",),
        answer=answer_of(AreaView),
        filters=DATES,
        orders=ALWAYS,
        order="title",
        description="Places that belong together; what takes a place takes an area too.",
    )
)
