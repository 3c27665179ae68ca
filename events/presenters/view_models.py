"""The frozen views of an event: what HTML, JSON-LD and the API are made from."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import override

from events.calendar_links import of_event
from events.choices import Attendance, Status
from events.date_texts import location_text
from kogu.media.documents import DocumentView
from kogu.media.pictures import Picture
from kogu.presenting.blocks.base import PartView
from kogu.presenting.card_views import CardView, When
from kogu.presenting.view_models import PageView


@dataclass(frozen=True)
class VenueView:
    """Where an event is held; the key is missing for a place that is only an address."""

    key: UUID | None
    name: str
    address: str
    room: str
    url: str
    href: str
    locale: str
    latitude: float | None
    longitude: float | None
    accessibility: str


@dataclass(frozen=True)
class SessionView:
    """One point of the programme; of an event of several days with its day."""

    day: str
    when: When | None
    title: str
    speakers: str
    room: str
    material_url: str


@dataclass(frozen=True)
class SpeakerView:
    """Somebody who speaks or performs."""

    name: str
    role: str
    organisation: str = ""
    url: str = ""
    picture: Picture | None = None
    key: UUID | None = None
    email: str = ""
    phone: str = ""
    # Of the role, where it is not the reader's language.
    lang: str = ""


@dataclass(frozen=True)
class LanguageView:
    """A language an event is held in."""

    code: str
    name: str


@dataclass(frozen=True)
class EventView(PageView):
    """An event with everything people need to come."""

    shown_once = ("speakers", "contacts", "related")
    reachable = ("speakers",)
    hero: Picture | None
    story: tuple[PartView, ...]
    event_kind: str
    kind_words: str
    status: str
    status_words: str
    status_reason: str
    when: When | None
    starts_at: dt.datetime | None
    ends_at: dt.datetime | None
    first_day: dt.date | None
    last_day: dt.date | None
    is_all_day: bool
    time_zone: str
    period_words: str
    period: tuple[tuple[dt.date, str], ...]
    is_past: bool
    previous_starts_at: dt.datetime | None
    previous_when: When | None
    attendance: str
    attendance_words: str
    venue: VenueView | None
    organisers: tuple[CardView, ...]
    partners: tuple[CardView, ...]
    audience: str
    ages_from: int | None
    ages_until: int | None
    ages_words: str
    openness: str
    openness_words: str
    held_in: tuple[LanguageView, ...]
    is_free: bool
    price: str
    price_words: str
    accessibility: str
    sessions: tuple[SessionView, ...]
    speakers: tuple[SpeakerView, ...]
    materials: tuple[DocumentView, ...]
    participants: int | None
    registration_url: str
    registration_closes_at: dt.datetime | None
    registration_closes: When | None

    @property
    def location(self):
        """Where it is, in one line as calendars take it."""
        if self.venue is None:
            return self.attendance_words if self.attendance == Attendance.ONLINE else ""
        return location_text(self.venue.name, self.venue.room, self.venue.address)

    @property
    def calendar_links(self):
        """Ways into a reader's calendar, for a date that still holds and is not over."""
        called_off = self.status in (Status.CANCELLED, Status.POSTPONED)
        if called_off or self.is_past or not self.starts_at:
            return None
        return of_event(self, self.location)

    @property
    def kicker(self):
        """What sort of event it is, above the title."""
        return self.kind_words

    @property
    def facts(self):
        """What is to be known at a glance, in the reader's language."""
        from .key_facts import facts_of

        with override(self.ui_locale):
            return facts_of(self)
