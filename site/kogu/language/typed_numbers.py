"""Understands a number as people type it, and writes it as their language does."""

import re
from decimal import Decimal

from babel import numbers

from .formats import cldr

_TYPED = re.compile(r"([+-]?)([0-9][0-9.,'’\s]*)")
_GROUPED = re.compile(r"[0-9]{1,3}(?P<mark>[.,\s'’])[0-9]{3}(?:(?P=mark)[0-9]{3})*")
# Before these, a point or comma separates thousands, or decimals.
_THREE_DIGITS = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")


def parse_number(text: str, language: str, *, has_thousands: bool = True) -> Decimal:
    """The number meant; ValueError where it is none.

    Of two marks the later one stands before decimals. A single one does too, but
    before exactly three digits only if it is what the language writes there.
    """
    typed = _TYPED.fullmatch(text.strip().replace("−", "-"))
    if typed is None:
        raise ValueError(text)
    sign, written = typed.groups()
    whole, fraction = _split_at_decimal_mark(written, language, has_thousands=has_thousands)
    if not (whole.isdigit() or _GROUPED.fullmatch(whole)) or not (fraction or "0").isdigit():
        raise ValueError(text)
    return Decimal(f"{sign}{re.sub(r'[^0-9]', '', whole)}.{fraction or 0}")


def _split_at_decimal_mark(written: str, language: str, *, has_thousands: bool) -> tuple[str, str]:
    """The whole part and the decimals, either with its separators of thousands."""
    marks = re.findall("[.,]", written)
    is_alone = len(marks) == 1
    if not marks or (len(set(marks)) == 1 and not is_alone):
        return written, ""
    may_be_thousands = is_alone and has_thousands and bool(_THREE_DIGITS.fullmatch(written))
    if may_be_thousands and marks[0] != decimal_mark(language):
        return written, ""
    whole, _mark, fraction = written.rpartition(marks[-1])
    return whole, fraction


def is_doubtful(text: str, language: str) -> bool:
    """Whether the language's decimal mark stands where another language separates thousands."""
    return bool(_THREE_DIGITS.fullmatch(text.strip())) and decimal_mark(language) in text


def decimal_mark(language: str) -> str:
    """The character the language writes between a whole number and its decimals."""
    return numbers.get_decimal_symbol(cldr(language))


def format_typed_number(number: Decimal, language: str, places: int) -> str:
    """The number in groups of thousands; with decimals where there are any."""
    fraction = "0" * places if places <= 2 else "#" * places
    pattern = "#,##0" if number == number.to_integral_value() else f"#,##0.{fraction}"
    return numbers.format_decimal(number, pattern, locale=cldr(language))
