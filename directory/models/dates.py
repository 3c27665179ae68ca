"""Which days a loosely known date stands for."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

MONTHS_LONG = {"month": 1, "season": 3, "year": 12}


def first_day(day, known_to):
    """The first day of the month, season or year that was said."""
    if day is None:
        return None
    if known_to == "year":
        return day.replace(month=1, day=1)
    if known_to == "season":
        return _months_later(day, -(day.month % 3))
    return day.replace(day=1) if known_to == "month" else day


def last_day(day, known_to):
    """The last day of the month, season or year that was said."""
    if day is None or known_to not in MONTHS_LONG:
        return day
    return _months_later(first_day(day, known_to), MONTHS_LONG[known_to]) - dt.timedelta(days=1)


def _months_later(day, months):
    """The first of the month so many months away."""
    years, month = divmod(day.month - 1 + months, 12)
    return dt.date(day.year + years, month + 1, 1)


def check_order(instance, start, end):
    """Refuse an end that lies before its start; both are names of loose dates of the item."""
    first, last = getattr(instance, start), getattr(instance, end)
    if first is None or last is None:
        return
    begins = first_day(first, getattr(instance, f"{start}_precision"))
    ends = last_day(last, getattr(instance, f"{end}_precision"))
    if ends < begins:
        raise ValidationError({end: _("The end lies before the start.")})
