"""Filters of lists: literal tables from parameters to conditions, so no word reaches the ORM."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from math import cos, radians
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import F, FloatField, Value
from django.db.models.fields.json import KT
from django.db.models.functions import ACos, Cast, Cos, Greatest, Least, Radians, Sin

from kogu.base import trees
from kogu.base.models import Card, Relation

EARTH_KM = 6371.0


@dataclass(frozen=True)
class Filter:
    """One parameter of a list: how it is described, read and applied to cards."""

    description: str
    apply: Callable
    read: Callable = str
    type: type = str
    choices: tuple[str, ...] = ()
    example: str = ""
    extra: dict = field(default_factory=dict)


def _moment(text, *, end):
    """A day, in the organisation's zone and to its last instant at an end, or a moment."""
    if len(text) == len("2026-01-31"):
        day = dt.date.fromisoformat(text)
        clock = dt.time.max if end else dt.time.min
        return dt.datetime.combine(day, clock, ZoneInfo(settings.TIME_ZONE))
    moment = dt.datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("Say the zone too, such as 2026-01-31T10:00:00+02:00.")
    return moment


def moments(name, field_name, what):
    """`name_from` and `name_to`: a range of moments, both ends included."""

    def bound(suffix, lookup, word):
        return Filter(
            description=f"{what} {word} this day (in the site's zone) or moment with its zone",
            read=lambda text: _moment(text, end=suffix == "to"),
            apply=lambda cards, value, _reader: cards.filter(**{f"{field_name}__{lookup}": value}),
            example="2026-01-31",
        )

    return {
        f"{name}_from": bound("from", "gte", "on or after"),
        f"{name}_to": bound("to", "lte", "on or before"),
    }


def choice(fact, description, choices):
    """A fact of the card that is one of a few words."""

    def read(text):
        if text not in choices:
            raise ValueError(f"Choose one of: {', '.join(choices)}.")
        return text

    return Filter(
        description=description,
        read=read,
        choices=tuple(choices),
        apply=lambda cards, value, _reader: cards.filter(**{fact: value}),
    )


def flag(fact, description):
    """A fact of the card that is true or false."""

    def read(text):
        if text not in {"true", "false"}:
            raise ValueError("Write true or false.")
        return text == "true"

    return Filter(
        description=description,
        read=read,
        choices=("true", "false"),
        apply=lambda cards, value, _reader: cards.filter(**{fact: value}),
    )


def _keys_named(kind, text):
    """The key a parameter names by UUID or, where things have slugs, by slug in any language."""
    try:
        return UUID(text)
    except ValueError:
        named = Card.objects.visible().filter(kind=kind, facts__slug=text)
        return named.values_list("key", flat=True).first()


def related(relation, kind, description, *, reverse=False):
    """Things that name the given thing, or something below it; `reverse`: that it names."""

    def apply(cards, text, _reader):
        key = _keys_named(kind, text)
        if key is None:
            return cards.none()
        keys = trees.below(kind, key)
        if reverse:
            edges = Relation.objects.filter(relation=relation, source_key__in=keys)
            return cards.filter(key__in=edges.values("target_key"))
        edges = Relation.objects.filter(relation=relation, target_key__in=keys)
        return cards.filter(key__in=edges.values("source_key"))

    return Filter(description=description, apply=apply, example="a UUID or a slug")


def near(description="Within `radius_km` of this latitude and longitude"):
    """`near=lat,lon` with `radius_km`, as the crow flies."""

    def read(text):
        latitude, _comma, longitude = text.partition(",")
        point = float(latitude), float(longitude)
        if not (-90 <= point[0] <= 90 and -180 <= point[1] <= 180):
            raise ValueError("Write latitude,longitude, such as 57.84,26.99.")
        return point

    def radius(text):
        number = float(text)
        if not 0 < number <= 500:
            raise ValueError("Choose a radius above 0 and up to 500.")
        return number

    def apply(cards, point, _reader, radius_km=25.0):
        latitude, longitude = point
        reach = radius_km / 111.0
        wide = reach / max(cos(radians(latitude)), 0.01)
        boxed = cards.filter(facts__latitude__isnull=False).annotate(
            lat=Cast(KT("facts__latitude"), FloatField()),
            lon=Cast(KT("facts__longitude"), FloatField()),
        )
        boxed = boxed.filter(
            lat__range=(latitude - reach, latitude + reach),
            lon__range=(longitude - wide, longitude + wide),
        )
        angle = Sin(Radians(F("lat"))) * Sin(Radians(Value(latitude))) + Cos(
            Radians(F("lat"))
        ) * Cos(Radians(Value(latitude))) * Cos(Radians(F("lon")) - Radians(Value(longitude)))
        safe = Least(Greatest(angle, Value(-1.0)), Value(1.0))
        return boxed.annotate(km=ACos(safe) * EARTH_KM).filter(km__lte=radius_km)

    return {
        "near": Filter(description=description, read=read, apply=apply, example="57.84,26.99"),
        "radius_km": Filter(
            description="Radius around `near` in kilometres, up to 500 (default 25)",
            read=radius,
            apply=lambda cards, _value, _reader: cards,
            example="25",
        ),
    }
