"""E-mail addresses written so that machines do not find them: "mari (ät) laat [dot] example"."""

import re
from functools import lru_cache
from html import unescape
from urllib.parse import unquote

from kogu.imports.source import Line

# A link to an address that its words do not say: "write to her".
_LINKED = re.compile(
    r'<a href="(?:mailto|tel):([^"?]{3,200})[^"]*">((?:(?!</a>)[^@\d])*)</a>', re.IGNORECASE
)
_AT = r"at|ät|@|et|małpa|malpa|małpka|ät-märk|apenstaartje|pie\s?zīme|eta"
_DOT = r"dot|punkt|punkts|kropka|täpp|\."
_SPELLED_AT = rf"(?:\s*[\[({{<]\s*(?:{_AT})\s*[\])}}>]\s*|[\[({{<]a[\])}}>])"
_SPELLED_DOT = rf"\s*[\[({{<]\s*(?:{_DOT})\s*[\])}}>]\s*"
_WORD = r"[^\W_][\w-]*"
_LOCAL = r"[^\W_][\w.+-]{0,60}?"
_PLAIN_AT = r"(?:\s+(?:AT|ÄT)\s+|\s+@\s*|\s*@\s+)"
_SAID_AT, _SAID_DOT = r"\s+(?:at|ät|et|małpa)\s+", r"\s+(?:dot|punkt|punkts|kropka|täpp)\s+"
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
_TAG = re.compile(r"<[^>]+>")
_DOTS = re.compile(rf"{_SPELLED_DOT}|{_SAID_DOT}", re.IGNORECASE)
_HINT = re.compile(
    rf"@|[\[({{<]a[\])}}>]|[\[({{<]\s*(?:{_AT})\s*[\])}}>]|\sAT\s|\sÄT\s|{_SAID_DOT}", re.IGNORECASE
)


def spelled_plainly(text: str) -> str:
    """The text with each such address as one would type it."""
    if not _HINT.search(text):
        return text
    for way in _WAYS:
        text = way.sub(lambda found: f"{_dotted(found[1])}@{_dotted(found[2])}", text)
    return text


def with_linked_addresses(line: Line) -> str:
    """The words of a line, with each address to which a link leads in place of its words."""
    return _linked(line.text, line.html) if 'href="' in line.html else line.text


@lru_cache(maxsize=1024)
def _linked(text: str, html: str) -> str:
    found = _LINKED.sub(lambda link: f" {unquote(unescape(link[1]))} ", html)
    return text if found == html else " ".join(unescape(_TAG.sub("", found)).split())


def _dotted(part: str) -> str:
    return _DOTS.sub(".", part)
