"""What is typed to prove who one is: codes of an app, recovery codes, the password again."""

from django import forms
from django.utils.translation import gettext_lazy as _

NO_CODE = _("This code is not right, or was used already. Wait for the next one and try again.")
NO_RECOVERY_CODE = _("This recovery code is not right, or was used already.")
NO_PASSWORD = _("This password is not right.")


def _input(autocomplete, **more):
    return forms.TextInput(attrs={"autocomplete": autocomplete, "autofocus": True, **more})


class CodeForm(forms.Form):
    """Six digits from the app."""

    code = forms.CharField(
        label=_("Code from your app"),
        help_text=_("Six digits; a new code comes every half minute."),
        max_length=20,
        widget=_input("one-time-code", inputmode="numeric", spellcheck="false"),
    )
    wrong = NO_CODE


class RecoveryCodeForm(forms.Form):
    """One of the codes that were written down."""

    code = forms.CharField(
        label=_("Recovery code"),
        help_text=_("Twelve letters and digits. Each code serves once."),
        max_length=40,
        widget=_input("off", autocapitalize="none", spellcheck="false"),
    )
    wrong = NO_RECOVERY_CODE


class PasswordForm(forms.Form):
    """The password, again."""

    password = forms.CharField(
        label=_("Password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password", "autofocus": True}),
    )
    wrong = NO_PASSWORD
