"""Domains and goals of strategies in the public API."""

from directory.api.filters import COMMON
from directory.models import StrategyGoalPage
from directory.presenters.strategies import GoalView
from kogu.api.fields import answer_of
from kogu.api.filters import within
from kogu.api.resource import ORDERS, Resource, register

register(
    Resource(
        name="goals",
        kinds=(StrategyGoalPage.kind,),
        answer=answer_of(GoalView),
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
