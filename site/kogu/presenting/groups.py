"""Related items of a page, grouped by kind."""

from dataclasses import dataclass

from kogu.presenting.card_views import CardView

from .registry import presenter_of_kind


@dataclass(frozen=True)
class Group:
    """Related items of one kind."""

    kind: str
    heading: str
    cards: tuple[CardView, ...]


def groups_of(kind, cards):
    """Cards of one kind as groups, none of them empty."""
    shown = presenter_of_kind(kind)
    groups = shown.groups(shown.related_heading, cards)
    return [Group(kind, str(heading), tuple(some)) for heading, some in groups if some]
