"""Characters that no reader can tell apart, made one before text is understood or searched."""

import re
import unicodedata

_SPACES = dict.fromkeys([0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " ")
_HYPHENS = dict.fromkeys([0x2010, 0x2011, 0xFE63, 0xFF0D], "-")
_LIGATURES = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
# Soft hyphens, joiners, marks of direction, byte order marks.
_INVISIBLE = dict.fromkeys(
    [0xAD, 0x200B, 0x200C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF]
)
# Letters, digits and signs as wide as an ideogram.
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_TABLE = _WIDE | _SPACES | _HYPHENS | _LIGATURES | _INVISIBLE | {0x2012: "–"}
# A joiner holds pictures of several people together; between letters it is nothing.
_JOINER = re.compile(r"(?<![\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])\u200d")
_APOSTROPHES = dict.fromkeys(map(ord, "‘’‛ʼ′`´"), "'")
_QUOTES = dict.fromkeys(map(ord, "“”„‟«»″〝〞"), '"')
# The mark of a footnote behind a number, as in "24 000¹ EUR"; a square metre has no number there.
_NOTE_MARKS = re.compile(r"(?<=\d)[¹²³⁰⁴-⁹]+(?![\w⁻⁺])")


def unified(text: str) -> str:
    """The same words with one kind of space, hyphen and accented letter."""
    return unicodedata.normalize("NFC", _JOINER.sub("", text).translate(_TABLE))


def without_quotation_styles(text: str) -> str:
    """With straight quotation marks and apostrophes."""
    return text.translate(_APOSTROPHES | _QUOTES)


def without_note_marks(text: str) -> str:
    """Without the raised digits that refer to notes, which are no part of a number."""
    return _NOTE_MARKS.sub("", text)
