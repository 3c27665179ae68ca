"""What a reader sees of a card: frozen, complete, without a query left to run."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import override

from kogu.content.models.cards import preference
from kogu.delivery.dependencies import valid_until
from kogu.language.formats import format_day
from kogu.language.markers import name_in
from kogu.media.pictures import Picture

from .card_dates import When, is_past, next_change, ongoing_until
from .registry import presenter_of_kind
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
    # The name of the organisation for which a person works.
    organisation: str = ""
    is_foreign: bool = False
    language_name: str = ""
    is_past: bool = False
    all_day: bool = False
    time_zone: str = ""
    published_on: When | None = None
    when: When | None = None
    # Until when it is on, in words, once it began on an earlier day.
    ongoing_until: When | None = None
    starts_at: dt.datetime | None = None
    ends_at: dt.datetime | None = None
    published_at: dt.datetime | None = None
    updated_at: dt.datetime | None = None
    picture: Picture | None = None
    facts: dict | None = None

    @property
    def status_label(self):
        """The status as readers see it; empty where all is as planned."""
        return presenter_of_kind(self.kind).status_label(self.status)


# Where a card keeps the names of its place and of somebody's employer, by language.
PLACE_NAMES = "place_names"
ORGANISATION_NAMES = "organisation_names"


def best_name(names, language):
    """Of one item's names by language, that which a reader of `language` is shown everywhere."""
    return (
        next((names[code] for code in preference(language) if code in names), "") if names else ""
    )


def card_view(card, reader, picture=None):
    """A card as the reader of a language sees it at a moment."""
    language = reader.locale
    is_foreign = card.locale != language
    facts = card.facts or {}
    kind = presenter_of_kind(card.kind)
    place = best_name(facts.get(PLACE_NAMES), language) or card.place
    valid_until(next_change(card, reader.at))
    with override(language):
        words = {
            "label": kind.card_label(card),
            "place": kind.card_place(card, place),
            "when": kind.card_when(card, language),
        }
    return CardView(
        kind=card.kind,
        key=card.key,
        locale=card.locale,
        title=card.title,
        url=card.url,
        href=in_ui(card.url, card.locale, language) if card.url else "",
        summary=card.summary,
        status=kind.card_status(card, reader),
        organisation=best_name(facts.get(ORGANISATION_NAMES), language),
        is_foreign=is_foreign,
        language_name=name_in(card.locale, language) if is_foreign else "",
        is_past=is_past(card, reader.at),
        all_day=card.all_day,
        time_zone=card.time_zone,
        published_on=_day(card.published_at, reader),
        ongoing_until=ongoing_until(card, reader),
        starts_at=card.starts_at,
        ends_at=card.ends_at,
        published_at=card.published_at,
        updated_at=card.updated_at,
        picture=picture,
        facts=card.facts,
        **words,
    )


def _day(moment, reader):
    if moment is None:
        return None
    day = moment.astimezone(reader.zone).date()
    return When(format_day(day, reader.locale), day.isoformat())
