"""Lists that somebody typed into a page or a Word file line by line, each with its own dash."""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from kogu.imports.source import Line

_MARKS = "•●◦▪■‣·∙○➢►✓*+\\-–—"
_TYPED = re.compile(rf"([{_MARKS}])\s+(?=\S)")
_TYPED_HTML = re.compile(rf"^((?:<[^>]+>)*)[{_MARKS}]\s+")
_LONGEST = 400
# "– Yes – she said" are somebody's words.
_SPEECH = re.compile(r"[–—-]\s.*\s[–—-]\s|.*[.!?]\s.*[.!?]$")


def with_typed_lists(lines: Iterable[Line]) -> list[Line]:
    """Two or more lines below each other that begin with the same mark become a list."""
    made: list[Line] = []
    for mark, group in groupby(lines, key=_mark):
        rows = list(group)
        made += [_item(row, mark) for row in rows] if mark and len(rows) > 1 else rows
    return made


def _mark(line: Line) -> str:
    is_likely = line.kind == "paragraph" and len(line.text) <= _LONGEST
    typed = _TYPED.match(line.text) if is_likely else None
    return typed[1] if typed and not _SPEECH.match(line.text) else ""


def _item(line: Line, mark: str) -> Line:
    text = _TYPED.sub("", line.text, count=1)
    html = _TYPED_HTML.sub(r"\1", line.html)
    return replace(line, kind="item", text=text, html=html, marker=mark)
