"""Tables and passages of words, as detail pages show them."""

from dataclasses import dataclass

from kogu.media.pictures import Picture
from kogu.presenting.card_views import CardView


@dataclass(frozen=True)
class Passage:
    """Words under a heading of their own."""

    heading: str
    text: str = ""
    html: str = ""
    items: tuple[str, ...] = ()
    # Of what it says, where it is not the reader's language.
    lang: str = ""


@dataclass(frozen=True)
class Column:
    """The head of a column; amounts stand to the right."""

    title: str
    is_amount: bool = False


@dataclass(frozen=True)
class Cell:
    """One field of a table; `lang` marks words that are not in the reader's language."""

    text: str
    url: str = ""
    lang: str = ""
    is_amount: bool = False
    is_heading: bool = False
    # Items that the field names, when there may be several.
    cards: tuple[CardView, ...] = ()
    # The mark of what the field names; the text says what it is.
    emblem: Picture | None = None


@dataclass(frozen=True)
class Table:
    """A table with its heading; `id` names the heading on the page."""

    id: str
    heading: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: tuple[Cell, ...] = ()


def card_cell(card: CardView | None, otherwise="", **options):
    """A cell that leads to an item, or says what is known without it."""
    if card is None:
        return Cell(otherwise, **options)
    return Cell(card.title, card.href, card.locale if card.is_foreign else "", **options)


def cards_cell(cards):
    """A cell that leads to several items; its text is their names."""
    return Cell(", ".join(card.title for card in cards), cards=cards)


def without_empty_columns(table):
    """The table without columns in which no row says anything; None without rows."""
    if not table.rows:
        return None
    kept = [n for n in range(len(table.columns)) if any(row[n].text for row in table.rows)]
    return Table(
        id=table.id,
        heading=table.heading,
        columns=tuple(table.columns[n] for n in kept),
        rows=tuple(tuple(row[n] for n in kept) for row in table.rows),
        total=tuple(table.total[n] for n in kept) if table.total else (),
    )
