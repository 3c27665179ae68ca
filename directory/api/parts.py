"""Parts of answers that several resources of the directory share."""

from pydantic import Field

from kogu.base.api import shapes
from kogu.base.api.schemas import LooseDateOut, RefOut, Schema
from kogu.base.site_urls import absolute


class TreeNodeOut(RefOut):
    """A thing and what stands under it."""

    level: str = Field(description="Where in the tree it stands, such as `measure` or `domain`")
    code: str = Field(description="Its number as its source writes it")
    children: list["TreeNodeOut"] = Field(description="What stands under it, in order")


class PartyOut(Schema):
    """An organisation, known here or by name only."""

    name: str = Field(description="Name")
    organisation: RefOut | None = Field(description="The organisation, where it is known here")


class SupporterOut(PartyOut):
    """Who paid for what, and when."""

    programme: RefOut | None = Field(description="Programme the money came from")
    programme_name: str = Field(description="Its name, also when it has no page here")
    project: RefOut | None = Field(description="Project it was spent in")
    project_name: str = Field(description="Its name, also when it has no page here")
    number: str = Field(description="Number of the project")
    purpose: str = Field(description="What for")
    starts: LooseDateOut | None = Field(description="From when")
    ends: LooseDateOut | None = Field(description="Until when")


def node(view):
    """A node of a tree with all below it."""
    return {
        "kind": view.kind,
        "id": view.key,
        "locale": view.locale,
        "title": view.title,
        "url": absolute(view.url),
        "level": view.level,
        "code": view.code,
        "children": [node(child) for child in view.children],
    }


def party(view):
    """An organisation as it is named."""
    return {"name": view.name, "organisation": shapes.maybe(view.organisation)}


def supporter(view):
    """Who paid for what."""
    return {
        **party(view),
        "programme": shapes.maybe(view.programme),
        "programme_name": view.programme_name,
        "project": shapes.maybe(view.project),
        "project_name": view.project_name,
        "number": view.number,
        "purpose": view.purpose,
        "starts": shapes.loose(view.starts),
        "ends": shapes.loose(view.ends),
    }
