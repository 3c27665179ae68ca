"""Dates of events in the public API: what a calendar asks."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from events.choices import EventKind, Status
from events.models import Occurrence
from events.presenters.view_models import FIRST_DAY, LAST_DAY
from kogu.api.cursor import Order
from kogu.api.distance import near
from kogu.api.fields import answer_of, api_field
from kogu.api.filters import Filter, fact, flag, key_named, related
from kogu.api.resource import Resource, register
from kogu.api.serializers import slug_of
from kogu.api.vocabulary import Codes
from kogu.content.site_urls import absolute
from kogu.delivery.dependencies import valid_until
from kogu.media.pictures import Picture
from kogu.presenting.card_views import CardView
from kogu.presenting.isolation import try_each
from kogu.presenting.resolver import Needs

from .time_filters import OCCURRENCE_RANGES


@dataclass(frozen=True)
class OccurrenceView:
    """One date of an event."""

    kind: Literal["occurrence"] = api_field("Kind of thing")
    id: UUID = api_field("Stays the same when the date is moved; shared by all languages")
    locale: str = api_field("Language of the words")
    title: str = api_field("What the event is called")
    slug: str = api_field("Last part of the address of the event's page")
    url: str = api_field("Full address of the event's page")
    api_url: str = api_field("Full address of this date in the API")
    summary: str = api_field("One or two sentences")
    event: CardView = api_field("The event")
    event_kind: str = api_field(
        "What sort of gathering it is; empty when not said",
        codes=Codes("event_kind", EventKind, may_be_empty=True),
    )
    status: str = api_field("Whether it happens as announced", codes=Codes("event_status", Status))
    status_reason: str = api_field("Why it does not")
    starts_at: dt.datetime | None = api_field("Start; nothing while to be announced")
    ends_at: dt.datetime | None = api_field("End; nothing when it is open")
    original_starts_at: dt.datetime | None = api_field("The start announced first")
    time_zone: str = api_field("IANA zone of the place", examples=["Europe/Tallinn"])
    is_all_day: bool = api_field("Clock times do not count")
    first_day: dt.date = api_field(f"{FIRST_DAY}; a guess without a start")
    last_day: dt.date = api_field(f"{LAST_DAY}; a guess without a start")
    is_free: bool = api_field("Nothing is to be paid")
    venue: CardView | None = api_field("Where it is held, where that place is known here")
    place: str = api_field("Where, in words")
    latitude: float | None = api_field("Degrees north")
    longitude: float | None = api_field("Degrees east")
    picture: Picture | None = api_field("The event's picture", name="image")


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
        return try_each(lambda date: _view(date, resolved), rows)


STORED = (
    *("event_kind", "status", "starts_at", "ends_at", "time_zone", "first_day", "last_day"),
    "is_free",
)


def _view(date, resolved):
    card = resolved.languages.get(date.event_key, {}).get(date.locale)
    event = resolved.card_with_picture(card) if card else None
    if event is None:
        return None
    venue = resolved.card(date.venue_key) if date.venue_key else None
    facts = event.facts or {}
    return OccurrenceView(
        **{name: getattr(date, name) for name in STORED},
        kind="occurrence",
        id=date.public_id,
        locale=event.locale,
        title=event.title,
        slug=slug_of(event.url),
        url=absolute(event.url),
        api_url=absolute(f"/api/v1/occurrences/{date.public_id}?locale={event.locale}"),
        summary=event.summary,
        event=event,
        status_reason=date.note,
        original_starts_at=date.original_start,
        is_all_day=date.all_day,
        venue=venue,
        place=venue.title if venue else event.place,
        latitude=facts.get("latitude"),
        longitude=facts.get("longitude"),
        picture=event.picture,
    )


def _of_event():
    def apply(rows, text, _list_query):
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
        answer=answer_of(OccurrenceView),
        filters={
            **OCCURRENCE_RANGES,
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
