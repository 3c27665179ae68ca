"""Whoever types a date by hand gets that date, never today's."""

import datetime as dt

import pytest
from django import forms
from django.utils import translation
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput


@pytest.mark.parametrize("widget", [AdminDateInput, AdminDateTimeInput])
def test_the_calendar_leaves_what_was_typed(widget):
    assert widget().get_config()["validateOnBlur"] is False


@pytest.mark.parametrize("language", ["et", "lv", "pl"])
@pytest.mark.parametrize("typed", ["01.12.2026", "2026-12-01"])
def test_a_date_is_understood_as_people_write_it(language, typed):
    with translation.override(language):
        assert forms.DateField().clean(typed) == dt.date(2026, 12, 1)
        moment = forms.DateTimeField().clean(f"{typed} 18:30")

    assert (moment.day, moment.month, moment.minute) == (1, 12, 30)
