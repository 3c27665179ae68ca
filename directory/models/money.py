"""Amounts of money and the currencies they are in."""

from babel import Locale
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from kogu.content.number_fields import AmountInput


class AmountField(models.DecimalField):
    """An amount, in whose input its own currency may be typed beside it."""

    def formfield(self, **kwargs):
        """An input of an amount, whatever the admin gives numbers."""
        return super().formfield(**{**kwargs, "widget": AmountInput()})

    def deconstruct(self):
        """As a plain `DecimalField` in migrations."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.DecimalField", args, kwargs


def amount_field(label, **options):
    """An amount that is not negative; its currency stands beside it."""
    return AmountField(
        label,
        max_digits=14,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
        **options,
    )


def check_currency(code):
    """Refuse a code that is no currency's (ISO 4217)."""
    if code not in Locale("en").currencies:
        raise ValidationError(_("Write the currency as its three letters, like EUR."))


class CodeField(models.CharField):
    """A code of capital letters, however it was typed."""

    def to_python(self, value):
        """In capitals, without blanks around it."""
        value = super().to_python(value)
        return value.strip().upper() if isinstance(value, str) else value

    def deconstruct(self):
        """As a plain `CharField` in migrations."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.CharField", args, kwargs


def currency_field():
    """The currency of the amounts beside it."""
    return CodeField(
        _("currency"), max_length=3, default="EUR", blank=True, validators=[check_currency]
    )


def check_country(code):
    """Refuse a code that is no country's (ISO 3166)."""
    if len(code) != 2 or not code.isupper() or code not in Locale("en").territories:
        raise ValidationError(_("Write the country as its two letters, like EE."))
