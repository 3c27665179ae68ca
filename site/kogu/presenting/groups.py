"""Related items of a page, grouped by kind; events that are over stand apart."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from kogu.presenting.card_views import CardView


@dataclass(frozen=True)
class Group:
    """Related items of one kind."""

    kind: str
    heading: str
    cards: tuple[CardView, ...]


def groups_of(kind, heading, cards):
    """Cards of one kind as groups, none of them empty."""
    if kind == "event":
        coming, past = coming_and_past(cards)
        groups = ((heading, coming), (lambda: _("Past events"), past))
    else:
        groups = ((heading, cards),)
    return [Group(kind, words(), tuple(shown)) for words, shown in groups if shown]


def coming_and_past(cards):
    """Events that are not over, soonest first and undated last; then the others, latest first."""
    coming = sorted(
        (card for card in cards if not card.is_past),
        key=lambda card: (card.starts_at is None, card.starts_at),
    )
    past = (card for card in cards if card.is_past)
    return coming, sorted(past, key=lambda card: card.starts_at or card.ends_at, reverse=True)
