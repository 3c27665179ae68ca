"""An address that leads elsewhere is one of the web, in every form and whatever is stored."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext
from wagtail.admin.forms.choosers import URLOrAbsolutePathValidator

from kogu.patches import replace

from .site_urls import safe_url

_WEB = ("http://", "https://", "/")


def restrict_url_schemes():
    """Forms refuse other schemes; what was stored past them is empty when it is read."""
    for field in (models.URLField, forms.URLField):
        for validator in field.default_validators:
            # In place: fields made before now hold these very validators.
            validator.schemes = ["http", "https"]
    replace(models.URLField, "from_db_value", _from_db_value)
    # The form for a link in a text takes paths too.
    replace(URLOrAbsolutePathValidator, "__call__", _refuse_other_addresses)


def _from_db_value(_field, value, _expression, _connection):
    return web_url(value) if value else value


def _refuse_other_addresses(_validator, address):
    if not web_url(address):
        raise ValidationError(gettext("Begin it with https:// or /."), code="invalid")


def web_url(address):
    """The address if it is one of the web, or a path here as redirects have; else nothing."""
    address = safe_url(address)
    return address if address.lower().startswith(_WEB) else ""
