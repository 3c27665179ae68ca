"""Whoever types a date by hand gets that date, never today's."""

import datetime as dt

import pytest
from django import forms
from django.forms import modelform_factory
from django.utils import translation
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput, AdminTimeInput

from events.models import EventSession
from kogu.base.clock_fields import ClockField, DayAndClockField


@pytest.mark.parametrize("widget", [AdminDateInput, AdminDateTimeInput, AdminTimeInput])
def test_the_calendar_leaves_what_was_typed(widget):
    assert widget().get_config()["validateOnBlur"] is False


@pytest.mark.parametrize("language", ["et", "lv", "pl"])
@pytest.mark.parametrize("typed", ["01.12.2026", "2026-12-01"])
def test_a_date_is_understood_as_people_write_it(language, typed):
    with translation.override(language):
        assert forms.DateField().clean(typed) == dt.date(2026, 12, 1)
        moment = forms.DateTimeField().clean(f"{typed} 18:30")

    assert (moment.day, moment.month, moment.minute) == (1, 12, 30)


@pytest.mark.parametrize(
    ("field", "typed", "meant"),
    [
        (DayAndClockField(), "2026-12-31 24:00", dt.datetime(2027, 1, 1)),
        (DayAndClockField(), "2026-12-31 18:00", dt.datetime(2026, 12, 31, 18)),
        (ClockField(), "24:00", dt.time(0, 0)),
        (ClockField(), " 24:00 ", dt.time(0, 0)),
    ],
)
def test_a_day_ends_at_24_hours(field, typed, meant):
    moment = field.clean(typed)

    assert (moment.replace(tzinfo=None) if moment.tzinfo else moment) == meant


def test_every_form_of_the_admin_reads_24_hours():
    form = modelform_factory(EventSession, form=WagtailAdminModelForm, fields=["ends"])

    assert isinstance(form().fields["ends"], ClockField)
