"""What lies within a distance of a point, as the crow flies."""

import re
from collections.abc import Callable
from math import asin, cos, degrees, radians, sin
from typing import TYPE_CHECKING, Any

from django.db.models import F, FloatField, Value
from django.db.models.fields.json import KT
from django.db.models.functions import ACos, Cast, Cos, Greatest, Least, Radians, Sin
from django.utils.translation import gettext_lazy as _

from kogu.content.models import Card

from .filters import Filter, Rows
from .problems import InvalidValue

if TYPE_CHECKING:
    from .query_params import ListQuery

type Point = tuple[float, float]

EARTH_KM = 6371.0
USUAL_KM = 25.0
FARTHEST_KM = 500
NUMBER = r"-?\d{1,3}(?:\.\d{1,12})?"
POINT = re.compile(rf"({NUMBER}),\s?({NUMBER})", re.ASCII)


def _point(text: str) -> Point:
    match = POINT.fullmatch(text)
    point = (float(match[1]), float(match[2])) if match else None
    if point is None or abs(point[0]) > 90 or abs(point[1]) > 180:
        raise InvalidValue(_("Write latitude,longitude, such as 57.84,26.99."))
    return point


def _radius(text: str) -> float:
    number = float(text) if re.fullmatch(NUMBER, text, re.ASCII) else 0
    if not 0 < number <= FARTHEST_KM:
        raise InvalidValue(
            _("Choose a number of kilometres above 0 and up to {most}."), most=FARTHEST_KM
        )
    return number


def cards_near(kind: str, point: Point, radius_km: float) -> Rows:
    """Cards of a kind that say they are within the distance."""
    latitude, longitude = point
    south, north, west, east = _box(latitude, longitude, radius_km)
    boxed = (
        Card.objects.visible()
        .filter(kind=kind, facts__latitude__isnull=False)
        .annotate(
            lat=Cast(KT("facts__latitude"), FloatField()),
            lon=Cast(KT("facts__longitude"), FloatField()),
        )
        .filter(lat__range=(south, north), lon__range=(west, east))
    )
    angle = Sin(Radians(F("lat"))) * Sin(Radians(Value(latitude))) + Cos(Radians(F("lat"))) * Cos(
        Radians(Value(latitude))
    ) * Cos(Radians(F("lon")) - Radians(Value(longitude)))
    safe = Least(Greatest(angle, Value(-1.0)), Value(1.0))
    near: Rows = boxed.annotate(km=ACos(safe) * EARTH_KM).filter(km__lte=radius_km)
    return near


def _box(latitude: float, longitude: float, radius_km: float) -> tuple[float, float, float, float]:
    """South, north, west and east of everything within the distance."""
    reach = radius_km / EARTH_KM
    turn = sin(reach) / max(cos(radians(latitude)), 1e-9)
    wide = degrees(asin(turn)) if turn < 1 else 360.0
    tall = degrees(reach)
    return latitude - tall, latitude + tall, longitude - wide, longitude + wide


def near(kind: str, what: str, *, on: str = "key") -> dict[str, Filter]:
    """`near=lat,lon` with `radius_km`, over what cards of the kind say of their place."""

    def within(cards: Rows) -> dict[str, Any]:
        return {f"{on}__in": cards.values("key")}

    return filters_near(kind, what, within)


def filters_near(
    kind: str, what: str, within: Callable[[Rows], dict[str, Any]]
) -> dict[str, Filter]:
    """The same for rows that `within(cards near)` says how to narrow."""

    def apply(rows: Rows, point: Point, list_query: "ListQuery") -> Rows:
        cards = cards_near(kind, point, list_query.filters.get("radius_km") or USUAL_KM)
        return rows.filter(**within(cards))

    return {
        "near": Filter(
            description=f"{what} within `radius_km` of this latitude and longitude",
            read=_point,
            apply=apply,
            example="57.84,26.99",
        ),
        "radius_km": Filter(
            description="Radius around `near` in kilometres; without `near` it says nothing",
            read=_radius,
            apply=lambda rows, _value, _list_query: rows,
            schema={
                "type": "number",
                "exclusiveMinimum": 0,
                "maximum": FARTHEST_KM,
                "default": USUAL_KM,
            },
        ),
    }
