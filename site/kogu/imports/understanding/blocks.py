"""The blocks of a story, made from its lines: lists, tables, pictures, quotations and text."""

from collections.abc import Iterable, Iterator
from html import escape
from typing import Any

from kogu.imports.source import Line, Row

_LONGEST_CAPTION = 200


def blocks(lines: Iterable[tuple[int, Line]]) -> Iterator[dict[str, Any]]:
    """Neighbouring items become one list, neighbouring rows one table; pictures close both."""
    seen: set[int] = set()
    for run in _runs(lines):
        yield from _block(run)
        for picture in run[-1][1].pictures:
            if picture.number not in seen:
                seen.add(picture.number)
                yield {"type": "image", "name": picture.name, "alt": picture.alt}


def _runs(lines: Iterable[tuple[int, Line]]) -> Iterator[list[tuple[int, Line]]]:
    run: list[tuple[int, Line]] = []
    floor = 0
    for level, line in lines:
        if run and not _belong_together(run, line, floor):
            yield run
            run = []
        floor = min(floor, line.level) if run else line.level
        run.append((level, line))
    if run:
        yield run


def _belong_together(run: list[tuple[int, Line]], line: Line, floor: int) -> bool:
    last = run[-1][1]
    if last.pictures:
        return False
    if last.row or line.row:
        return bool(last.row and line.row) and last.row.table == line.row.table
    if not last.kind == line.kind == "item":
        return False
    return line.level > floor or line.ordered == run[0][1].ordered


def _block(run: list[tuple[int, Line]]) -> Iterator[dict[str, Any]]:
    level, line = run[0]
    lines = [one for _level, one in run]
    rows = list({one.row.number: one.row for one in lines if one.row}.values())
    if rows and (len(rows) > 1 or rows[0].headings):
        yield from _table(rows)
    elif line.kind == "item":
        yield _list(lines)
    elif line.kind == "heading":
        yield {"type": "heading", "level": level, "text": line.text.rstrip(" :")}
    elif line.kind == "quote":
        yield {"type": "quote", **_quote(line)}
    else:
        told = (one for one in lines if one.kind != "dropped")
        yield from ({"type": "paragraph", "html": one.html} for one in told)


def _table(rows: list[Row]) -> Iterator[dict[str, Any]]:
    """A table without a row of headings has none; every row has as many cells as the longest."""
    width = max(len(row.headings or row.cells) for row in rows)
    told = [row.cells for row in rows if row.cells != row.headings]
    cells = [[*one, *[""] * (width - len(one))] for one in told]
    table = {"type": "table", "columns": list(rows[0].headings), "rows": cells}
    caption = rows[0].caption
    if len(caption) > _LONGEST_CAPTION:
        yield {"type": "paragraph", "html": escape(caption, quote=False)}
    elif caption:
        table["caption"] = caption
    yield table


def _list(items: list[Line]) -> dict[str, Any]:
    """Items in a row; `levels` and `numbered` say how they stand in each other."""
    floor = min(one.level for one in items)
    made = {
        "type": "list",
        "ordered": items[0].ordered,
        "items": [one.html for one in items],
    }
    if any(one.level > floor for one in items):
        made["levels"] = [one.level - floor for one in items]
        made["numbered"] = [one.ordered for one in items]
    return made


def _quote(line: Line) -> dict[str, str]:
    if line.marker:
        return {"text": line.text, "attribution": line.marker}
    text, _dash, attribution = line.text.rpartition(" — ")
    if text and len(attribution) < 120:
        return {"text": text, "attribution": attribution}
    return {"text": line.text, "attribution": ""}
