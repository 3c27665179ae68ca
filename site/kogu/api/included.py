"""What items name, whole: everything a reference in an answer points at, once."""

from dataclasses import fields, is_dataclass
from functools import cache

from pydantic import Field

from kogu.presenting.card_views import CardView

from . import serializers
from .schemas import CardOut, PictureOut, Sparse

# `include=` names and the kinds of items they bring.
INCLUDES = {
    "organisations": "organisation",
    "projects": "project",
    "programmes": "programme",
    "clusters": "cluster",
    "events": "event",
    "people": "person",
    "topics": "topic",
    "places": "place",
    "images": "image",
}

# By what a reference and a picture are known in an answer.
_REFERENCE = {"kind", "id", "locale", "title"}
_PICTURE = {"id", "files", "credit"}


class IncludedOut(Sparse):
    """What `include` asked for, by kind and id; kinds that were not asked for are left out."""

    organisation: dict[str, CardOut] = Field(None, description="Organisations by id")
    project: dict[str, CardOut] = Field(None, description="Projects by id")
    programme: dict[str, CardOut] = Field(None, description="Programmes by id")
    cluster: dict[str, CardOut] = Field(None, description="Clusters by id")
    event: dict[str, CardOut] = Field(None, description="Events by id")
    person: dict[str, CardOut] = Field(None, description="People by id")
    topic: dict[str, CardOut] = Field(None, description="Topics by id")
    place: dict[str, CardOut] = Field(None, description="Places by id")
    image: dict[str, PictureOut] = Field(None, description="Pictures by id")


def included(items, views, names):
    """Cards of everything that the items refer to, and their pictures."""
    if not names:
        return {}
    wanted = {INCLUDES[name] for name in names}
    answer = {kind: {} for kind in INCLUDES.values() if kind in wanted}
    if wanted != {"image"}:
        cards = {(card.kind, str(card.key)): card for view in views for card in _cards(view)}
        for kind, key in dict.fromkeys(_references(items)):
            if kind in wanted and (kind, key) in cards:
                answer[kind][key] = _dump(CardOut, serializers.card(cards[kind, key]))
    if "image" in wanted:
        shown = [items, [of_kind for kind, of_kind in answer.items() if kind != "image"]]
        answer["image"] = {picture["id"]: picture for picture in _pictures(shown)}
    return answer


def _dump(schema, made):
    return schema.model_validate(made).model_dump(mode="json")


def _cards(view):
    """Every card anywhere in a view."""
    if isinstance(view, CardView):
        yield view
        return
    for each in view if isinstance(view, tuple) else _values(view):
        if isinstance(each, tuple) or is_dataclass(each):
            yield from _cards(each)


def _values(view):
    return [getattr(view, name) for name in _names(type(view))]


@cache
def _names(view_type):
    return [each.name for each in fields(view_type)]


def _references(items):
    """Kind and id of everything the items refer to; they themselves are no references."""
    for item in items:
        for made in _objects(item):
            if made is not item and made.keys() >= _REFERENCE:
                yield made["kind"], made["id"]


def _pictures(value):
    return (made for made in _objects(value) if made.keys() >= _PICTURE)


def _objects(value):
    """Every object in an answer, however deep."""
    if isinstance(value, dict):
        yield value
        value = value.values()
    for each in value:
        if isinstance(each, dict | list):
            yield from _objects(each)
