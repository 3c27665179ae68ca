"""Dates, periods and money as a language says them."""

from django.utils.translation import gettext as _

from kogu.language.formats import format_day, format_loose, format_money, format_number
from kogu.presenting.card_views import When

from .project_view_models import LooseView, MoneyView, PeriodView


def loose(instance, name, language):
    """A loosely known date of an item, by the name of its field; None when not known."""
    value = getattr(instance, name)
    if value is None:
        return None
    precision = getattr(instance, f"{name}_precision") or "day"
    return LooseView(value, precision, format_loose(value, precision, language))


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
