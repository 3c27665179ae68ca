"""Parts of answers that several resources of the directory share."""

from typing import Annotated

from pydantic import Field

from directory.models import ProgrammePage, StrategyGoalPage
from kogu.api import serializers
from kogu.api.registry import api_url
from kogu.api.schemas import LooseDateOut, RefOut, Schema
from kogu.api.vocabulary import Codes
from kogu.content.site_urls import absolute

# Those of programmes and of strategies.
LEVELS = (*ProgrammePage.Level.choices, *StrategyGoalPage.Level.choices)


class TreeNodeOut(RefOut):
    """An item and what stands under it."""

    level: Annotated[str, Codes("tree_level", LEVELS, may_be_empty=True)] = Field(
        description="Where in the tree it stands; empty for a strategy"
    )
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
    start: LooseDateOut | None = Field(description="From when")
    end: LooseDateOut | None = Field(description="Until when")


def node(view):
    """A node of a tree with all below it."""
    return {
        "kind": view.kind,
        "id": view.key,
        "locale": view.locale,
        "title": view.title,
        "url": absolute(view.url),
        "api_url": api_url(view.kind, view.key, view.locale),
        "level": view.level,
        "code": view.code,
        "children": [node(child) for child in view.children],
    }


def party(view):
    """An organisation as it is named."""
    return {"name": view.name, "organisation": serializers.ref_or_none(view.organisation)}


def supporter(view):
    """Who paid for what."""
    return {
        **party(view),
        "programme": serializers.ref_or_none(view.programme),
        "programme_name": view.programme_name,
        "project": serializers.ref_or_none(view.project),
        "project_name": view.project_name,
        "number": view.number,
        "purpose": view.purpose,
        "start": serializers.loose(view.starts),
        "end": serializers.loose(view.ends),
    }
