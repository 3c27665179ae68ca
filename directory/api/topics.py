"""Topics in the public API."""

from directory.presenters.topics import TopicView
from kogu.api.fields import answer_of
from kogu.api.filters import within
from kogu.api.resource import ALWAYS, DATES, Resource, register

register(
    Resource(
        name="topics",
        kinds=("topic",),
        include_position=70,
        answer=answer_of(TopicView),
        filters={**DATES, "within": within("topic", "This topic and everything under it")},
        orders=ALWAYS,
        order="title",
        description="What news, events and projects are about, as a tree.",
    )
)
