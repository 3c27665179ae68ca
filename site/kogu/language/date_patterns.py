"""How dates are written in the languages we read, as expressions."""

import re
from functools import cache

from kogu.language.date_words import (
    MONTH_ENDINGS,
    MONTHS,
    SEASONS,
    SHORT_WEEKDAYS,
    UNTIL,
    WEEKDAYS,
    YEAR_AFTER,
)

DASH = r"[-–—‒−]"
YEAR = r"(?P<year>(?:19|20)\d{2})(?!\d)"
_UNTIL = rf"(?:{DASH}|(?:{'|'.join(UNTIL.values())})\b)"
_NAMED = "|".join([*(word for words in WEEKDAYS.values() for word in words), SHORT_WEEKDAYS])
WEEKDAY = rf"(?:\(?(?:{_NAMED})(?:(?<=[^\W\d_]{{4}})\w*)?[.,)]*\s*)?"
DAY = (
    r"(?<![\d.,])(?<!\d:)(?:(?P<from>\d{1,2})(?:\.|st|nd|rd|th)?(?P<between>(?:,\s?\d{1,2}\.?){0,6},?)\s*"
    rf"(?:(?P<until>{_UNTIL}|a\b)|(?:ja|un|i|oraz|and|&)(?!\w))\s*{WEEKDAY})?(?P<day>\d{{1,2}})"
)
# "3.III.2027", as Polish and Estonian letters are dated.
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
IN_ROMAN = (
    rf"{DAY}(?:\.\s?|\s)"
    rf"(?-i:{'|'.join(f'(?P<m{n}>{one})' for n, one in enumerate(_ROMAN, 1))})(?:\.\s?|\s){YEAR}"
    r"(?:\s?(?:r\.|a\.))?"
)
NUMERIC = (
    r"(?<![\d.,/-])(?P<year>(?:19|20)\d{2})-(?P<number>\d{2})-(?P<day>\d{2})(?![\d-])",
    r"(?<![\d.,/])(?<!\d:)(?:(?P<from>\d{1,2})\.?\s?[-–—]\s?)?(?P<day>\d{1,2})(?P<sep>[./-])\s?(?P<number>\d{1,2})"
    r"(?P=sep)\s?(?P<year>(?:19|20)\d{2})(?![\d/-]\d)(?:\s?(?:r\.|g\.|a\.))?",
)
MONTH_AND_YEAR = rf"(?<![\d.,:/-])(?P<number>0[1-9]|1[0-2])[./]{YEAR}(?![./-]\d)"
NUMERIC_WITHOUT_YEAR = (
    r"(?<![\d.,:])(?P<day>\d{1,2})\.(?P<number>0[1-9]|1[0-2])"
    rf"(?:\.(?![\d])|(?=\s?{DASH}\s?\d{{1,2}}\.\d{{1,2}}\.(?:19|20)\d\d))"
)


@cache
def patterns(language: str) -> tuple[re.Pattern[str], ...]:
    """Every way in which a date may be written; named groups say its parts."""
    if language not in MONTHS:
        language = "en"
    month, year = month_pattern(language), YEAR + YEAR_AFTER[language]
    season = "|".join(f"(?P<s{n}>{word})" for n, word in enumerate(SEASONS[language]))
    written = [
        rf"{DAY}(?:\.|st|nd|rd|th)?\s*(?:of\s+)?{month}(?:,?\s*{year})?",
        # "In 2026, 12 June 2027" is a day of 2027.
        rf"\b{year}(?P<comma>,)?\s+(?:{DAY}\.?\s*)?{month}(?(comma)(?!,?\s+(?:19|20)\d{{2}}))",
        rf"\b{month},?\s+(?:roku\s+|of\s+)?{year}",
        rf"\b{year}\s+(?:{season})\b",
        rf"\b(?:{season})(?:\s+of|\s+roku)?,?\s+{year}",
        rf"(?<![\d.,/]){year}(?![\d/+])",
    ]
    if language == "en":
        written.append(rf"\b{month}\s+{DAY}(?:st|nd|rd|th)?(?:,?\s+{YEAR})?(?![\d:])")
    written += [*NUMERIC, NUMERIC_WITHOUT_YEAR, MONTH_AND_YEAR, IN_ROMAN]
    return tuple(re.compile(one, re.I) for one in written)


def month_pattern(language: str) -> str:
    """The name of a month, in a group of its number."""
    names = "|".join(f"(?P<m{n}>{word})" for n, word in enumerate(MONTHS[language], 1))
    return rf"(?:{names}){MONTH_ENDINGS[language]}(?!\w)"
