"""What items name, whole: everything a reference in an answer points at, once."""

from dataclasses import fields, is_dataclass

from ninja import Schema
from pydantic import Field

from kogu.base.cards import CardView

from . import shapes
from .schemas import CardOut, PictureOut

# `include=` names and the kinds of things they bring.
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


class IncludedOut(Schema):
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
    cards = {(card.kind, str(card.key)): card for view in views for card in _cards(view)}
    answer = {kind: {} for kind in INCLUDES.values() if kind in wanted}
    for kind, key in _references(items):
        if kind in wanted and (kind, key) in cards:
            answer[kind][key] = _dump(CardOut, shapes.card(cards[kind, key]))
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
    elif is_dataclass(view):
        for each in fields(view):
            yield from _cards(getattr(view, each.name))
    elif isinstance(view, tuple):
        for each in view:
            yield from _cards(each)


def _references(items):
    """Kind and id of everything the items refer to; they themselves are no references."""
    for item in items:
        for value in item.values():
            for made in _objects(value):
                if {"kind", "id", "locale", "title"} <= made.keys():
                    yield made["kind"], made["id"]


def _pictures(value):
    return (made for made in _objects(value) if {"id", "files", "credit"} <= made.keys())


def _objects(value):
    """Every object in an answer, however deep."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from _objects(each)
