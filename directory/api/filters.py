"""Filters by what the directory knows: of its own resources and of all that name its items."""

import datetime as dt
import re
from decimal import Decimal

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from directory.models import dates
from kogu.api.distance import filters_near
from kogu.api.filters import Filter, bounds, choice, key_named, read_day, related
from kogu.api.problems import InvalidValue
from kogu.api.resource import DATES
from kogu.content import trees
from kogu.content.models import Relation

AMOUNT = re.compile(r"\d{1,12}(\.\d{1,2})?", re.ASCII)


def of_pages(model, field):
    """Narrows cards by a field of the pages they stand for."""

    def narrow(rows, lookup, value):
        pages = model.objects.filter(**{f"{field}__{lookup}": value})
        return rows.filter(object_id__in=pages.values("pk"))

    return narrow


def _day(text):
    try:
        return read_day(text)
    except ValueError as error:
        raise InvalidValue(_("Write a day, such as 2026-01-31.")) from error


PRECISIONS = (("day", ""), ("month",), ("season",), ("year",))


def loosely(field, lookup, day):
    """Whether a loose date may lie on or after (`gte`), or on or before (`lte`), a day."""
    may = Q()
    for known_to in PRECISIONS:
        edge = {"gte": _first_day, "lte": _last_day}[lookup](day, known_to[0])
        may |= Q(**{f"{field}_precision__in": known_to, f"{field}__{lookup}": edge})
    return may


def _first_day(day, known_to):
    try:
        return dates.first_day(day, known_to)
    except ValueError:  # before the first year there is
        return dt.date.min


def _last_day(day, known_to):
    try:
        return dates.last_day(day, known_to)
    except ValueError:
        return dt.date.max


def days(name, model, field, what):
    """`name_from` and `name_to` over a loose date of the pages: found where it may be so."""

    def narrow(rows, lookup, day):
        pages = model.objects.filter(loosely(field, lookup, day))
        return rows.filter(object_id__in=pages.values("pk"))

    about = {"schema": {"type": "string", "format": "date"}, "example": "2021-09-01"}
    return bounds(name, what, _day, narrow, **about)


def _amount(text):
    if not AMOUNT.fullmatch(text):
        raise InvalidValue(_("Write an amount, such as 24000 or 24000.50."))
    return Decimal(text)


def amounts(name, model, field, what):
    """`name_from` and `name_to` over an amount of the pages."""
    schema = {"type": "string", "pattern": rf"^{AMOUNT.pattern}$"}
    return bounds(name, what, _amount, of_pages(model, field), schema=schema, example="24000")


def coded(name, description, codes):
    """A fact that is an object of codes; any of those given will do."""

    def narrow(rows, words, _list_query):
        held = Q()
        for word in words:
            held |= Q(**{f"facts__{name}__has_key": word})
        return rows.filter(held)

    return choice(description, codes, narrow)


def exactly(narrow, description):
    """A code or number written exactly so."""
    return Filter(
        description=description, apply=lambda rows, text, _list_query: narrow(rows, "exact", text)
    )


def named_by(kind, relations, description):
    """Items that the given one names by one of these relations."""

    def apply(rows, text, _list_query):
        key = key_named(text, kind)
        if key is None:
            return rows.none()
        edges = Relation.objects.filter(
            source_key__in=trees.descendants(kind, key), source_kind=kind, relation__in=relations
        )
        return rows.filter(key__in=edges.values("target_key"))

    return Filter(description=f"{description}: its id or slug", apply=apply)


def near_places(what):
    """`near=lat,lon` with `radius_km`, for items that name places."""

    def within(places):
        named = Relation.objects.filter(relation="place", target_key__in=places.values("key"))
        return {"key__in": named.values("source_key")}

    return filters_near("place", what, within)


TOPIC = {"topic": related("topic", "topic", "About this topic or one below it")}
PLACE = {
    "place": related("place", ("place", "area"), "In this place or area, or in a place within it")
}
NAMING = {
    "organisation": related(
        ("organisation", "partner"), "organisation", "Naming this organisation"
    ),
    "project": related("project", "project", "Naming this project"),
    "cluster": related("cluster", "cluster", "Naming this cluster"),
}
COMMON = {**DATES, **TOPIC, **PLACE, **near_places("Naming a place"), **NAMING}
