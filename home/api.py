"""News and pages in the public API."""

import datetime as dt

from pydantic import Field

from kogu.base.api import blocks, shapes
from kogu.base.api.filters import fact, related
from kogu.base.api.resource import COMMON, ORDERS, Resource, register
from kogu.base.api.schemas import ItemOut, PictureOut, RefOut, RoleRefOut

PAGES = ("information", "home", "accessibility_statement")


class NewsOut(ItemOut):
    """A news item."""

    shown_at: dt.datetime | None = Field(description="Date shown to readers")
    author: str = Field(description="Who signs it; empty when nobody does")
    image: PictureOut | None = Field(description="Picture at its head")
    body: list[blocks.Block] = Field(description="The story, block by block")
    correction: str = Field(description="What was wrong and is now right")
    superseded_by: RefOut | None = Field(description="The newer item that replaces it")
    events: list[RoleRefOut] = Field(description="Events it names")
    clusters: list[RoleRefOut] = Field(description="Clusters it names")
    people: list[RoleRefOut] = Field(description="People it names")


class PageOut(ItemOut):
    """A page that informs, or the front page of a section."""

    image: PictureOut | None = Field(description="Picture at its head")
    body: list[blocks.Block] = Field(description="The story, block by block")


def page(view):
    """A page from its view; sections have no story."""
    return {
        **shapes.item(view),
        "image": shapes.picture(getattr(view, "hero", None)),
        "body": blocks.story(getattr(view, "story", ())),
    }


def news(view):
    """A news item from its view."""
    return {
        **shapes.item(view),
        "shown_at": view.published_at,
        "author": view.author,
        "image": shapes.picture(view.hero),
        "body": blocks.story(view.story),
        "correction": view.correction,
        "superseded_by": shapes.ref(view.superseded_by) if view.superseded_by else None,
        "events": shapes.named(view, "event"),
        "clusters": shapes.named(view, "cluster"),
        "people": shapes.named(view, "person"),
    }


register(
    Resource(
        name="news",
        kinds=("news",),
        schema=NewsOut,
        shape=news,
        filters={
            **COMMON,
            "event": related("event", "event", "About this event"),
            "person": related(("person", "contact"), "person", "Naming this person"),
        },
        orders=ORDERS,
        description="What happened, told once.",
    )
)

register(
    Resource(
        name="pages",
        kinds=PAGES,
        schema=PageOut,
        shape=page,
        filters={**COMMON, "kind": fact("kind", "Of this kind", PAGES)},
        orders=ORDERS,
        order="title",
        description="Pages that inform and stay.",
    )
)
