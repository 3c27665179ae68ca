"""What a resource of the API is: a kind, its schema, filters and orders. Rooms register theirs."""

from collections.abc import Callable
from dataclasses import dataclass, field

from ninja import Schema

from . import shapes
from .cursor import Order
from .filters import Filter, moments, near, related

resources: dict[str, "Resource"] = {}


@dataclass(frozen=True)
class Resource:
    """One list and its items of one kind or more; `shape` makes an item from a view."""

    name: str
    kinds: tuple[str, ...]
    schema: type[Schema]
    shape: Callable = shapes.item
    filters: dict[str, Filter] = field(default_factory=dict)
    orders: dict[str, Order] = field(default_factory=dict)
    order: str = "-published_at"
    description: str = ""


ORDERS = {
    "published_at": Order("published_at"),
    "-published_at": Order("published_at", descending=True),
    "updated_at": Order("updated_at"),
    "-updated_at": Order("updated_at", descending=True),
    "title": Order("sort_key"),
    "-title": Order("sort_key", descending=True),
}

COMMON = {
    **moments("published", "published_at", "Published"),
    **moments("updated", "updated_at", "Last published"),
    "topic": related("topic", "topic", "About this topic or one below it"),
    "place": related("place", "place", "In this place or one within it"),
    "organisation": related("organisation", "organisation", "Naming this organisation"),
    "project": related("project", "project", "Naming this project"),
    "cluster": related("cluster", "cluster", "Naming this cluster"),
}


def register(resource):
    """Adds a resource to the API."""
    resources[resource.name] = resource
    return resource


__all__ = ["COMMON", "ORDERS", "Filter", "Order", "Resource", "near", "register", "resources"]
