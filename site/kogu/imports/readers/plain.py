"""Reads plain text: lines, lists, quotations and headings as people type them."""

import re
from html import escape

from kogu.imports.readers.encoding import decode
from kogu.imports.source import Line, Source

_BULLET = re.compile(r"^(\s*)([•●◦▪■‣·∙○➢►✓*+\-–—])\s+(?=\S)")
_GLUED_BULLET = re.compile(r"^(\s*)([•●◦▪■‣○➢►])(?=\S)")
_NUMBERED = re.compile(r"^(\s*)(\d{1,2})[.)]\s+(?=\S)")
_HASHES = re.compile(r"^(#{1,4})\s+(.+?)\s*#*$")
_RULE = re.compile(r"^\s*([=\-_*~])\1{2,}\s*$")
_TWO_CELLS = re.compile(r"^([^\t]{2,60}?):?\t+(\S.*)$")
_ENDS_SENTENCE = re.compile(r"[.!?:;…\"”“»)]$")
_WRAPPED_AT_MOST = 110


def read_plain(data: bytes) -> Source:
    text = decode(data)
    rows = _unwrap(text.split("\n"))
    numbered = _numbered_rows(rows)
    lines: list[Line] = []
    starts_block = True
    for number, row in enumerate(rows):
        if not row.strip():
            starts_block = True
        elif _RULE.match(row):
            _underline(lines, row, starts_block)
            starts_block = True
        else:
            lines.append(_line(row, number in numbered, starts_block))
            starts_block = False
    return Source("txt", tuple(lines), original_html=f"<pre>{escape(text)}</pre>")


def _underline(lines: list[Line], row: str, starts_block: bool) -> None:
    """A row of = or - right under a short line makes that line a heading."""
    if lines and not starts_block and row.strip()[0] in "=-" and len(lines[-1].text) <= 120:
        level = 1 if row.strip()[0] == "=" else 2
        lines[-1] = Line.plain("heading", lines[-1].text, level=level)


def _line(row: str, is_numbered: bool, starts_block: bool) -> Line:
    heading = _HASHES.match(row)
    if heading:
        return Line.plain("heading", _fold(heading[2]), level=len(heading[1]))
    bullet = _BULLET.match(row) or _GLUED_BULLET.match(row)
    if is_numbered:
        bullet = _NUMBERED.match(row)
    if bullet:
        depth = min(len(bullet[1].expandtabs(4)) // 2, 6)
        return Line.plain(
            "item",
            _fold(row[bullet.end() :]),
            level=depth,
            ordered=is_numbered,
            starts_block=starts_block,
            marker="" if is_numbered else bullet[2],
        )
    if row.lstrip().startswith("> "):
        return Line.plain("quote", _fold(row.lstrip()[2:]), starts_block=starts_block)
    cells = _TWO_CELLS.match(row.strip())
    text = f"{cells[1]}: {cells[2]}" if cells else row
    return Line.plain("paragraph", _fold(text), starts_block=starts_block)


def _numbered_rows(rows: list[str]) -> set[int]:
    """Rows that count 1, 2, 3 …; a lone "15. February" is no list."""
    found = [(n, int(m[2])) for n, row in enumerate(rows) if (m := _NUMBERED.match(row))]
    accepted: set[int] = set()
    run: list[tuple[int, int]] = []
    for place, value in found:
        if run and value == run[-1][1] + 1 and place - run[-1][0] <= 8:
            run.append((place, value))
        else:
            run = [(place, value)]
        if len(run) >= 2 and run[0][1] == 1:
            accepted.update(row for row, _value in run)
    return accepted


def _unwrap(rows: list[str]) -> list[str]:
    """Join rows that were broken at a fixed width."""
    width = max((len(row.rstrip()) for row in rows), default=0)
    if not 50 <= width <= _WRAPPED_AT_MOST:
        return rows
    joined: list[str] = []
    previous = ""
    for row in rows:
        if joined and _continues(previous, row, width):
            joined[-1] = f"{joined[-1].rstrip()} {row.strip()}"
        else:
            joined.append(row)
        previous = row
    return joined


def _continues(previous: str, row: str, width: int) -> bool:
    before, after = previous.rstrip(), row.strip()
    if not before or not after or _starts_something(row) or _RULE.match(previous):
        return False
    if len(before) + 1 + len(after.split()[0]) <= width - 14:
        return False
    is_broken_sentence = not _ENDS_SENTENCE.search(before)
    return is_broken_sentence or len(before) + 1 + len(after.split()[0]) > width - 6


def _starts_something(row: str) -> bool:
    patterns = (_BULLET, _GLUED_BULLET, _HASHES, _RULE)
    return any(pattern.match(row) for pattern in patterns) or bool(re.match(r"\s*\d+\)\s", row))


def _fold(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
