"""No field stores, and no form takes, a character that XML or PostgreSQL cannot carry."""

from django import forms
from django.db import models
from wagtail.fields import StreamField

from kogu.language.characters import clean, clean_all, clean_json


def clean_fields():
    """Wraps the fields themselves, so that bulk writes, updates and lookups are cleaned too."""
    for field in (models.CharField, models.TextField):
        field.get_prep_value = _after(field.get_prep_value, clean)
    for field in (models.JSONField, StreamField):
        field.get_prep_value = _after(field.get_prep_value, clean_all)
    # What was stored before, or past the fields, is cleaned as it is read.
    models.JSONField.from_db_value = _before(models.JSONField.from_db_value, clean_json)
    StreamField.to_python = _before(StreamField.to_python, clean_json)
    forms.CharField.to_python = _before(forms.CharField.to_python, clean)


def _after(stock, cleaned):
    def wrapped(self, value):
        return cleaned(stock(self, value))

    return wrapped


def _before(stock, cleaned):
    def wrapped(self, value, *args):
        return stock(self, cleaned(value), *args)

    return wrapped
