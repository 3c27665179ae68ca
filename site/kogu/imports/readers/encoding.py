"""Turns bytes into text, or says that nobody can tell how."""

import codecs
import re

from charset_normalizer import from_bytes

from kogu.imports import limits
from kogu.imports.refusal import Refusal

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# The code pages in which Estonian, Latvian, Polish and English were ever saved.
_CODE_PAGES = ["cp1257", "cp1250", "cp1252", "iso8859_13", "iso8859_2", "iso8859_15", "iso8859_4"]
_ALPHABETS = ("õäöüšž", "āčēģīķļņšūž", "ąćęłńóśźż", "")
_TYPOGRAPHY = "–—‘’‚“”„…•€©®°§·«»\xa0"
_FITS = 0.93
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f"))
_LETTERS = re.compile(r"[^\W\d_]")
_ODD = re.compile(r"[^\x00-\x7fÀ-ž–—‘’‚“”„…•●€©®°§·×«»′″\u2010-\u2015\u2022-\u25ff]")


def decode(data: bytes, declared: str = "") -> str:
    """The text: by byte order mark, by UTF-8, by what is declared, by its looks."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _clean(_strictly(data, name))
    if b"\x00" in data:
        raise Refusal("binary")
    for name in filter(None, ("utf-8", declared)):
        try:
            return _clean(data.decode(name))
        except (UnicodeDecodeError, LookupError):
            continue
    return _clean(_guess(data))


def _strictly(data: bytes, name: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        raise Refusal("encoding") from error


def _guess(data: bytes) -> str:
    """The code page in which the letters are those of one of our languages."""
    fitting = max(_CODE_PAGES, key=lambda name: _fit(data[:200_000], name))
    if _fit(data[:200_000], fitting) >= _FITS:
        return data.decode(fitting)
    best = from_bytes(data[:200_000], cp_isolation=_CODE_PAGES, threshold=0.15).best()
    if best is None:
        raise Refusal("encoding")
    text = _strictly(data, best.encoding)
    letters = len(_LETTERS.findall(text))
    if letters < len(text) * 0.5 or len(_ODD.findall(text)) > len(text) * 0.02:
        raise Refusal("encoding")
    return text


def _fit(data: bytes, name: str) -> float:
    """The share of letters beyond ASCII that one language can call its own."""
    try:
        text = data.decode(name).lower()
    except UnicodeDecodeError:
        return 0.0
    beyond = [letter for letter in text if letter > "\x7f" and letter not in _TYPOGRAPHY]
    plain = len(re.findall(r"[a-z\s]", text))
    if not beyond or plain < len(text) * 0.6:
        return 0.0
    return max(sum(letter in own for letter in beyond) for own in _ALPHABETS) / len(beyond)


def _clean(text: str) -> str:
    if len(text) > limits.MAX_CHARACTERS:
        raise Refusal("too_long")
    if len(_CONTROLS.findall(text)) > max(2, len(text) // 200):
        raise Refusal("binary")
    text = _CONTROLS.sub(" ", text).translate(_INVISIBLE)
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ")
