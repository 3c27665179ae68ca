"""Form fields for clock times, in which a day may end at 24:00."""

import datetime as dt
import re

from django import forms
from django.db import models
from wagtail.admin import widgets
from wagtail.admin.forms.models import register_form_field_override

_END_OF_DAY = re.compile(r"(?P<before>.*\b)24(?P<after>[:.]00(?:[:.]00)?)\s*")
_ONE_DAY = dt.timedelta(days=1)


class EndOfDayMixin:
    """Reads 24:00 as the midnight at which the day ends."""

    def to_python(self, value):
        """The value of the field; the day after where the day's end is typed."""
        typed = _END_OF_DAY.fullmatch(value.strip()) if isinstance(value, str) else None
        if typed is None:
            return super().to_python(value)
        begins = super().to_python(f"{typed['before']}00{typed['after']}")
        return begins + _ONE_DAY if isinstance(begins, dt.datetime) else begins


class ClockField(EndOfDayMixin, forms.TimeField):
    """A clock time."""


class DayAndClockField(EndOfDayMixin, forms.DateTimeField):
    """A day with a clock time."""


def accept_24_hours():
    """Every form of the admin reads 24:00."""
    for model_field, form_class, widget in (
        (models.TimeField, ClockField, widgets.AdminTimeInput),
        (models.DateTimeField, DayAndClockField, widgets.AdminDateTimeInput),
    ):
        register_form_field_override(
            model_field, override={"form_class": form_class, "widget": widget}
        )
