"""Topics in the public API."""

from pydantic import Field

from kogu.api import serializers
from kogu.api.filters import within
from kogu.api.resource import ALWAYS, DATES, Resource, register
from kogu.api.schemas import BaseOut, RefOut


class TopicOut(BaseOut):
    """What items are about."""

    description: str = Field(description="A few sentences, as plain text")
    parents: list[RefOut] = Field(description="What it stands under, from the top down")
    children: list[RefOut] = Field(description="What stands directly under it")


def topic(view):
    """A topic from its view."""
    return {
        **serializers.base(view),
        "description": view.description,
        "parents": serializers.refs(view.above),
        "children": serializers.refs(view.below),
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
