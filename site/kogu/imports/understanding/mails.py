"""The head, greeting and farewell of a mail that carries a text to be published."""

import re
from dataclasses import replace

from kogu.imports.source import Line, Source
from kogu.imports.words import in_any
from kogu.language.dates import find_date
from kogu.language.moments import local_day

_FIELD = {
    name: re.compile(rf"(?:{in_any('mail', name)}):\s+(?P<value>\S.*)", re.IGNORECASE)
    for name in ("sender", "receiver", "sent", "subject")
}
_ANSWERS = re.compile(rf"^(?:(?:{in_any('mail', 'answers')})\s?:\s*)+", re.IGNORECASE)
_POLITE = re.compile(rf"(?:{in_any('mail', 'polite')})[\s,.!–-]*", re.IGNORECASE)
# What programs write above a mail that is forwarded, and above one that is answered.
_FORWARD = re.compile(rf"[-_\s]*(?:{in_any('mail', 'forwarded')})[-_:\s]*", re.IGNORECASE)
_WROTE = re.compile(
    rf".{{0,160}}\S+@\S+.{{0,20}}\b(?:{in_any('mail', 'wrote')})\b.{{0,20}}:|"
    rf".{{4,80}}\d{{1,2}}[:.]\d{{2}}\b.{{2,80}}\b(?:{in_any('mail', 'wrote')}):",
    re.IGNORECASE,
)
_LONGEST_HEAD, _SHORTEST_HEAD = 8, 3


def without_mail(source: Source) -> tuple[Source, list[str]]:
    """The document inside a mail, with the mail's day and subject; and what was left out."""
    head = _head(source.lines)
    if not {"sender", "subject"} <= head.keys():
        return source, []
    end = _end(head)
    inner, inner_head = _inner_heads(source.lines, end)
    head |= inner_head
    polite = [line for line in source.lines[end:] if _POLITE.fullmatch(line.text)]
    left_out = [line for line in source.lines[end:] if line in inner or line in polite]
    kept = tuple(line for line in source.lines[end:] if line not in left_out)
    sent = head.get("sent", (0, ""))[1]
    mailed = replace(
        source,
        lines=kept,
        author=source.author or head["sender"][1],
        title=source.title or _ANSWERS.sub("", head["subject"][1]),
        date=source.date or _day(sent, source.language),
    )
    return mailed, [line.text for line in (*source.lines[:end], *left_out)]


def _end(head: dict[str, tuple[int, str]]) -> int:
    return max(place for place, _value in head.values()) + 1


def _inner_heads(
    lines: tuple[Line, ...], begin: int
) -> tuple[list[Line], dict[str, tuple[int, str]]]:
    """Heads of mails that were forwarded or answered; the innermost wrote the text."""
    found: list[Line] = []
    innermost: dict[str, tuple[int, str]] = {}
    for place, line in enumerate(lines[begin:], begin):
        if _FORWARD.fullmatch(line.text) or _WROTE.fullmatch(line.text):
            found.append(line)
        elif _FIELD["sender"].fullmatch(line.text):
            head = _head(lines[place:])
            if len(head) >= _SHORTEST_HEAD and "sent" in head:
                found += lines[place : place + _end(head)]
                innermost = head
    return found, innermost


def _head(lines: tuple[Line, ...]) -> dict[str, tuple[int, str]]:
    """Fields of the head by name; they stand together above everything else."""
    found: dict[str, tuple[int, str]] = {}
    for place, line in enumerate(lines[:_LONGEST_HEAD]):
        named = ((name, pattern.fullmatch(line.text)) for name, pattern in _FIELD.items())
        name, match = next(((n, m) for n, m in named if m and n not in found), ("", None))
        if match is None:
            break
        found[name] = (place, match["value"])
    return found


def _day(sent: str, language: str) -> str:
    sent = local_day(sent)
    for one in ("en", language or "et", "et", "lv", "pl"):
        date = find_date(sent, one)
        if date and date.value:
            return date.text if one == "en" else date.value.isoformat()
    return ""
