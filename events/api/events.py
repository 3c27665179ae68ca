"""Events in the public API: everything people need to come."""

import datetime as dt
from typing import Annotated

from pydantic import Field

from directory.codes import LANGUAGES_SPOKEN
from events.choices import Attendance, EventKind, Openness, Status
from kogu.api import blocks, serializers
from kogu.api.distance import near
from kogu.api.filters import DAY_LENGTH, fact, flag, related
from kogu.api.resource import COMMON, ORDERS, TIMED, Resource, register
from kogu.api.schemas import DocumentOut, ItemOut, PeriodOut, PictureOut, RefOut, Schema
from kogu.api.vocabulary import Codes

from .time_filters import EVENT_SPANS, FIRST_DAY, LAST_DAY


class VenueOut(Schema):
    """Where an event is held."""

    place: RefOut | None = Field(description="The place; nothing for a mere address")
    name: str = Field(description="Name; empty for a mere address")
    address: str = Field(description="Address")
    room: str = Field(description="Room")
    latitude: float | None = Field(description="Degrees north")
    longitude: float | None = Field(description="Degrees east")
    accessibility: str = Field(description="What somebody should know before coming")


class SessionOut(Schema):
    """One point of the programme."""

    starts_at: dt.datetime | None = Field(
        description="When it begins; nothing while its day or its clock time is not known"
    )
    day: dt.date | None = Field(description="Calendar day there; nothing while it is not known")
    when: str = Field(description="When, in words of the item's language, as far as known")
    title: str = Field(description="What")
    speakers: str = Field(description="Who speaks, in words")
    room: str = Field(description="Room")
    material_url: str = Field(description="Where its material is")


class SpeakerOut(Schema):
    """Somebody who speaks or performs."""

    person: RefOut | None = Field(description="The person, where they are known here")
    name: str = Field(description="Name")
    role: str = Field(description="As what")
    organisation: str = Field(description="Where they work")
    image: PictureOut | None = Field(description="Their photo")


class EventOut(ItemOut):
    """An event; a list of dates is at `occurrences`."""

    event_kind: Annotated[str, Codes("event_kind", EventKind, may_be_empty=True)] = Field(
        description="What sort of gathering it is; empty when not said"
    )
    status: Annotated[str, Codes("event_status", Status)] = Field(
        description="Whether it happens as announced"
    )
    status_reason: str = Field(description="Why it does not")
    starts_at: dt.datetime | None = Field(description="Start; nothing while to be announced")
    ends_at: dt.datetime | None = Field(description="End; nothing when it is open")
    time_zone: str = Field(description="IANA zone of the place", examples=["Europe/Tallinn"])
    is_all_day: bool = Field(description="Clock times do not count")
    first_day: dt.date | None = Field(description=f"{FIRST_DAY}; as far as known")
    last_day: dt.date | None = Field(description=f"{LAST_DAY}; as far as known")
    period: PeriodOut | None = Field(
        description="While the date is to be announced: not before, and not after"
    )
    previous_starts_at: dt.datetime | None = Field(description="The start announced before")
    attendance: Annotated[str, Codes("attendance", Attendance)] = Field(
        description="Where people take part"
    )
    venue: VenueOut | None = Field(description="Where it is held; nothing when it is online")
    accessibility: str = Field(description="What somebody should know before coming")
    image: PictureOut | None = Field(description="Picture at its head")
    body: list[blocks.Block] = Field(description="Its story, block by block")
    organisers: list[RefOut] = Field(description="Who organises it")
    partners: list[RefOut] = Field(description="Who helps")
    clusters: list[RefOut] = Field(description="Clusters it belongs to")
    audience: str = Field(description="For whom, in words")
    ages_from: int | None = Field(description="Youngest age")
    ages_to: int | None = Field(description="Oldest age")
    openness: Annotated[str, Codes("openness", Openness)] = Field(description="Who may come")
    held_in: list[Annotated[str, Codes("language", LANGUAGES_SPOKEN)]] = Field(
        description="Codes of the languages it is held in"
    )
    is_free: bool = Field(description="Nothing is to be paid")
    price: str = Field(description="Price, in words")
    sessions: list[SessionOut] = Field(description="Its programme in order")
    speakers: list[SpeakerOut] = Field(description="Who speaks or performs")
    materials: list[DocumentOut] = Field(description="Files to take home")
    participants: int | None = Field(description="How many came")
    registration_url: str = Field(description="Where to sign up; empty when nobody can (any more)")
    registration_closes_at: dt.datetime | None = Field(description="Until when to sign up")


PLAIN = (
    *("event_kind", "status", "status_reason", "starts_at", "ends_at", "time_zone"),
    *("is_all_day", "first_day", "last_day", "previous_starts_at", "attendance"),
    *("accessibility", "audience", "ages_from", "openness", "is_free"),
    *("price", "participants", "registration_url", "registration_closes_at"),
)


def _venue(view, cards):
    return {**vars(view), "place": serializers.ref_or_none(cards.get(view.key))} if view else None


def _period(ends):
    """The loose dates between which it will fall; one alone is both."""
    made = [{"value": day, "precision": known} for day, known in ends]
    return {"start": made[0], "end": made[-1]} if made else None


def _session(view):
    # Its day with the clock there, or only one of them.
    known = view.when.iso if view.when else ""
    return {
        **vars(view),
        "starts_at": dt.datetime.fromisoformat(known).astimezone(dt.UTC) if "T" in known else None,
        "day": dt.date.fromisoformat(known[:DAY_LENGTH]) if "-" in known else None,
        "when": view.when.text if view.when else "",
    }


def _speaker(view, cards):
    return {
        **vars(view),
        "person": serializers.ref_or_none(cards.get(view.key)),
        "image": serializers.picture(view.picture),
    }


def event(view):
    """An event from its view."""
    cards = {named.card.key: named.card for named in view.named}
    return {
        **serializers.item(view),
        **{name: getattr(view, name) for name in PLAIN},
        "period": _period(view.period),
        "venue": _venue(view.venue, cards),
        "ages_to": view.ages_until,
        "image": serializers.picture(view.hero),
        "body": blocks.story(view.story),
        "organisers": serializers.refs(view.organisers),
        "partners": serializers.refs(view.partners),
        "clusters": serializers.refs(card for card in cards.values() if card.kind == "cluster"),
        "held_in": [language.code for language in view.held_in],
        "sessions": [_session(each) for each in view.sessions],
        "speakers": [_speaker(each, cards) for each in view.speakers],
        "materials": [serializers.document(each) for each in view.materials],
    }


register(
    Resource(
        name="events",
        kinds=("event",),
        schema=EventOut,
        shape=event,
        filters={
            **COMMON,
            "place": related(
                ("place", "venue"), ("place", "area"), "In this place or area, or within it"
            ),
            "person": related("person", "person", "With this person"),
            "kind": fact("facts__kind", "Of this kind", EventKind.values),
            "status": fact("status", "With this status", Status.values),
            "attendance": fact("facts__attendance", "Taking part so", Attendance.values),
            "is_free": flag("facts__is_free", "Whether nothing is to be paid"),
            **EVENT_SPANS,
            **near("event", "With a venue"),
        },
        orders={**ORDERS, **TIMED},
        order="starts_at",
        description=(
            "What happens when, each event once, past ones too; those without a date come last. "
            "Calendars ask `occurrences`."
        ),
    )
)
