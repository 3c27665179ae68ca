"""Domains and goals of strategies in the public API."""

from typing import Annotated

from pydantic import Field

from directory.models import StrategyGoalPage
from kogu.api import blocks, serializers
from kogu.api.filters import within
from kogu.api.resource import COMMON, ORDERS, Resource, register
from kogu.api.schemas import ItemOut
from kogu.api.vocabulary import Codes

from .parts import TreeNodeOut, node


class GoalOut(ItemOut):
    """A domain, goal or sub-goal of a strategy."""

    level: Annotated[str, Codes("goal_level", StrategyGoalPage.Level)] = Field(
        description="Where in the strategy it stands"
    )
    code: str = Field(description="Its number as the strategy writes it")
    body: list[blocks.Block] = Field(description="Its story, block by block")
    children: list[TreeNodeOut] = Field(description="Goals that stand under it")


def goal(view):
    """A goal from its view."""
    return {
        **serializers.item(view),
        "level": view.level,
        "code": view.code,
        "body": blocks.story(view.story),
        "children": [node(child) for child in view.tree],
    }


register(
    Resource(
        name="goals",
        kinds=(StrategyGoalPage.kind,),
        schema=GoalOut,
        shape=goal,
        filters={
            **COMMON,
            "within": within(StrategyGoalPage.kind, "This goal and everything under it"),
        },
        orders=ORDERS,
        order="title",
        description=(
            "Domains, goals and sub-goals one by one; `strategies` has them as a tree, and "
            "`projects` takes their ids as `strategy_goal`."
        ),
    )
)
