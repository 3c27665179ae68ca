"""Understands amounts of money as people write them."""

import re
from dataclasses import dataclass
from decimal import Decimal

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
        r"tuh(?:at|ande|\.)?|tūkst(?:ošiem|oši|ošu|otis|\.)?|tys(?:ięcy|iące|iąc|\.)?|thousand|k"
    ),
    1_000_000: r"mil[jl](?:on(?:it|i|y|u|s|ów|iem)?|\.)?|mlj\.?|mln\.?|million|mio\.?|m",
}
# Longer rows of digits are codes, and no money.
_TOO_MUCH = Decimal(10) ** 15
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
    """So much of a currency, and where it was said."""

    amount: Decimal
    currency: str
    text: str
    start: int
    end: int


def find_amounts(text: str) -> list[Amount]:
    """Every number that stands beside a currency, in order."""
    found = []
    for match in _AMOUNT.finditer(text):
        said = match.groupdict()
        currency = _named(said, "before_") or _named(said, "after_")
        size = Decimal(_named(said, "x") or 1)
        number = _number(said["number"], has_multiplier=size != 1) * size
        if currency and number < _TOO_MUCH:
            found.append(
                Amount(
                    number.quantize(Decimal("0.01")),
                    currency,
                    match.group().strip(),
                    match.start(),
                    match.end(),
                )
            )
    return found


def _named(said: dict[str, str | None], prefix: str) -> str | None:
    for name, value in said.items():
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
