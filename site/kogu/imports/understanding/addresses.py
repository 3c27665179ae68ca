"""E-mail addresses written so that machines do not find them: "mari (at) laat [dot] example"."""

import re
from functools import lru_cache
from html import unescape
from urllib.parse import unquote

from kogu.imports.source import Line
from kogu.imports.understanding.names import PERSON
from kogu.imports.words import in_any
from kogu.language.sorting import fold

# A link to an address that its words do not say: "write to her".
_LINKED = re.compile(
    r'<a href="(?:mailto|tel):([^"?]{3,200})[^"]*">((?:(?!</a>)[^@\d])*)</a>', re.IGNORECASE
)
_AT = rf"@|apenstaartje|{in_any('address', 'at')}"
_DOT = rf"\.|{in_any('address', 'dot')}"
_SPELLED_AT = rf"(?:\s*[\[({{<]\s*(?:{_AT})\s*[\])}}>]\s*|[\[({{<]a[\])}}>])"
_SPELLED_DOT = rf"\s*[\[({{<]\s*(?:{_DOT})\s*[\])}}>]\s*"
_WORD = r"[^\W_][\w-]*"
_LOCAL = r"[^\W_][\w.+-]{0,60}?"
_PLAIN_AT = rf"(?:\s+(?:{in_any('address', 'at_cased')})\s+|\s+@\s*|\s*@\s+)"
_AT_ALOUD = in_any("address", "at_said")
_SAID_AT, _SAID_DOT = rf"\s+(?:{_AT_ALOUD})\s+", rf"\s+(?:{in_any('address', 'dot')})\s+"
_WAYS = [
    re.compile(
        rf"(?<![\w.@])({_LOCAL}(?:{dot}{_LOCAL})*){at}({_WORD}(?:{either}{_WORD})+)(?!\w)", flags
    )
    for dot, at, either, flags in (
        (_SPELLED_DOT, _SPELLED_AT, rf"(?:\.|{_SPELLED_DOT}|{_SAID_DOT})", re.IGNORECASE),
        (_SPELLED_DOT, r"@", rf"(?:\.|{_SPELLED_DOT})", re.IGNORECASE),
        (r"\.", _PLAIN_AT, r"\.", re.NOFLAG),
        (_SAID_DOT, _SAID_AT, _SAID_DOT, re.IGNORECASE),
    )
]
# "Mari Kask, mari at laat.example": without brackets only behind the name of which it is made.
_NAMED = re.compile(
    r"(?P<before>(?P<name>[^\W\d_]{2,}(?:[ -][^\W\d_]{2,}){1,3})"
    r"(?:\s*\([^()]{2,60}\)|,\s+[^,;:.@\d]{3,50})?),?\s+(?P<local>[\w.+-]+)\s+"
    rf"(?:{_AT_ALOUD})\s+(?P<host>{_WORD}(?:\.{_WORD})+)(?!\w)",
    re.IGNORECASE,
)
# "Contact Us" is no name.
_ASKS = re.compile(rf"\b(?:{in_any('address', 'asks')})\b", re.IGNORECASE)
_TAG = re.compile(r"<[^>]+>")
_DOTS = re.compile(rf"{_SPELLED_DOT}|{_SAID_DOT}", re.IGNORECASE)
_HINT = re.compile(
    rf"@|[\[({{<]a[\])}}>]|[\[({{<]\s*(?:{_AT})\s*[\])}}>]|\s(?:{_AT_ALOUD})\s+{_WORD}\.\w|{_SAID_DOT}",
    re.IGNORECASE,
)


def spelled_plainly(text: str) -> str:
    """The text with each such address as one would type it."""
    if not _HINT.search(text):
        return text
    for way in _WAYS:
        text = way.sub(lambda found: f"{_dotted(found[1])}@{_dotted(found[2])}", text)
    return _NAMED.sub(_of_name, text)


def _of_name(found: re.Match) -> str:
    if not _is_made_of(found["local"], found["name"]):
        return found.group()
    return f"{found['before']}, {found['local']}@{found['host']}"


def _is_made_of(local: str, name: str) -> bool:
    """Whether the first part of an address begins with a part of the name."""
    parts = [fold(part) for part in re.split(r"[ -]", name)[-3:]]
    return any(len(part) > 2 and fold(local).startswith(part) for part in parts)


def with_linked_addresses(line: Line) -> str:
    """The words of a line, with each address to which a link leads in place of its words."""
    return _linked(line.text, line.html) if 'href="' in line.html else line.text


@lru_cache(maxsize=1024)
def _linked(text: str, html: str) -> str:
    found = _LINKED.sub(_linked_address, html)
    return text if found == html else " ".join(unescape(_TAG.sub("", found)).split())


def _linked_address(link: re.Match) -> str:
    """The address, behind the words of the link where they are a name."""
    address = unquote(unescape(link[1]))
    words = unescape(_TAG.sub("", link[2])).strip()
    is_labelled = link.string[: link.start()].rstrip().endswith(":") and not _ASKS.search(words)
    is_name = PERSON.fullmatch(words) and (is_labelled or _is_made_of(address, words))
    return f" {words}, {address} " if is_name else f" {address} "


def _dotted(part: str) -> str:
    return _DOTS.sub(".", part)
