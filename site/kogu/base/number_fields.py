"""Form fields for numbers, as people write them."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from wagtail.admin.forms.models import register_form_field_override

_THOUSANDS = re.compile(r"[+-]?\d{1,3}(\s)\d{3}(\1\d{3})*([.,]\d+)?")


class TypedDecimalField(forms.DecimalField):
    """A number with a decimal comma, or blanks between its thousands, is that number."""

    def to_python(self, value):
        """A comma before exactly three digits may mean thousands, and is refused."""
        value = _without_blanks(self, value)
        if isinstance(value, str):
            whole, comma, rest = value.partition(",")
            if comma and "." not in value and rest.isdigit() and len(rest) != 3:
                value = f"{whole}.{rest}"
        return super().to_python(value)


class TypedIntegerField(forms.IntegerField):
    """A whole number with blanks between its thousands is that number."""

    def to_python(self, value):
        """Other blanks make no number."""
        return super().to_python(_without_blanks(self, value))


def _without_blanks(field, value):
    """What was typed without the blanks between thousands; Python alone takes underscores."""
    if not isinstance(value, str):
        return value
    if "_" in value:
        raise ValidationError(field.error_messages["invalid"], code="invalid")
    return "".join(value.split()) if _THOUSANDS.fullmatch(value.strip()) else value


def read_numbers_as_typed():
    """In plain inputs: a browser sends nothing of what is no number in its own."""
    for model_field, form_class, keys in (
        (models.DecimalField, TypedDecimalField, "decimal"),
        (models.IntegerField, TypedIntegerField, "numeric"),
    ):
        widget = forms.TextInput(attrs={"inputmode": keys})
        override = {"form_class": form_class, "widget": widget}
        register_form_field_override(model_field, override=override)
