"""Fields that several kinds of the directory share."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from kogu.content.short_selects import ShortListSelectMultiple
from kogu.language.formats import PRECISIONS

phone_number = RegexValidator(
    r"^\+?[0-9][0-9 ()/.\-]{3,}(\s?(ext\.?|x)\s?\d+)?$",
    _("Write a phone number, like +372 5555 0123."),
)


def partial_date(label, **options):
    """A date as exactly as it is known: `date_precision_field()` beside it says how exactly."""
    return models.DateField(label, null=True, blank=True, **options)


def date_precision_field():
    """How exactly a `partial_date` is known, in a field named after it with `_precision`."""
    return models.CharField(
        _("known to the"), max_length=10, choices=PRECISIONS, default="day", blank=True
    )


class CodesField(models.JSONField):
    """Several codes out of a fixed list, kept in the list's order; a form offers some first."""

    def __init__(self, *args, codes=(), first=(), **kwargs):
        self.codes = codes
        self.first = first
        super().__init__(*args, **{"default": list, "blank": True, **kwargs})

    def formfield(self, **kwargs):
        """A form field with one checkbox for each code."""
        every = forms.CheckboxSelectMultiple()
        widget = ShortListSelectMultiple(first=self.first) if self.first else every
        return forms.MultipleChoiceField(
            choices=self.codes,
            required=False,
            label=capfirst(self.verbose_name),
            help_text=self.help_text,
            widget=widget,
        )

    def validate(self, value, model_instance):
        """Refuses codes that are not among the choices."""
        unknown = [code for code in value or [] if code not in dict(self.codes)]
        if unknown:
            raise ValidationError(
                _("%(codes)s is not one of the choices."), params={"codes": ", ".join(unknown)}
            )

    def labels(self, value):
        """The codes in words, in the list's order."""
        return [str(words) for code, words in self.codes if code in (value or [])]
