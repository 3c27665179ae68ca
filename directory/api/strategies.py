"""Strategies in the public API, each with its tree of goals."""

from directory.api.filters import COMMON
from directory.presenters.strategies import StrategyView
from kogu.api.fields import answer_of
from kogu.api.filters import related
from kogu.api.resource import ORDERS, Resource, register

register(
    Resource(
        name="strategies",
        kinds=("strategy",),
        answer=answer_of(StrategyView),
        filters={**COMMON, "person": related("person", "person", "Naming this person")},
        orders=ORDERS,
        order="title",
        description="What the region has agreed to strive for.",
    )
)
