"""Dates, periods and money as a language says them."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from kogu.api.fields import api_field
from kogu.api.vocabulary import Codes
from kogu.language.formats import PRECISIONS, format_day, format_loose, format_money, format_number
from kogu.presenting.card_views import When


@dataclass(frozen=True)
class LooseDateView:
    """A date known as exactly as `precision` says."""

    value: dt.date = api_field(
        "A day within what is known; show no more of it than `precision` says"
    )
    precision: str = api_field("How exactly", codes=Codes("precision", PRECISIONS))
    text: str

    @property
    def iso(self):
        """As much of the date as is known, for machines."""
        lengths = {"year": 4, "month": 7, "season": 4}
        return self.value.isoformat()[: lengths.get(self.precision, 10)]


@dataclass(frozen=True)
class PeriodView:
    """From when until when; either end may be unknown."""

    start: LooseDateView | None = api_field("Beginning")
    end: LooseDateView | None = api_field("End")
    text: str


def two_decimals(amount) -> str:
    """An amount of money as programs read it."""
    return f"{amount:.2f}"


@dataclass(frozen=True)
class MoneyView:
    """An amount of money."""

    amount: Decimal = api_field(
        "Decimal number with two decimals",
        serialize=two_decimals,
        pattern=r"^-?\d+\.\d{2}$",
        examples=["24000.00"],
    )
    currency: str = api_field("ISO 4217 code", examples=["EUR"])
    text: str


def loose(instance, name, language):
    """A loosely known date of an item, by the name of its field; None when not known."""
    value = getattr(instance, name)
    if value is None:
        return None
    precision = getattr(instance, f"{name}_precision") or "day"
    return LooseDateView(value, precision, format_loose(value, precision, language))


def period(start, end):
    """Two loosely known ends in words; None when neither is known."""
    if start and end:
        same = start.text == end.text
        return PeriodView(start, end, start.text if same else f"{start.text} – {end.text}")
    if start:
        return PeriodView(start, None, _("from %(date)s") % {"date": start.text})
    if end:
        return PeriodView(None, end, _("until %(date)s") % {"date": end.text})
    return None


def years(first, last):
    """A period of calendar years: "2021–2027"."""
    if first and last and first != last:
        return f"{first}–{last}"
    return str(first or last or "")


def money(amount, currency, language):
    """An amount with its currency; None when not known."""
    if amount is None:
        return None
    return MoneyView(amount, currency, format_money(amount, currency, language))


def number(value, language, unit=""):
    """A number with its unit; empty when not known."""
    if value is None:
        return ""
    whole = value == value.to_integral_value()
    text = format_number(value.to_integral_value() if whole else value.normalize(), language)
    return f"{text} {unit}".strip()


def day(value, language):
    """A calendar day; None when not known."""
    return When(format_day(value, language), value.isoformat()) if value else None
