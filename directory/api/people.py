"""People in the public API: only those for whose publication there is a ground."""

from directory.presenters.people import PersonView
from kogu.api.fields import answer_of
from kogu.api.filters import related
from kogu.api.resource import ALWAYS, DATES, Resource, register

from . import filters

register(
    Resource(
        name="people",
        kinds=("person",),
        include_position=60,
        answer=answer_of(PersonView),
        filters={
            **DATES,
            "organisation": related("organisation", "organisation", "Working there"),
            "cluster": filters.named_by(
                "cluster", ("member", "person"), "Belonging to or running this cluster"
            ),
        },
        orders=ALWAYS,
        order="title",
        description="People to turn to. Who withdrew, or never agreed, is not here.",
    )
)
