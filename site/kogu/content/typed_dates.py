"""Dates are typed and shown as the language of the admin writes them.

What was typed stays as it was typed; what cannot be understood is said on saving.
"""

from django.utils.formats import get_format, localize_input
from wagtail.admin.datetimepicker import to_datetimepicker_format
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput, AdminTimeInput

from kogu.patches import replace, wrap

# What the clock says when a day is clicked; else it would be the minute of the click.
DEFAULT_TIME = "10:00"


def localize_date_fields():
    """In every form of the admin, whichever language it speaks to its reader."""
    for widget in (AdminDateInput, AdminDateTimeInput, AdminTimeInput):
        wrap(widget, "get_config", _with_language)
        replace(widget, "format_value", _in_language)


def _in_language(self, value):
    """The stored value; what was typed as it is."""
    return localize_input(value, _format(self))


def _format(widget):
    return get_format(widget.format_key)[0]


def _with_language(stock):
    """The calendar beside a field would put today in place of what it does not understand."""

    def get_config(self):
        options = {**stock(self), "validateOnBlur": False}
        options["format"] = to_datetimepicker_format(_format(self))
        if "formatTime" in options:
            clock = to_datetimepicker_format(get_format("TIME_INPUT_FORMATS")[0])
            options |= {"formatTime": clock, "defaultTime": DEFAULT_TIME}
        return options

    return get_config
