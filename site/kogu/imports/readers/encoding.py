"""Turns bytes into text, or reports that their encoding is unknown."""

import codecs
import re

from charset_normalizer import from_bytes

from kogu.imports import limits
from kogu.imports.errors import Refusal
from kogu.imports.words import LANGUAGES, words_of
from kogu.language.lookalikes import unified

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHARSET = re.compile(
    rb"(?:<meta[^>]+charset|<\?xml[^>]+encoding)\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE
)
# The code pages in which Estonian, Latvian, Polish and English were ever saved.
_CODE_PAGES = ["cp1257", "cp1250", "cp1252", "iso8859_13", "iso8859_2", "iso8859_15", "iso8859_4"]
# The pages of old Macs; where the letters fit both, one of those above is meant.
_OLDER_PAGES = ["mac_roman", "mac_latin2"]
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
_ALPHABETS = tuple(words_of(language)["writing"]["letters"] for language in LANGUAGES)
# Of French, German and Scandinavian words; without the letters of Icelandic and the signs.
_WESTERN = ("".join(map(chr, {*range(0xDF, 0x100), 0x153} - {0xF0, 0xF7, 0xFE})),)
_TYPOGRAPHY = "–—‘’‚“”„…•€©®°§·«»\xa0"
_FITS = 0.93
_WIDE_SHARE = 0.9
_LOOKED_AT = 200_000
_UNPRINTED = re.compile(r"[\x80-\x9f]")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
# A capital letter within a word is no letter of it, and a pound sign is followed by a sum.
_WITHIN_WORD = re.compile(r"(?<=[a-z])(?=[^\x00-\x7f])[^\W\d_]")
_SUM = re.compile(r"£(?=\s?\d)")
_WIDE = re.compile(r"[\t\r\n -~\u00c0-\u017e–—‘’‚“”„…]")
_LETTERS = re.compile(r"[^\W\d_]")
_ODD = re.compile(r"[^\x00-\x7f\u00c0-\u017e–—‘’‚“”„…•●€©®°§·×«»′″\u2010-\u2015\u2022-\u25ff]")


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
        page = _believed(data, declared) or _told(data) or _told_beside_capitals(data)
    return _clean(data.decode(page) if page else _guess(data))


def declared_in(markup: bytes) -> str:
    """The encoding that a page names in its head."""
    declared = _CHARSET.search(markup[:4000])
    return declared[1].decode("ascii") if declared else ""


def _wide(data: bytes) -> str:
    """The order of bytes in which a UTF-16 text without its mark is one of our languages."""
    for name in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(name)[:_LOOKED_AT]
        except UnicodeDecodeError:
            continue
        if len(_WIDE.findall(text)) >= len(text) * _WIDE_SHARE:
            return name
    raise Refusal("binary")


def _believed(data: bytes, declared: str) -> str:
    """The declared page or the Windows one behind its name; none that makes nonsense of the bytes.

    Its letters are nonsense where they belong to none of our languages while
    all of them do in another page.
    """
    named = _page(declared)
    page = next((one for one in (named, _REALLY.get(named, "")) if one and _reads(data, one)), "")
    if not page or _fit(data, page) >= _FITS:
        return page
    text = data[:_LOOKED_AT].decode(page)
    is_nonsense = _tells_language(data, page) or _parted(text) != text
    return "" if is_nonsense and _told(data) else page


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


def _told(data: bytes) -> str:
    """The page in which the letters are those of one of our languages; none if nothing fits."""
    if _has_only_typography(data, "cp1252"):
        return "cp1252"
    fitting = _fitting(data)
    if _fit(data, fitting) >= _FITS:
        return fitting
    is_of_mac = _fit(data, "mac_roman", _WESTERN) >= _FITS > _fit(data, "cp1252", _WESTERN)
    return "mac_roman" if is_of_mac or _has_only_typography(data, "mac_roman") else ""


def _told_beside_capitals(data: bytes) -> str:
    """The page that fits where names with a capital within, "LaserCut", are words too."""
    fitting = _fitting(data)
    return fitting if _fit(data, fitting, is_parted=False) >= _FITS else ""


def _fitting(data: bytes) -> str:
    return max([*_CODE_PAGES, *_OLDER_PAGES], key=lambda name: _fit(data, name))


def _guess(data: bytes) -> str:
    """The text in the page that statistics find likeliest."""
    best = from_bytes(data[:_LOOKED_AT], cp_isolation=_CODE_PAGES, threshold=0.15).best()
    if best is None:
        raise Refusal("encoding")
    text = _strictly(data, best.encoding)
    letters = len(_LETTERS.findall(text))
    if letters < len(text) * 0.5 or len(_ODD.findall(text)) > len(text) * 0.02:
        raise Refusal("encoding")
    return text


def _has_only_typography(data: bytes, page: str) -> bool:
    """Whether nothing but quotation marks, dashes and sums is beyond ASCII."""
    try:
        text = _SUM.sub("", data.decode(page))
    except UnicodeDecodeError:
        return False
    return all(char <= "\x7f" or char in _TYPOGRAPHY for char in text)


def _fit(
    data: bytes, name: str, alphabets: tuple[str, ...] = _ALPHABETS, *, is_parted: bool = True
) -> float:
    """The share of letters beyond ASCII that one language can call its own."""
    try:
        text = data[:_LOOKED_AT].decode(name)
    except UnicodeDecodeError:
        return 0.0
    text = _SUM.sub("", text)
    text = (_parted(text) if is_parted else text).lower()
    beyond = [letter for letter in text if letter > "\x7f" and letter not in _TYPOGRAPHY]
    plain = len(re.findall(r"[a-z\s]", text))
    if not beyond or plain < len(text) * 0.6:
        return 0.0
    return max(sum(letter in own for letter in beyond) for own in alphabets) / len(beyond)


def _parted(text: str) -> str:
    """With what can be no letter in place of a capital within a word."""
    return _WITHIN_WORD.sub(lambda one: "¿" if one[0].isupper() else one[0], text)


def _clean(text: str) -> str:
    if len(text) > limits.MAX_CHARACTERS:
        raise Refusal("too_long")
    if len(_CONTROLS.findall(text)) > max(2, len(text) // 200):
        raise Refusal("binary")
    text = unified(_CONTROLS.sub(" ", text))
    return text.replace("\r\n", "\n").replace("\r", "\n")
