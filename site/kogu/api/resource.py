"""What a resource of the API is: a kind, its schema, filters and orders. Apps register theirs."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from kogu.content import kinds
from kogu.content.models import Card
from kogu.presenting.page import present_many
from kogu.presenting.registry import presenter_of
from kogu.presenting.resolver import Reader

from .cursor import Order
from .fields import Answer
from .filters import Filter, Rows, moments
from .included import include
from .registry import served_by
from .schemas import Schema

resources: dict[str, "Resource"] = {}


@dataclass(frozen=True)
class Resource:
    """One list and its items of one kind or more; `answer` makes an item from a view."""

    name: str
    kinds: tuple[str, ...]
    answer: Answer
    filters: dict[str, Filter] = field(default_factory=dict)
    orders: dict[str, Order] = field(default_factory=dict)
    order: str = "-published_at"
    description: str = ""
    # Its place among what `include=` brings of all that answers refer to; 0: it is not brought.
    include_position: int = 0
    # The field of its rows that is the public id.
    key = "key"
    # What `views` reads of a row: a database sorts narrow rows much faster. Empty: all of it.
    narrow = ("key", "kind", "object_id")

    @property
    def schema(self) -> type[Schema]:
        """The schema of an item."""
        schema: type[Schema] = self.answer.schema
        return schema

    def rows(self, reader: Reader, locales: Iterable[str]) -> Rows:
        """Everything of it that is public, once each, in the first of the languages it has."""
        public: Any = self.public(reader)
        rows: Rows = public.best_for(reader.locale, locales=list(locales), at=reader.at)
        return rows

    def public(self, reader: Reader) -> Rows:
        """Everything of it that is public, in every language."""
        cards: Rows = Card.objects.visible(reader.at).filter(kind__in=self.kinds)
        return cards

    def views(self, rows: Iterable[Any], reader: Reader) -> list[Any]:
        """These rows as views, in their order, in fixed queries."""
        instances: dict[tuple[str, object], Any] = {}
        for kind in self.kinds:
            ids = [card.object_id for card in rows if card.kind == kind]
            if ids:
                found = presenter_of(kinds.model(kind)).by_id(ids)
                instances |= {(kind, pk): instance for pk, instance in found.items()}
        wanted = [(card.kind, card.object_id) for card in rows]
        views = present_many([instances[one] for one in wanted if one in instances], reader)
        return list(views)


PUBLISHED = {
    "published_at": Order("published_at"),
    "-published_at": Order("published_at", descending=True),
}
ALWAYS = {
    "updated_at": Order("updated_at"),
    "-updated_at": Order("updated_at", descending=True),
    "title": Order("sort_key", is_text=True),
    "-title": Order("sort_key", descending=True, is_text=True),
}
ORDERS = {**PUBLISHED, **ALWAYS}
TIMED = {
    "starts_at": Order("starts_at"),
    "-starts_at": Order("starts_at", descending=True),
}

DATES = {
    **moments("published", "published_at", "Published"),
    **moments("updated", "updated_at", "Last published"),
}


def register(resource: Resource) -> Resource:
    """Adds a resource to the API."""
    resources[resource.name] = resource
    if resource.key == Resource.key:
        served_by.update(dict.fromkeys(resource.kinds, resource.name))
    if resource.include_position:
        include(resource.name, resource.kinds[0], resource.include_position)
    return resource
