"""People in the public API: only those for whose publication there is a ground."""

from typing import Annotated

from pydantic import Field

from directory.codes import LANGUAGES_SPOKEN
from kogu.api import serializers
from kogu.api.filters import related
from kogu.api.resource import ALWAYS, DATES, Resource, register
from kogu.api.schemas import BaseOut, PictureOut, RefOut
from kogu.api.vocabulary import Codes

from . import filters


class PersonOut(BaseOut):
    """Somebody to turn to; people have no page of their own."""

    role: str = Field(description="What they do")
    organisation: RefOut | None = Field(description="Where they work")
    image: PictureOut | None = Field(description="Their photo")
    email: str = Field(description="E-mail")
    phone: str = Field(description="Phone")
    languages_spoken: list[Annotated[str, Codes("language", LANGUAGES_SPOKEN)]] = Field(
        description="Codes of the languages they speak"
    )


def person(view):
    """Somebody from their view."""
    return {
        **serializers.base(view),
        "role": view.role,
        "organisation": serializers.ref_or_none(view.organisation),
        "image": serializers.picture(view.photo),
        "email": view.email,
        "phone": view.phone,
        "languages_spoken": view.languages_spoken,
    }


register(
    Resource(
        name="people",
        kinds=("person",),
        schema=PersonOut,
        shape=person,
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
