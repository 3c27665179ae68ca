"""Dates of events in the public API: what a calendar asks."""

import datetime as dt
from dataclasses import dataclass
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from events.choices import EventKind, Status
from events.models import Occurrence
from kogu.api import serializers
from kogu.api.cursor import Order
from kogu.api.distance import near
from kogu.api.filters import Filter, fact, flag, key_named, related
from kogu.api.resource import Resource, register
from kogu.api.schemas import PictureOut, RefOut, Schema
from kogu.api.vocabulary import Codes
from kogu.content.site_urls import absolute
from kogu.delivery.dependencies import valid_until
from kogu.presenting.card_views import CardView
from kogu.presenting.isolation import each
from kogu.presenting.resolver import Needs

from .time_filters import DATE_SPANS, FIRST_DAY, LAST_DAY


class OccurrenceOut(Schema):
    """One date of an event."""

    kind: Literal["occurrence"] = Field(description="Kind of thing")
    id: UUID = Field(description="Stays the same when the date is moved; shared by all languages")
    locale: str = Field(description="Language of the words")
    title: str = Field(description="What the event is called")
    slug: str = Field(description="Last part of the address of the event's page")
    url: str = Field(description="Full address of the event's page")
    api_url: str = Field(description="Full address of this date in the API")
    summary: str = Field(description="One or two sentences")
    event: RefOut = Field(description="The event")
    event_kind: Annotated[str, Codes("event_kind", EventKind, may_be_empty=True)] = Field(
        description="What sort of gathering it is; empty when not said"
    )
    status: Annotated[str, Codes("event_status", Status)] = Field(
        description="Whether it happens as announced"
    )
    status_reason: str = Field(description="Why it does not")
    starts_at: dt.datetime | None = Field(description="Start; nothing while to be announced")
    ends_at: dt.datetime | None = Field(description="End; nothing when it is open")
    original_starts_at: dt.datetime | None = Field(description="The start announced first")
    time_zone: str = Field(description="IANA zone of the place", examples=["Europe/Tallinn"])
    is_all_day: bool = Field(description="Clock times do not count")
    first_day: dt.date = Field(description=f"{FIRST_DAY}; a guess without a start")
    last_day: dt.date = Field(description=f"{LAST_DAY}; a guess without a start")
    is_free: bool = Field(description="Nothing is to be paid")
    venue: RefOut | None = Field(description="Where it is held, where that place is known here")
    place: str = Field(description="Where, in words")
    latitude: float | None = Field(description="Degrees north")
    longitude: float | None = Field(description="Degrees east")
    image: PictureOut | None = Field(description="The event's picture")


@dataclass(frozen=True)
class OccurrenceView:
    """A date with its event and its venue as cards."""

    date: Occurrence
    event: CardView
    venue: CardView | None


PLAIN = (
    *("event_kind", "status", "starts_at", "ends_at", "time_zone", "first_day", "last_day"),
    "is_free",
)


def occurrence(view):
    """A date from its view."""
    date, event = view.date, view.event
    facts = event.facts or {}
    return {
        **{name: getattr(date, name) for name in PLAIN},
        "kind": "occurrence",
        "status_reason": date.note,
        "original_starts_at": date.original_start,
        "id": date.public_id,
        "locale": event.locale,
        "title": event.title,
        "slug": serializers.slug_of(event.url),
        "url": absolute(event.url),
        "api_url": absolute(f"/api/v1/occurrences/{date.public_id}?locale={event.locale}"),
        "summary": event.summary,
        "event": serializers.ref(event),
        "is_all_day": date.all_day,
        "venue": serializers.ref_or_none(view.venue),
        "place": view.venue.title if view.venue else event.place,
        "latitude": facts.get("latitude"),
        "longitude": facts.get("longitude"),
        "image": serializers.picture(event.picture),
    }


class Occurrences(Resource):
    """Dates instead of cards."""

    key = "public_id"
    narrow = ()

    def public(self, reader):
        """Every public date, in every language its event is told in."""
        return Occurrence.objects.visible(reader.at)

    def views(self, rows, reader):
        """Dates with their events in the language of each date."""
        needs = Needs(reader)
        for date in rows:
            needs.keys |= {key for key in (date.event_key, date.venue_key) if key}
        resolved = needs.resolve()
        for date in rows:
            valid_until(date.expire_at)
        return each(lambda date: _view(date, resolved), rows)


def _view(date, resolved):
    card = resolved.languages.get(date.event_key, {}).get(date.locale)
    event = resolved.pictured(card) if card else None
    if event is None:
        return None
    return OccurrenceView(date, event, resolved.card(date.venue_key) if date.venue_key else None)


def _of_event():
    def apply(rows, text, _asked):
        key = key_named(text, "event")
        return rows.none() if key is None else rows.filter(event_key=key)

    return Filter(description="Dates of this event: its id or slug", apply=apply)


def _naming(relations, kinds, description):
    return related(relations, kinds, description, on="event_key")


SOONEST = Order("sorts_at", key="public_id")

register(
    Occurrences(
        name="occurrences",
        kinds=("event",),
        schema=OccurrenceOut,
        shape=occurrence,
        filters={
            **DATE_SPANS,
            "event": _of_event(),
            "kind": fact("event_kind", "Of this kind", EventKind.values),
            "status": fact("status", "With this status", Status.values),
            "is_free": flag("is_free", "Whether nothing is to be paid"),
            "place": _naming(
                ("place", "venue"), ("place", "area"), "In this place or area, or within it"
            ),
            "topic": _naming("topic", "topic", "About this topic or one below it"),
            "organisation": _naming("organisation", "organisation", "Naming this organisation"),
            "project": _naming("project", "project", "Naming this project"),
            "cluster": _naming("cluster", "cluster", "Naming this cluster"),
            **near("event", "With a venue", on="event_key"),
        },
        orders={
            "starts_at": SOONEST,
            "-starts_at": Order("sorts_at", descending=True, key="public_id"),
        },
        order="starts_at",
        description=(
            "Dates of events in the order in which they happen, from the first one known: "
            "ask `ends_from` with the present moment for what is still to come. Dates to be "
            "announced stand where they are expected."
        ),
    )
)
