"""Wagtail's form to sign in, with the name of the password in the reader's language."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.auth import LoginForm as StockLoginForm


class LoginForm(StockLoginForm):
    """Stock names the field by its code. Ends when it does not."""

    password = forms.CharField(
        label=_("Password"), widget=StockLoginForm.base_fields["password"].widget, strip=False
    )
