"""Strategies in the public API, each with its tree of goals."""

from pydantic import Field

from kogu.api import blocks, serializers
from kogu.api.filters import related
from kogu.api.resource import COMMON, ORDERS, Resource, register
from kogu.api.schemas import ItemOut

from .parts import TreeNodeOut, node


class StrategyOut(ItemOut):
    """A strategy of the region, as a tree of domains and goals."""

    period_from: int | None = Field(description="First year")
    period_to: int | None = Field(description="Last year")
    website: str = Field(description="Address of the full text")
    body: list[blocks.Block] = Field(description="Its story, block by block")
    children: list[TreeNodeOut] = Field(
        description="Domains, goals and sub-goals; their ids are what `strategy_goal` takes"
    )


def strategy(view):
    """A strategy from its view."""
    return {
        **serializers.item(view),
        "period_from": view.period_from,
        "period_to": view.period_to,
        "website": view.website,
        "body": blocks.story(view.story),
        "children": [node(child) for child in view.tree],
    }


register(
    Resource(
        name="strategies",
        kinds=("strategy",),
        schema=StrategyOut,
        shape=strategy,
        filters={**COMMON, "person": related("person", "person", "Naming this person")},
        orders=ORDERS,
        order="title",
        description="What the region has agreed to strive for.",
    )
)
