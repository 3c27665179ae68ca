"""No field stores, and no form takes, a character that XML or PostgreSQL cannot carry."""

import re

from django import forms
from django.db import models
from wagtail.admin.views.mixins import SpreadsheetExportMixin
from wagtail.fields import StreamField

from kogu.language.characters import clean, clean_all, clean_json
from kogu.patches import wrap

_LINE_BREAKS = re.compile(r"[\r\n\u0085\u2028\u2029]+")
# What spreadsheets take for a formula, and the numbers among it.
_FORMULA = re.compile(r"[=+\-@\t\r\n]")
_NUMBER = re.compile(r"[+-]?[0-9 ]+")


def clean_fields():
    """Wraps the fields themselves, so that bulk writes, updates and lookups are cleaned too."""
    for field in (models.CharField, models.TextField):
        wrap(field, "get_prep_value", _after, clean)
    for field in (models.JSONField, StreamField):
        wrap(field, "get_prep_value", _after, clean_all)
    # What was stored before, or past the fields, is cleaned as it is read.
    wrap(models.JSONField, "from_db_value", _before, clean_json)
    wrap(StreamField, "to_python", _before, clean_json)
    wrap(forms.CharField, "to_python", _before, clean)
    wrap(forms.CharField, "to_python", _on_one_line)
    wrap(SpreadsheetExportMixin, "preprocess_field_value", _after, clean)
    wrap(SpreadsheetExportMixin, "preprocess_field_value", _without_formulas)


def _after(stock, cleaned):
    def wrapped(self, *args):
        return cleaned(stock(self, *args))

    return wrapped


def _without_formulas(stock):
    """CSV has no types: an apostrophe makes a text that begins like a formula a text."""

    def preprocess_field_value(self, field, value, export_format):
        value = stock(self, field, value, export_format)
        is_text = export_format == self.FORMAT_CSV and isinstance(value, str)
        if is_text and _FORMULA.match(value) and not _NUMBER.fullmatch(value):
            return f"'{value}"
        return value

    return preprocess_field_value


def _on_one_line(stock):
    """A field of one line holds one, as browsers send it: it may become a mail's subject."""

    def wrapped(self, value):
        value = stock(self, value)
        if isinstance(value, str) and isinstance(self.widget, forms.TextInput):
            return _LINE_BREAKS.sub(" ", value)
        return value

    return wrapped


def _before(stock, cleaned):
    def wrapped(self, value, *args):
        return stock(self, cleaned(value), *args)

    return wrapped
