"""Whoever types a date by hand gets that date, never today's."""

import datetime as dt

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.forms import modelform_factory
from django.utils import translation
from django.utils.formats import date_format
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput, AdminTimeInput

from events.models import EventSession
from kogu.content.clock_fields import ClockField, DayAndClockField


@pytest.mark.parametrize("widget", [AdminDateInput, AdminDateTimeInput, AdminTimeInput])
def test_the_calendar_leaves_what_was_typed(widget):
    assert widget().get_config()["validateOnBlur"] is False


@pytest.mark.parametrize("language", ["et", "lv", "pl", "en"])
@pytest.mark.parametrize("typed", ["01.12.2026", "2026-12-01", "1.12.2026"])
def test_a_date_is_understood_as_people_write_it(language, typed):
    with translation.override(language):
        assert forms.DateField().clean(typed) == dt.date(2026, 12, 1)
        moment = forms.DateTimeField().clean(f"{typed} 18:30")

    assert (moment.day, moment.month, moment.minute) == (1, 12, 30)


@pytest.mark.parametrize(
    ("language", "typed"),
    [
        ("lv", "1.12.2026."),
        ("lv", "01.12.2026. 18:30"),
        ("lv", "01.12.2026., plkst. 18.30"),
        ("et", "1.12.2026 kell 18.30"),
        ("et", "01.12.2026, kl 18:30"),
        ("pl", "1.12.2026, godz. 18:30"),
        ("pl", "1.12.2026 o godz. 18.30"),
        ("en", "1.12.2026 at 18:30"),
    ],
)
def test_a_moment_is_understood_as_its_language_writes_it(language, typed):
    with translation.override(language):
        moment = forms.DateTimeField().clean(typed)

    assert (moment.day, moment.month) == (1, 12)
    assert moment.minute == (30 if "30" in typed else 0)


def test_an_english_date_begins_with_the_day_or_the_year():
    with translation.override("en"):
        assert forms.DateField().clean("01/12/2026") == dt.date(2026, 12, 1)
        assert forms.DateTimeField().clean("01/12/2026 18:30").month == 12
        with pytest.raises(ValidationError):
            forms.DateField().clean("12/31/2026")


MOMENT = dt.datetime(2026, 11, 30, 14, 0)


@pytest.mark.parametrize(
    ("language", "day", "calendar"),
    [
        ("et", "30.11.2026", "d.m.Y"),
        ("lv", "30.11.2026", "d.m.Y"),
        ("pl", "30.11.2026", "d.m.Y"),
        ("en", "2026-11-30", "Y-m-d"),
    ],
)
def test_a_field_and_its_calendar_show_what_the_language_writes(language, day, calendar):
    date, moment, clock = AdminDateInput(), AdminDateTimeInput(), AdminTimeInput()

    with translation.override(language):
        assert date.format_value(MOMENT.date()) == day
        assert moment.format_value(MOMENT) == f"{day} 14:00"
        assert clock.format_value(MOMENT.time()) == "14:00"
        assert date.get_config()["format"] == calendar
        assert moment.get_config()["format"] == f"{calendar} H:i"
        assert clock.get_config()["format"] == "H:i"
        assert date.get_config()["dayOfWeekStart"] == 1
        assert moment.get_config()["dayOfWeekStart"] == 1


def test_a_day_that_is_clicked_begins_at_a_full_hour():
    config = AdminDateTimeInput().get_config()

    assert config["formatTime"] == "H:i"
    assert config["defaultTime"] == "10:00"


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("et", "30. november 2026 14:00"),
        ("lv", "2026. gada 30. novembris, 14:00"),
        ("pl", "30 listopada 2026, 14:00"),
        ("en", "30 November 2026, 14:00"),
    ],
)
def test_lists_show_moments_as_the_language_writes_them(language, shown):
    with translation.override(language):
        assert date_format(MOMENT, "DATETIME_FORMAT") == shown


@pytest.mark.parametrize("language", ["et", "lv", "pl", "en"])
def test_whatever_is_shown_is_understood(language):
    with translation.override(language):
        shown = AdminDateTimeInput().format_value(MOMENT)

        assert DayAndClockField().clean(shown).replace(tzinfo=None) == MOMENT


@pytest.mark.parametrize("typed", ["30.11.2026 14:00", "30.11.2026, 14:00", "30.11.2026 14.00"])
def test_a_moment_is_understood_as_people_write_it(typed):
    with translation.override("et"):
        assert DayAndClockField().clean(typed).replace(tzinfo=None) == MOMENT


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
