"""Reads plain text: lines, lists, quotations and headings as people type them."""

import re
from html import escape
from itertools import pairwise

from kogu.imports.readers.encoding import decode
from kogu.imports.readers.markdown import marked
from kogu.imports.source import Line, Source
from kogu.imports.words import in_any

_BULLET = re.compile(r"^(\s*)([•●◦▪■‣·∙○➢►✓*+\-–—])\s+(?=\S)")
_GLUED_BULLET = re.compile(r"^(\s*)([•●◦▪■‣○➢►])(?=\S)")
_NUMBERED = re.compile(r"^(\s*)(\d{1,2})[.)]\s+(?=\S)")
_PART = re.compile(r"^\s*\d{1,2}\.\d{1,2}\.?\s")
_HASHES = re.compile(r"^(#{1,4})\s+(.+?)\s*#*$")
_RULE = re.compile(r"^\s*([=\-_*~])\1{2,}\s*$")
_TWO_CELLS = re.compile(r"^([^\t]{2,60}?):?\t+(\S.*)$")
_ENDS_SENTENCE = re.compile(r"[.!?:;…\"”“»)]$")
_WRAPPED = (45, 130)
# "kooli- ja" says school twice and parts no word.
_PARTED = re.compile(r"\b([^\W\d_]+)-\s*$")
_GOES_ON = re.compile(rf"\s*(?!(?:{in_any('writing', 'conjunctions')})\b)([^\W\d_]+)")
_PARTED_FROM = 15


def read_plain(data: bytes) -> Source:
    text = decode(data)
    rows = _unwrap(_with_whole_words(text.split("\n")))
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
            is_speech = _is_speech(rows, number)
            lines.append(_line(row, number in numbered, starts_block, is_speech=is_speech))
            starts_block = False
    return Source("txt", tuple(lines), original_html=f"<pre>{escape(text)}</pre>")


def _underline(lines: list[Line], row: str, starts_block: bool) -> None:
    """A row of = or - right under a short line makes that line a heading."""
    if lines and not starts_block and row.strip()[0] in "=-" and len(lines[-1].text) <= 120:
        level = 1 if row.strip()[0] == "=" else 2
        lines[-1] = Line.plain("heading", lines[-1].text, level=level)


def _is_speech(rows: list[str], number: int) -> bool:
    """A lone dash opens somebody's words, as in "– Yes – she said", not a list."""
    around = [row for row in rows[max(0, number - 2) : number + 3] if _BULLET.match(row)]
    return len(around) == 1 and bool(re.match(r"\s*[–—]\s.*\s[–—]\s", rows[number]))


def _line(row: str, is_numbered: bool, starts_block: bool, *, is_speech: bool = False) -> Line:
    heading = _HASHES.match(row)
    if heading:
        return marked("heading", _fold(heading[2]), level=len(heading[1]))
    bullet = None if is_speech else _BULLET.match(row) or _GLUED_BULLET.match(row)
    if is_numbered:
        bullet = _NUMBERED.match(row)
    if bullet:
        depth = min(len(bullet[1].expandtabs(4)) // 2, 6)
        return marked(
            "item",
            _fold(row[bullet.end() :]),
            level=depth,
            ordered=is_numbered,
            starts_block=starts_block,
            marker="" if is_numbered else bullet[2],
        )
    if row.lstrip().startswith("> "):
        return marked("quote", _fold(row.lstrip()[2:]), starts_block=starts_block)
    cells = _TWO_CELLS.match(row.strip())
    text = f"{cells[1]}: {cells[2]}" if cells else row
    return marked("paragraph", _fold(text), starts_block=starts_block)


def _numbered_rows(rows: list[str]) -> set[int]:
    """Rows that count 1, 2, 3 …; a lone "15. February" is no list."""
    found = [(n, int(m[2])) for n, row in enumerate(rows) if (m := _NUMBERED.match(row))]
    accepted: set[int] = set()
    run: list[tuple[int, int]] = []
    for place, value in found:
        last = run[-1] if run else (place, 0)
        has_parts = any(_PART.match(row) for row in rows[last[0] + 1 : place])
        if run and value == last[1] + 1 and place - last[0] <= 8 and not has_parts:
            run.append((place, value))
        else:
            run = [(place, value)]
        if len(run) >= 2 and run[0][1] == 1:
            accepted.update(row for row, _value in run)
    return accepted


def _with_whole_words(rows: list[str]) -> list[str]:
    """Join rows between which a word was parted; a hyphen it has elsewhere too is its own."""
    text = "\n".join(rows)
    joined = rows[:1]
    for row in rows[1:]:
        before, after = _PARTED.search(joined[-1]), _GOES_ON.match(row)
        if not (before and after and after[1].islower()) or len(joined[-1]) < _PARTED_FROM:
            joined.append(row)
            continue
        is_compound = f"{before[1]}-{after[1]}" in text or len(before[1]) == 1
        start = joined[-1].rstrip() if is_compound else joined[-1].rstrip()[:-1]
        joined[-1] = start + row.lstrip()
    return joined


def _unwrap(rows: list[str]) -> list[str]:
    """Join rows that were broken at a fixed width."""
    pairs = list(pairwise(rows))
    broken = [len(first.rstrip()) for first, second in pairs if _is_broken(first, second)]
    width = max(broken) if len(broken) >= 2 else 0
    joined = rows[:1]
    for first, second in pairs:
        if _is_broken(first, second) or _is_full(first, second, width):
            joined[-1] = f"{joined[-1].rstrip()} {second.strip()}"
        else:
            joined.append(second)
    return joined


def _is_broken(first: str, second: str) -> bool:
    """A long row without an end, and a row that goes on in lower case."""
    before, after = first.rstrip(), second.strip()
    if not _WRAPPED[0] <= len(before) <= _WRAPPED[1] or not after or _starts_something(second):
        return False
    return not _ENDS_SENTENCE.search(before) and (after[0].islower() or after[0] in '(„“"')


def _is_full(first: str, second: str, width: int) -> bool:
    """A row that had no room for the next row's first word."""
    before, after = first.rstrip(), second.split()
    if not width or not after or _starts_something(second) or len(before) > width + 3:
        return False
    if not before or before.endswith(":") or _RULE.match(first):
        return False
    return len(before) + 1 + len(after[0]) > width


def _starts_something(row: str) -> bool:
    patterns = (_BULLET, _GLUED_BULLET, _HASHES, _RULE)
    return any(pattern.match(row) for pattern in patterns) or bool(re.match(r"\s*\d+\)\s", row))


def _fold(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
