"""Topics in the public API."""

from pydantic import Field

from kogu.base.api import shapes
from kogu.base.api.filters import within
from kogu.base.api.resource import ALWAYS, DATES, Resource, register
from kogu.base.api.schemas import RefOut, ThingOut


class TopicOut(ThingOut):
    """What things are about."""

    description: str = Field(description="A few sentences, as plain text")
    parents: list[RefOut] = Field(description="What it stands under, from the top down")
    children: list[RefOut] = Field(description="What stands directly under it")


def topic(view):
    """A topic from its view."""
    return {
        **shapes.thing(view),
        "description": view.description,
        "parents": shapes.refs(view.above),
        "children": shapes.refs(view.below),
    }


register(
    Resource(
        name="topics",
        kinds=("topic",),
        schema=TopicOut,
        shape=topic,
        filters={**DATES, "within": within("topic", "This topic and everything under it")},
        orders=ALWAYS,
        order="title",
        description="What news, events and projects are about, as a tree.",
    )
)
