"""Form fields for numbers, as people write them."""

from django import forms
from django.db import models
from wagtail.admin.forms.models import register_form_field_override


class DecimalCommaField(forms.DecimalField):
    """A number with a decimal comma, or blanks between its thousands, is that number."""

    def to_python(self, value):
        """A comma before exactly three digits may mean thousands, and is refused."""
        if isinstance(value, str):
            value = "".join(value.split())
            whole, comma, rest = value.partition(",")
            if comma and "." not in value and rest.isdigit() and len(rest) != 3:
                value = f"{whole}.{rest}"
        return super().to_python(value)


def read_numbers_as_typed():
    """In plain inputs: a browser sends nothing of what is no number in its own."""
    for model_field, form_class, keys in (
        (models.DecimalField, DecimalCommaField, "decimal"),
        (models.IntegerField, forms.IntegerField, "numeric"),
    ):
        widget = forms.TextInput(attrs={"inputmode": keys})
        override = {"form_class": form_class, "widget": widget}
        register_form_field_override(model_field, override=override)
