"""Form fields for numbers, as people write them and as their language shows them."""

from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.admin.forms.models import register_form_field_override

from kogu.language.money import without_currency
from kogu.language.typed_numbers import format_typed_number, is_doubtful, parse_number

# No field of ours with fewer digits before its decimals holds thousands: degrees of latitude.
_THOUSANDS = 4


class TypedDecimalField(forms.DecimalField):
    """A number with decimals, typed and shown in the language of the form."""

    def to_python(self, value):
        """The number; what may be two numbers is refused, with both written out."""
        return super().to_python(_parse(self, value, places=self.decimal_places))

    def prepare_value(self, value):
        """The stored number in the format in which it may be typed."""
        if isinstance(value, Decimal) and value.is_finite():
            return format_typed_number(value, get_language(), self.decimal_places or 0)
        return value


class TypedIntegerField(forms.IntegerField):
    """A whole number, typed in the language of the form."""

    def to_python(self, value):
        """The number; one with decimals is refused."""
        number = _parse(self, value, places=0)
        if isinstance(number, Decimal):
            if number != number.to_integral_value():
                raise ValidationError(self.error_messages["invalid"], code="invalid")
            number = int(number)
        return super().to_python(number)


class AmountInput(forms.TextInput):
    """An input of an amount that leaves out its currency, where that is typed too.

    Another currency than that of the row or page stays, and is refused as no number.
    """

    def __init__(self, attrs=None, currency=None):
        super().__init__({"inputmode": "decimal", **(attrs or {})})
        self.currency = currency

    def value_from_datadict(self, data, files, name):
        """The amount alone, in whichever currency the form says."""
        typed = super().value_from_datadict(data, files, name)
        row = name.rpartition("-")[0]
        currency = self.currency or data.get(f"{row}-currency", data.get("currency"))
        return without_currency(typed, (currency or "EUR").strip().upper()) if typed else typed


def _parse(field, value, places):
    if not isinstance(value, str) or not value.strip():
        return value
    language = get_language()
    digits = getattr(field, "max_digits", None)
    has_thousands = digits is None or digits - (places or 0) >= _THOUSANDS
    if has_thousands and (places or 0) < 3 and is_doubtful(value, language):
        raise _doubtful(value.strip(), language)
    try:
        return parse_number(value, language, has_thousands=has_thousands)
    except ValueError:
        raise ValidationError(field.error_messages["invalid"], code="invalid") from None


def _doubtful(typed, language):
    """Three digits behind the language's decimal mark are thousands in other languages."""
    message = _("This may mean %(thousands)s or %(decimals)s. Please write it like one of these.")
    decimals = parse_number(typed, language)
    numbers = {
        "thousands": format_typed_number(decimals * 1000, language, 0),
        "decimals": format_typed_number(decimals.quantize(Decimal("0.01")), language, 2),
    }
    return ValidationError(message, code="invalid", params=numbers)


def localize_number_fields():
    """In plain inputs: a browser sends nothing of what is no number in its own."""
    for model_field, form_class, keys in (
        (models.DecimalField, TypedDecimalField, "decimal"),
        (models.IntegerField, TypedIntegerField, "numeric"),
    ):
        widget = forms.TextInput(attrs={"inputmode": keys})
        override = {"form_class": form_class, "widget": widget}
        register_form_field_override(model_field, override=override)
