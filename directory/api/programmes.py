"""Programmes in the public API, with the publicity rules in force today."""

from directory.api.filters import COMMON
from directory.models import ProgrammePage
from directory.presenters.programmes import ProgrammeView
from kogu.api.fields import answer_of
from kogu.api.filters import fact, within
from kogu.api.resource import ORDERS, Resource, register

register(
    Resource(
        name="programmes",
        kinds=("programme",),
        include_position=30,
        answer=answer_of(ProgrammeView),
        filters={
            **COMMON,
            "level": fact("facts__level", "At this height of the tree", ProgrammePage.Level.values),
            "fund": fact("facts__fund", "Naming this fund themselves", ProgrammePage.Fund.values),
            "within": within("programme", "This programme and everything under it"),
        },
        orders=ORDERS,
        order="title",
        description="Who funds projects, and what their rules ask for, as a tree.",
    )
)
