"""Filters of lists: literal tables from parameters to conditions, so no word reaches the ORM."""

import datetime as dt
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from kogu.content import trees
from kogu.content.models import Card, Relation

from .problems import InvalidValue

if TYPE_CHECKING:
    from .query_params import ListQuery

type Rows = QuerySet[Any]

DAY_LENGTH = len("2026-01-31")
# Python reads more of ISO 8601, such as weeks and days without hyphens.
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_CLOCK = re.compile(r"T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)", re.ASCII)


@dataclass(frozen=True)
class Filter:
    """One parameter of a list: described by `schema`, read from text, applied to rows.

    `apply(rows, value, list_query)` gets the other parameters, too.
    """

    description: str
    apply: Callable[[Rows, Any, "ListQuery"], Rows]
    read: Callable[[str], Any] = str
    schema: dict[str, Any] = field(default_factory=lambda: {"type": "string", "minLength": 1})
    example: str = ""
    # The parameter whose value this one may not lie before: where its range begins.
    since: str = ""


def read_day(text: str) -> dt.date:
    """A day, written as in the examples."""
    if not _DAY.fullmatch(text):
        raise ValueError("no day")
    return dt.date.fromisoformat(text)


def read_moment(text: str, *, end: bool) -> dt.datetime:
    """A day, in the organisation's zone and to its last instant at an end, or a moment."""
    try:
        if len(text) == DAY_LENGTH:
            day = read_day(text)
            clock = dt.time.max if end else dt.time.min
            moment = dt.datetime.combine(day, clock, ZoneInfo(settings.TIME_ZONE))
        else:
            if not (_DAY.match(text) and _CLOCK.fullmatch(text, DAY_LENGTH)):
                raise ValueError("no moment with its zone")
            moment = dt.datetime.fromisoformat(text)
        return moment.astimezone(dt.UTC)
    except (ValueError, OverflowError) as error:
        words = _(
            "Write a day, such as 2026-01-31, or a moment such as 2026-01-31T18:00:00Z (+ is %2B)."
        )
        raise InvalidValue(words) from error


def moments(name: str, field_name: str, what: str) -> dict[str, Filter]:
    """`name_from` and `name_to`: a range of moments, both ends included."""

    def bound(suffix: str, lookup: str, word: str) -> Filter:
        def apply(rows: Rows, value: dt.datetime, _list_query: "ListQuery") -> Rows:
            return rows.filter(**{f"{field_name}__{lookup}": value})

        return Filter(
            description=f"{what} {word} this day (in the site's zone) or moment with its zone",
            read=lambda text: read_moment(text, end=suffix == "to"),
            apply=apply,
            example="2026-01-31",
            since=_since(name, suffix),
        )

    return {
        f"{name}_from": bound("from", "gte", "on or after"),
        f"{name}_to": bound("to", "lte", "on or before"),
    }


def _since(name: str, suffix: str) -> str:
    return f"{name}_from" if suffix == "to" else ""


def bounds(
    name: str,
    what: str,
    read: Callable[[str], Any],
    narrow: Callable[[Rows, str, Any], Rows],
    **about: Any,
) -> dict[str, Filter]:
    """`name_from` and `name_to` over what `narrow(rows, lookup, value)` knows."""

    def bound(suffix: str, lookup: str, word: str) -> Filter:
        return Filter(
            description=f"{what} {word}",
            read=read,
            apply=lambda rows, value, _list_query: narrow(rows, lookup, value),
            since=_since(name, suffix),
            **about,
        )

    return {
        f"{name}_from": bound("from", "gte", "from this on"),
        f"{name}_to": bound("to", "lte", "up to this"),
    }


def several_of(codes: Iterable[str]) -> dict[str, Any]:
    """The schema of a list of codes, which is never empty."""
    return {"type": "array", "minItems": 1, "items": {"type": "string", "enum": list(codes)}}


def choice(
    description: str,
    choices: Iterable[str],
    narrow: Callable[[Rows, tuple[str, ...], "ListQuery"], Rows],
) -> Filter:
    """One or several of a few words, separated by commas; `narrow(rows, words, list_query)`."""
    codes = tuple(choices)

    def read(text: str) -> tuple[str, ...]:
        chosen = tuple(text.split(","))
        if any(word not in codes for word in chosen):
            raise InvalidValue(_("Choose from: {choices}."), choices=", ".join(codes))
        return chosen

    return Filter(
        description=f"{description}; several are separated by commas, or sent one by one",
        read=read,
        schema=several_of(codes),
        apply=narrow,
    )


def fact(name: str, description: str, choices: Iterable[str]) -> Filter:
    """A fact of the card that is one of a few words."""
    return choice(
        description, choices, lambda rows, words, _list_query: rows.filter(**{f"{name}__in": words})
    )


def flag(name: str, description: str) -> Filter:
    """A fact that is true or false."""

    def read(text: str) -> bool:
        if text not in {"true", "false"}:
            raise InvalidValue(_("Write true or false."))
        return text == "true"

    return Filter(
        description=description,
        read=read,
        schema={"type": "boolean"},
        apply=lambda rows, value, _list_query: rows.filter(**{name: value}),
    )


def key_named(text: str, *kinds: str) -> UUID | None:
    """The public item that a parameter names: by UUID, or by slug in any language.

    Of several with one slug, the kind named first is meant.
    """
    cards = Card.objects.visible().filter(kind__in=kinds)
    try:
        cards = cards.filter(key=UUID(text))
    except ValueError:
        # Not everything keeps its slug among its facts; pages end in it.
        cards = cards.filter(Q(facts__slug=text) | Q(url__endswith=f"/{text.strip('/')}/"))
    found = dict(cards.values_list("kind", "key"))
    return next((found[kind] for kind in kinds if kind in found), None)


def related(
    relations: str | tuple[str, ...],
    kinds: str | tuple[str, ...],
    description: str,
    *,
    on: str = "key",
) -> Filter:
    """Items that name the given item, or something below it, by one of the relations."""
    relations = (relations,) if isinstance(relations, str) else relations
    kinds = (kinds,) if isinstance(kinds, str) else kinds

    def apply(rows: Rows, text: str, _list_query: "ListQuery") -> Rows:
        key = key_named(text, *kinds)
        if key is None:
            return rows.none()
        keys = trees.descendants(kinds[0], key)
        edges = Relation.objects.filter(relation__in=relations, target_key__in=keys)
        return rows.filter(**{f"{on}__in": edges.values("source_key")})

    return Filter(description=f"{description}: its id or slug", apply=apply)


def within(kinds: str | tuple[str, ...], description: str) -> Filter:
    """The given item of the list's own kind, named first, and everything below it."""
    kinds = (kinds,) if isinstance(kinds, str) else kinds

    def apply(rows: Rows, text: str, _list_query: "ListQuery") -> Rows:
        key = key_named(text, *kinds)
        return rows.none() if key is None else rows.filter(key__in=trees.descendants(kinds[0], key))

    return Filter(description=f"{description}: its id or slug", apply=apply)
