"""The frozen views of an event: what HTML, JSON-LD and the API are made from."""

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import override

from directory.codes import LANGUAGES_SPOKEN
from directory.presenters.amounts import PeriodView
from events.calendar_links import of_event
from events.choices import Attendance, EventKind, Openness, Status
from events.date_texts import location_text
from kogu.api.fields import api_field
from kogu.api.vocabulary import Codes
from kogu.media.documents import DocumentView
from kogu.media.pictures import Picture
from kogu.presenting.blocks.base import PartView
from kogu.presenting.card_views import CardView, When
from kogu.presenting.view_models import PageView

# Days are compared so; see `events.api.time_filters`.
FIRST_DAY = "Day on which it begins: in the site's zone by the clock, its own for whole days"
LAST_DAY = "Day on which it is over, reckoned likewise"


def text_of(when) -> str:
    """When, in words; empty where it is not known."""
    return when.text if when else ""


def codes_of(languages) -> tuple[str, ...]:
    """The codes of languages."""
    return tuple(language.code for language in languages)


@dataclass(frozen=True)
class VenueView:
    """Where an event is held."""

    place: CardView | None = api_field("The place; nothing for a mere address")
    name: str = api_field("Name; empty for a mere address")
    address: str = api_field("Address")
    room: str = api_field("Room")
    latitude: float | None = api_field("Degrees north")
    longitude: float | None = api_field("Degrees east")
    accessibility: str = api_field("What somebody should know before coming")
    url: str
    href: str
    locale: str


@dataclass(frozen=True)
class SessionView:
    """One point of the programme."""

    starts_at: dt.datetime | None = api_field(
        "When it begins; nothing while its day or its clock time is not known"
    )
    day: dt.date | None = api_field("Calendar day there; nothing while it is not known")
    when: When | None = api_field(
        "When, in words of the item's language, as far as known", serialize=text_of
    )
    title: str = api_field("What")
    speakers: str = api_field("Who speaks, in words")
    room: str = api_field("Room")
    material_url: str = api_field("Where its material is")
    # The heading of its day, of an event of several days.
    day_words: str


@dataclass(frozen=True)
class SpeakerView:
    """Somebody who speaks or performs."""

    person: CardView | None = api_field("The person, where they are known here")
    name: str = api_field("Name")
    role: str = api_field("As what")
    organisation: str = api_field("Where they work", default="")
    picture: Picture | None = api_field("Their photo", name="image", default=None)
    url: str = ""
    email: str = ""
    phone: str = ""
    # Of the role, where it is not the reader's language.
    lang: str = ""

    @property
    def key(self):
        """The key of the person; None for somebody known by name only."""
        return self.person.key if self.person else None


@dataclass(frozen=True)
class LanguageView:
    """A language an event is held in."""

    code: str
    name: str


@dataclass(frozen=True)
class EventView(PageView):
    """An event; a list of dates is at `occurrences`."""

    shown_once = ("speakers", "contacts", "related")
    reachable = ("speakers",)
    event_kind: str = api_field(
        "What sort of gathering it is; empty when not said",
        codes=Codes("event_kind", EventKind, may_be_empty=True),
    )
    kind_label: str
    status: str = api_field("Whether it happens as announced", codes=Codes("event_status", Status))
    status_label: str
    status_reason: str = api_field("Why it does not")
    starts_at: dt.datetime | None = api_field("Start; nothing while to be announced")
    ends_at: dt.datetime | None = api_field("End; nothing when it is open")
    time_zone: str = api_field("IANA zone of the place", examples=["Europe/Tallinn"])
    when: When | None
    is_all_day: bool = api_field("Clock times do not count")
    first_day: dt.date | None = api_field(f"{FIRST_DAY}; as far as known")
    last_day: dt.date | None = api_field(f"{LAST_DAY}; as far as known")
    period: PeriodView | None = api_field(
        "While the date is to be announced: not before, and not after"
    )
    period_text: str
    is_past: bool
    previous_starts_at: dt.datetime | None = api_field("The start announced before")
    previous_when: When | None
    attendance: str = api_field("Where people take part", codes=Codes("attendance", Attendance))
    attendance_label: str
    venue: VenueView | None = api_field("Where it is held; nothing when it is online")
    accessibility: str = api_field("What somebody should know before coming")
    hero: Picture | None = api_field("Picture at its head", name="image")
    story: tuple[PartView, ...] = api_field("Its story, block by block", name="body")
    organisers: tuple[CardView, ...] = api_field("Who organises it")
    partners: tuple[CardView, ...] = api_field("Who helps")
    clusters: tuple[CardView, ...] = api_field("Clusters it belongs to")
    audience: str = api_field("For whom, in words")
    ages_from: int | None = api_field("Youngest age")
    ages_until: int | None = api_field("Oldest age", name="ages_to")
    ages_text: str
    openness: str = api_field("Who may come", codes=Codes("openness", Openness))
    openness_label: str
    held_in: tuple[LanguageView, ...] = api_field(
        "Codes of the languages it is held in",
        serialize=codes_of,
        codes=Codes("language", LANGUAGES_SPOKEN),
    )
    is_free: bool = api_field("Nothing is to be paid")
    price: str = api_field("Price, in words")
    price_text: str
    sessions: tuple[SessionView, ...] = api_field("Its programme in order")
    speakers: tuple[SpeakerView, ...] = api_field("Who speaks or performs")
    materials: tuple[DocumentView, ...] = api_field("Files to take home")
    participants: int | None = api_field("How many came")
    registration_url: str = api_field("Where to sign up; empty when nobody can (any more)")
    registration_closes_at: dt.datetime | None = api_field("Until when to sign up")
    registration_closes: When | None

    @property
    def location(self):
        """Where it is, in one line as calendars take it."""
        if self.venue is None:
            return self.attendance_label if self.attendance == Attendance.ONLINE else ""
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
        return self.kind_label

    @property
    def facts(self):
        """Key facts as labels and values, in the reader's language."""
        from .key_facts import facts_of

        with override(self.ui_locale):
            return facts_of(self)
