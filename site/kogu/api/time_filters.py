"""Ranges over when items begin and end: `starts_from`, `starts_to`, `ends_from`, `ends_to`."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.conf import settings

from .filters import DAY_LENGTH, Filter, Rows, read_moment

if TYPE_CHECKING:
    from .query_params import ListQuery

NAMES = ("starts_from", "starts_to", "ends_from", "ends_to")


@dataclass(frozen=True, order=True)
class Bound:
    """One end of a range: a mere day, or a moment."""

    moment: dt.datetime
    # In the organisation's zone.
    day: dt.date = field(compare=False)
    is_day: bool = field(compare=False)


type Narrow = Callable[[Rows, dict[str, Bound], ListQuery], Rows]


def range_filters(narrow: Narrow) -> dict[str, Filter]:
    """The four filters; `narrow(rows, bounds, list_query)` gets all bounds at once."""
    return {name: _filter(name, narrow) for name in NAMES}


def _filter(name: str, narrow: Narrow) -> Filter:
    what, _, suffix = name.partition("_")

    def read(text: str) -> Bound:
        moment = read_moment(text, end=suffix == "to")
        day = moment.astimezone(ZoneInfo(settings.TIME_ZONE)).date()
        return Bound(moment, day, is_day=len(text) == DAY_LENGTH)

    def apply(rows: Rows, _value: Bound, list_query: "ListQuery") -> Rows:
        bounds = {each: list_query.filters[each] for each in NAMES if each in list_query.filters}
        # One date must satisfy them all, so the first of them asks for the others too.
        return narrow(rows, bounds, list_query) if next(iter(bounds)) == name else rows

    words = {"starts": "Beginning", "ends": "Ending"}[what]
    side = {"from": "on or after", "to": "on or before"}[suffix]
    return Filter(
        description=f"{words} {side} this day, or moment with its zone; what is known loosely "
        "is found where it may be so",
        read=read,
        apply=apply,
        example="2026-01-31",
        since=f"{what}_from" if suffix == "to" else "",
    )
