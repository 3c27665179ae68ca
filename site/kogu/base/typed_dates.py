"""A date typed by hand stays as it was typed; what cannot be understood is said on saving."""

from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput, AdminTimeInput


def keep_typed_dates():
    """The calendar beside a field would put today in place of what it does not understand."""
    for widget in (AdminDateInput, AdminDateTimeInput, AdminTimeInput):
        widget.get_config = _keeping(widget.get_config)


def _keeping(stock):
    def get_config(self):
        return {**stock(self), "validateOnBlur": False}

    return get_config
