"""What items name, whole: everything a reference in an answer points at, once."""

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from pydantic import Field, create_model

from kogu.presenting.card_views import CardView

from . import serializers
from .schemas import CardOut, PictureOut, Schema, Sparse
from .serializers import Json

# `include=` names and the kinds of items they bring, in the order of answers.
INCLUDES = {"images": "image"}
_positions = {"images": 90}

# By what a reference and a picture are known in an answer.
_REFERENCE = {"kind", "id", "locale", "title"}
_PICTURE = {"id", "files", "credit"}


def include(name: str, kind: str, position: int) -> None:
    """Lets `include=` bring items of a kind, at this place among all that it may bring."""
    INCLUDES[name], _positions[name] = kind, position
    for known in sorted(_positions, key=lambda name: _positions[name]):
        INCLUDES[known] = INCLUDES.pop(known)


def included_schema() -> type[Schema]:
    """The schema of what `include` brings, once all resources are registered."""
    kinds: dict[str, Any] = {
        kind: (
            dict[str, CardOut],
            Field(default_factory=dict, description=f"{name.capitalize()} by id"),
        )
        for name, kind in INCLUDES.items()
    }
    kinds["image"] = (
        dict[str, PictureOut],
        Field(default_factory=dict, description="Pictures by id"),
    )
    return create_model(
        "IncludedOut",
        __base__=Sparse,
        __doc__="What `include` asked for, by kind and id; kinds that were not asked for are left "
        "out.",
        **kinds,
    )


def included(items: list[Json], views: Iterable[Any], names: Iterable[str]) -> dict[str, Json]:
    """Cards of everything that the items refer to, and their pictures."""
    if not names:
        return {}
    wanted = {INCLUDES[name] for name in names}
    answer: dict[str, Json] = {kind: {} for kind in INCLUDES.values() if kind in wanted}
    if wanted != {"image"}:
        cards = {(card.kind, str(card.key)): card for view in views for card in _cards(view)}
        for kind, key in dict.fromkeys(_references(items)):
            if kind in wanted and (kind, key) in cards:
                answer[kind][key] = _dump(CardOut, serializers.card(cards[kind, key]))
    if "image" in wanted:
        shown = [items, [of_kind for kind, of_kind in answer.items() if kind != "image"]]
        answer["image"] = {picture["id"]: picture for picture in _pictures(shown)}
    return answer


def _dump(schema: type[Schema], data: Json) -> Json:
    return schema.model_validate(data).model_dump(mode="json")


def _cards(view: Any) -> Iterator[CardView]:
    """Every card anywhere in a view."""
    if isinstance(view, CardView):
        yield view
        return
    for each in view if isinstance(view, tuple) else _values(view):
        if isinstance(each, tuple) or is_dataclass(each):
            yield from _cards(each)


def _values(view: Any) -> list[Any]:
    return [getattr(view, name) for name in _names(view.__class__)]


@cache
def _names(view_type: Any) -> list[str]:
    return [each.name for each in fields(view_type)]


def _references(items: Iterable[Json]) -> Iterator[tuple[str, str]]:
    """Kind and id of everything the items refer to; they themselves are no references."""
    for item in items:
        for data in _objects(item):
            if data is not item and data.keys() >= _REFERENCE:
                yield data["kind"], data["id"]


def _pictures(value: Any) -> Iterator[Json]:
    return (data for data in _objects(value) if data.keys() >= _PICTURE)


def _objects(value: Any) -> Iterator[Json]:
    """Every object in an answer, however deep."""
    if isinstance(value, dict):
        yield value
        value = value.values()
    for each in value:
        if isinstance(each, dict | list):
            yield from _objects(each)
