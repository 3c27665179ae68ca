"""Related things of a page, grouped by kind; events that are over stand apart."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from kogu.base.cards import CardView


@dataclass(frozen=True)
class Group:
    """Related things of one kind."""

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
    dated = sorted((card for card in cards if card.starts_at), key=lambda card: card.starts_at)
    coming = [card for card in dated if not card.is_past]
    undated = [card for card in cards if not card.starts_at]
    return [*coming, *undated], [card for card in reversed(dated) if card.is_past]
