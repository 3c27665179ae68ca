"""Where the cells of a table stand: one may take several columns and rows."""

from lxml.html import HtmlElement

_WIDEST = 20
_TALLEST = 500


def grid(rows: list[list[HtmlElement]]) -> list[tuple[str, ...]]:
    """The words of each row in their columns; those of a large cell stand in its first place."""
    below: dict[int, int] = {}
    made = []
    for cells in rows:
        taken = {column for column, left in below.items() if left}
        below = {column: left - 1 for column, left in below.items() if left > 1}
        texts: list[str] = []
        for cell in cells:
            _pass(taken, texts)
            start = len(texts)
            texts += [words_of(cell), *[""] * (_span(cell, "colspan", _WIDEST) - 1)]
            height = _span(cell, "rowspan", _TALLEST)
            below.update(dict.fromkeys(range(start, len(texts)), height - 1) if height > 1 else {})
        _pass(taken, texts)
        made.append(tuple(texts))
    return made


def words_of(cell: HtmlElement) -> str:
    """The words of a cell on one line; those of its lines do not run into each other."""
    for one in cell.iter("br", "p", "div", "li"):
        one.tail = f" {one.tail or ''}"
    return " ".join(cell.text_content().split())


def _pass(taken: set[int], texts: list[str]) -> None:
    """Leave the places free that a cell of a row above takes."""
    while len(texts) in taken:
        texts.append("")


def _span(cell: HtmlElement, name: str, most: int) -> int:
    value = (cell.get(name) or "1").strip()
    return max(1, min(int(value), most)) if value.isdecimal() and len(value) < 6 else 1
