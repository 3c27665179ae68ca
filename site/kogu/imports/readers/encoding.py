"""Turns bytes into text, or says that nobody can tell how."""

import codecs
import re

from charset_normalizer import from_bytes

from kogu.imports import limits
from kogu.imports.refusal import Refusal
from kogu.language.lookalikes import unified

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# The code pages in which Estonian, Latvian, Polish and English were ever saved.
_CODE_PAGES = ["cp1257", "cp1250", "cp1252", "iso8859_13", "iso8859_2", "iso8859_15", "iso8859_4"]
# What a declaration may name: pages of one byte a letter, of which every reading is a text.
_ONE_BYTE = re.compile(r"iso8859-\d{1,2}|cp125\d|cp(?:437|775|850|852)|koi8-[ru]|mac-\w+")
# The Windows pages that were saved under the name of an ISO one.
_REALLY = {
    "iso8859-1": "cp1252",
    "iso8859-15": "cp1252",
    "iso8859-2": "cp1250",
    "iso8859-4": "cp1257",
    "iso8859-13": "cp1257",
}
# So many letters beyond ASCII tell a language; a few foreign names do not.
_TELLING, _TELLING_SHARE = 3, 0.02
_ALPHABETS = ("õäöüšž", "āčēģīķļņšūž", "ąćęłńóśźż", "")
_TYPOGRAPHY = "–—‘’‚“”„…•€©®°§·«»\xa0"
_FITS = 0.93
_WIDE_SHARE = 0.7
_LOOKED_AT = 200_000
_UNPRINTED = re.compile(r"[\x80-\x9f]")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_LETTERS = re.compile(r"[^\W\d_]")
_ODD = re.compile(r"[^\x00-\x7fÀ-ž–—‘’‚“”„…•●€©®°§·×«»′″\u2010-\u2015\u2022-\u25ff]")


def decode(data: bytes, declared: str = "") -> str:
    """The text: by byte order mark, by UTF-8, by what is declared if it fits, by its looks."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _clean(_strictly(data, name))
    if b"\x00" in data:
        return _clean(_strictly(data, _wide(data)))
    try:
        return _clean(data.decode("utf-8"))
    except UnicodeDecodeError:
        page = _believed(data, declared)
    return _clean(data.decode(page) if page else _guess(data))


def _wide(data: bytes) -> str:
    """The order of bytes in a UTF-16 text without its mark: one of each two is mostly 0."""
    evens, odds = (data[start:_LOOKED_AT:2].count(0) for start in (0, 1))
    length = min(len(data), _LOOKED_AT) / 2
    if len(data) % 2 or not (evens == 0 or odds == 0) or max(evens, odds) < length * _WIDE_SHARE:
        raise Refusal("binary")
    return "utf-16-le" if odds else "utf-16-be"


def _believed(data: bytes, declared: str) -> str:
    """The declared page or the Windows one behind its name; none that makes nonsense of the bytes.

    Its letters are nonsense where they belong to none of our languages while
    all of them do in another page.
    """
    named = _page(declared)
    page = next((one for one in (named, _REALLY.get(named, "")) if one and _reads(data, one)), "")
    if not page or _fit(data, page) >= _FITS or not _tells_language(data, page):
        return page
    return "" if max(_fit(data, name) for name in _CODE_PAGES) >= _FITS else page


def _page(declared: str) -> str:
    try:
        name = codecs.lookup(declared).name
    except LookupError:
        return ""
    return name if _ONE_BYTE.fullmatch(name) else ""


def _reads(data: bytes, page: str) -> bool:
    """Whether every byte is a character of the page that can be seen."""
    try:
        return not _UNPRINTED.search(data.decode(page))
    except UnicodeDecodeError:
        return False


def _tells_language(data: bytes, page: str) -> bool:
    letters = _LETTERS.findall(data[:_LOOKED_AT].decode(page))
    beyond = [letter for letter in letters if letter > "\x7f"]
    is_telling = len(beyond) >= len(letters) * _TELLING_SHARE
    return is_telling and len(set(beyond)) >= _TELLING


def _strictly(data: bytes, name: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        raise Refusal("encoding") from error


def _guess(data: bytes) -> str:
    """The code page in which the letters are those of one of our languages."""
    fitting = max(_CODE_PAGES, key=lambda name: _fit(data, name))
    if _fit(data, fitting) >= _FITS:
        return data.decode(fitting)
    if _has_only_typography(data):
        return data.decode("cp1252")
    best = from_bytes(data[:_LOOKED_AT], cp_isolation=_CODE_PAGES, threshold=0.15).best()
    if best is None:
        raise Refusal("encoding")
    text = _strictly(data, best.encoding)
    letters = len(_LETTERS.findall(text))
    if letters < len(text) * 0.5 or len(_ODD.findall(text)) > len(text) * 0.02:
        raise Refusal("encoding")
    return text


def _has_only_typography(data: bytes) -> bool:
    """Whether nothing but quotation marks and dashes is beyond ASCII; all Windows pages agree."""
    try:
        return all(char <= "\x7f" or char in _TYPOGRAPHY for char in data.decode("cp1252"))
    except UnicodeDecodeError:
        return False


def _fit(data: bytes, name: str) -> float:
    """The share of letters beyond ASCII that one language can call its own."""
    try:
        text = data[:_LOOKED_AT].decode(name).lower()
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
    text = unified(_CONTROLS.sub(" ", text))
    return text.replace("\r\n", "\n").replace("\r", "\n")
