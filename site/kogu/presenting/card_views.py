"""What a reader sees of a card: frozen, complete, without a query left to run."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import override

from kogu.content.models.cards import preference
from kogu.delivery.dependencies import valid_until
from kogu.language.formats import format_day, format_span
from kogu.language.markers import name_in
from kogu.media.pictures import Picture

from .card_dates import When, is_past, next_change, on_now
from .ui_language import in_ui


@dataclass(frozen=True)
class CardView:
    """One item in a list, a menu or a reference."""

    kind: str
    key: UUID
    locale: str
    title: str
    url: str
    # The address for this reader: beside the words of another language, in their own.
    href: str = ""
    summary: str = ""
    label: str = ""
    status: str = ""
    place: str = ""
    # Where somebody works.
    organisation: str = ""
    is_foreign: bool = False
    language_name: str = ""
    is_past: bool = False
    all_day: bool = False
    time_zone: str = ""
    published_on: When | None = None
    when: When | None = None
    # Until when it is on, once it began on an earlier day.
    on_now: When | None = None
    starts_at: dt.datetime | None = None
    ends_at: dt.datetime | None = None
    published_at: dt.datetime | None = None
    updated_at: dt.datetime | None = None
    picture: Picture | None = None
    facts: dict | None = None

    @property
    def status_words(self):
        """The status as readers are told it; nothing where all is as planned."""
        return STATUS_WORDS.get(self.status, lambda: "")()


STATUS_WORDS = {
    "cancelled": lambda: _("Cancelled"),
    "postponed": lambda: _("Postponed"),
    "rescheduled": lambda: _("New date"),
    "moved_online": lambda: _("Moved online"),
    "planned": lambda: _("Planned"),
    "ongoing": lambda: _("Ongoing"),
    "finished": lambda: _("Finished"),
    "terminated": lambda: _("Terminated"),
}


_labellers = {}


def register_label(kind):
    """Registers who words the label of a kind's cards: `fn(facts) -> str`.

    It is asked in the reader's language, so that an item shown in another
    language still says what it is in words the reader knows.
    """

    def register(fn):
        _labellers[kind] = fn
        return fn

    return register


def _label(card, language):
    if card.kind not in _labellers:
        return card.label
    with override(language):
        return _labellers[card.kind](card.facts)


_placers = {}
# Where a card keeps the names of its place and of somebody's employer, by language.
PLACE_NAMES = "place_names"
ORGANISATION_NAMES = "organisation_names"


def register_place(kind):
    """Registers who words the place of a kind's cards in the reader's words: `fn(card, name)`."""

    def register(fn):
        _placers[kind] = fn
        return fn

    return register


def _place(card, language):
    name = best_name((card.facts or {}).get(PLACE_NAMES), language) or card.place
    if card.kind not in _placers:
        return name
    with override(language):
        return _placers[card.kind](card, name)


def best_name(names, language):
    """Of one item's names by language, that which a reader of `language` is shown everywhere."""
    return (
        next((names[code] for code in preference(language) if code in names), "") if names else ""
    )


# Kinds whose status follows from their dates: who tells it at the reader's moment.
_statuses = {}


def register_status(kind):
    """Registers who tells the status of a kind: `fn(card, reader) -> code`."""

    def register(fn):
        _statuses[kind] = fn
        return fn

    return register


def _stored_status(card, _reader):
    return card.status


_whens = {}


def register_dates(kind):
    """Registers who words the dates of a kind's cards: `fn(card, language)`."""

    def register(fn):
        _whens[kind] = fn
        return fn

    return register


def _when(card, language):
    with override(language):
        return _whens.get(card.kind, _span)(card, language)


def card_view(card, reader, picture=None):
    """A card as the reader of a language sees it at a moment."""
    language = reader.locale
    foreign = card.locale != language
    valid_until(next_change(card, reader.at))
    return CardView(
        kind=card.kind,
        key=card.key,
        locale=card.locale,
        title=card.title,
        url=card.url,
        href=in_ui(card.url, card.locale, language) if card.url else "",
        summary=card.summary,
        label=_label(card, language),
        status=_statuses.get(card.kind, _stored_status)(card, reader),
        place=_place(card, language),
        organisation=best_name((card.facts or {}).get(ORGANISATION_NAMES), language),
        is_foreign=foreign,
        language_name=name_in(card.locale, language) if foreign else "",
        is_past=is_past(card, reader.at),
        all_day=card.all_day,
        time_zone=card.time_zone,
        published_on=_day(card.published_at, reader),
        when=_when(card, language),
        on_now=on_now(card, reader),
        starts_at=card.starts_at,
        ends_at=card.ends_at,
        published_at=card.published_at,
        updated_at=card.updated_at,
        picture=picture,
        facts=card.facts,
    )


def _day(moment, reader):
    if moment is None:
        return None
    day = moment.astimezone(reader.zone).date()
    return When(format_day(day, reader.locale), day.isoformat())


def _span(card, language):
    if card.starts_at is None or not card.time_zone:
        return None
    text = format_span(card.starts_at, card.ends_at, card.time_zone, language, all_day=card.all_day)
    return When(text, card.starts_at.isoformat(timespec="seconds"))
