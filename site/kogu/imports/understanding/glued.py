"""E-mail addresses that lost the space between them and their neighbours."""

import re
from itertools import pairwise

from kogu.imports.understanding.names import EMAIL, UPPER
from kogu.language.sorting import fold

_BEHIND = re.compile(rf"(@[\w-]+(?:\.[\w-]+)*\.[a-z]{{2,3}})(?=[\d{UPPER}])")
_NAME = re.compile(rf"[{UPPER}][^\W\d_{UPPER}]+")
_BESIDE = re.compile(r"\s+")


def parted(text: str) -> tuple[str, list[str]]:
    """The text with a space on both sides of each address, and the places where one was missing.

    What runs into an address from before is told from it by the name of the
    person beside it: "Anna Smitha.smith@example.org".
    """
    found: list[str] = []
    behind = _BEHIND.search(text)
    if behind:
        found.append(text[max(0, behind.start() - 30) : behind.end() + 30])
        text = _BEHIND.sub(r"\1 ", text)
    for match in reversed(list(EMAIL.finditer(text))):
        begin = _begin(text, match)
        if begin > match.start():
            found.append(text[max(0, begin - 30) : match.end()])
            text = f"{text[:begin]} {text[begin:]}"
    return text, found


def _begin(text: str, match: re.Match) -> int:
    """Where the address begins that is made of a name said before it."""
    end = match.start() + match.group().index("@")
    for begin in range(match.start(), end - 2):
        if text[begin:end].lower() in _addresses(text[max(0, begin - 120) : begin]):
            return begin
    return match.start()


def _addresses(text: str) -> set[str]:
    """How the people named last may be called in an address: first.last, f.last, last.first."""
    names = list(_NAME.finditer(text))
    made: set[str] = set()
    for first, last in pairwise(names):
        if _BESIDE.fullmatch(text[first.end() : last.start()]):
            one, other = fold(first.group()), fold(last.group())
            for mark in (".", "_", "-", ""):
                made |= {one + mark + other, one[0] + mark + other, other + mark + one}
    return made
