"""Understands amounts of money as people write them."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

CURRENCIES = {
    "EUR": r"€|eur(?:o(?:t|s|de|dega|ga)?)?|eiro|euro",
    "PLN": r"zł(?:ot(?:ych|e|y))?|pln",
    "GBP": r"£|gbp",
    "USD": r"\$|usd",
    "SEK": r"sek",
    "NOK": r"nok",
    "UAH": r"uah|₴",
}
MULTIPLIERS = {
    1_000: (
        r"tuh(?:at|ande(?:t|ni|ga)?|\.)?|tūkst(?:ošiem|oši|ošu|otis|\.)?"
        r"|tys(?:ięcy|iące|iąc|\.)?|thousand|k"
    ),
    1_000_000: (r"mil(?:j|l?i)on(?:it|iem|i|y|u|s|ów|a)?|mil[jl]\.?|ml[jn]\.?|mio\.?|m"),
    1_000_000_000: r"mil(?:j|i)ard(?:it|iem|i|y|u|s|ów|a)?|billion|mrd\.?|mld\.?|bn",
}
# Longer rows of digits are codes, and no money.
_TOO_MUCH = Decimal(10) ** 15
_CENT = Decimal("0.01")
_DIGITS = re.compile(r"[-−+]?[0-9.,'’\s]+")
_DASH = re.compile(r"[-–—‒−]")
# A round number such as 2000 is rather an amount.
_YEAR = re.compile(r"(?:19|20)(?!00)\d{2}")
_SPACE = r"[  \u2009\u202f]"
_NUMBER = rf"\d{{1,3}}(?:(?:{_SPACE}|[.,'’])\d{{3}})+(?!\d)(?:[.,]\d{{1,2}})?|\d+(?:[.,]\d{{1,3}})?"
_CURRENCY = "|".join(f"(?P<{{side}}_{code}>{word})" for code, word in CURRENCIES.items())
_MULTIPLIER = "|".join(f"(?P<x{size}>{word})" for size, word in MULTIPLIERS.items())
_AMOUNT = re.compile(
    rf"(?:(?<!\w)(?:{_CURRENCY.replace('{side}', 'before')}){_SPACE}?)?"
    rf"(?<![\d.,])(?P<number>{_NUMBER})(?:[.,][-–—]+)?"
    rf"(?:{_SPACE}?(?:{_MULTIPLIER})(?![^\W\d_]))?"
    rf"(?:{_SPACE}*(?:{_CURRENCY.replace('{side}', 'after')})(?![^\W¹²³⁰⁴-⁹]))?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Amount:
    """An amount of money, and where in the text it stands."""

    amount: Decimal
    currency: str
    text: str
    start: int
    end: int


def find_amounts(text: str) -> list[Amount]:
    """Every number that stands beside a currency, in order; none that is an end of a range."""
    found: list[Amount] = []
    previous: re.Match[str] | None = None
    for match in _AMOUNT.finditer(text):
        groups = match.groupdict()
        currency = _group_suffix(groups, "before_") or _group_suffix(groups, "after_")
        start, number = match.start(), _value(groups)
        gap = text[previous.end() : start] if previous else ""
        if previous and _DASH.fullmatch(gap) and _is_range(previous, number):
            found = [amount for amount in found if amount.end != previous.end()]
            currency = None
        elif previous and not gap.strip() and _continues(previous, groups):
            start, number = previous.start(), number + _value(previous.groupdict())
        if currency and number < _TOO_MUCH:
            written = text[start : match.end()].strip()
            found.append(Amount(number.quantize(_CENT), currency, written, start, match.end()))
        previous = match
    return found


def without_currency(typed: str, currency: str) -> str:
    """A number typed beside a word or sign of this currency, alone; anything else as it is."""
    word = f"(?:{CURRENCIES.get(currency) or re.escape(currency)})"
    beside = re.compile(rf"^{word}(?![^\W\d_])|(?<![^\W\d_]){word}$", re.IGNORECASE)
    rest = beside.sub("", typed.strip(), count=1).strip()
    return rest if _DIGITS.fullmatch(rest) else typed


def _value(groups: dict[str, str | Any]) -> Decimal:
    size = Decimal(_group_suffix(groups, "x") or 1)
    return _number(groups["number"], has_multiplier=size != 1) * size


def _is_range(before: re.Match[str], number: Decimal) -> bool:
    """Whether the number before a dash is the lower end of a range, no year and no code."""
    is_shorter = int(_value(before.groupdict())) < 10 ** len(str(int(number)))
    return is_shorter and not _YEAR.fullmatch(before.group())


def _continues(before: re.Match[str], groups: dict[str, str | Any]) -> bool:
    """Whether this is the smaller part of the same amount: "1 million 200 thousand euros"."""
    earlier = before.groupdict()
    size = int(_group_suffix(earlier, "x") or 0)
    # A single letter may be a metre.
    is_word = len(earlier.get(f"x{size}") or "") > 1
    is_bare = not (_group_suffix(earlier, "before_") or _group_suffix(earlier, "after_"))
    return is_word and is_bare and not _group_suffix(groups, "before_") and _value(groups) < size


def _group_suffix(groups: dict[str, str | Any], prefix: str) -> str | None:
    for name, value in groups.items():
        if value and name.startswith(prefix):
            return name.removeprefix(prefix)
    return None


def _number(written: str, *, has_multiplier: bool) -> Decimal:
    """A last separator before one or two digits makes decimals, else groups.

    Before a word such as *million* a single separator always makes decimals.
    """
    plain = re.sub(rf"{_SPACE}|['’]", "", written)
    separators = re.findall(r"[.,]", plain)
    if not separators:
        return Decimal(plain)
    whole, _mark, rest = plain.rpartition(separators[-1])
    single = len(separators) == 1
    if len(rest) < 3 or (has_multiplier and single and plain == written):
        return Decimal(re.sub(r"[.,]", "", whole) + "." + rest)
    return Decimal(re.sub(r"[.,]", "", plain))
