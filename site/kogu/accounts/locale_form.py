"""The language and time zone of a person, among their settings."""

from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.account import LocalePreferencesForm
from wagtail.admin.localization import get_available_admin_languages


def languages():
    """Every language of the admin by its own name; before one is chosen the browser's is used.

    Wagtail names the server's in its place, which the admin speaks only to browsers of no other.
    """
    codes = dict(get_available_admin_languages())
    named = [(code, get_language_info(code)["name_local"]) for code in codes]
    return [("", _("As in the browser")), *sorted(named, key=lambda one: one[1].lower())]


class LocaleForm(LocalePreferencesForm):
    """Says what the admin does while no language is chosen."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if field := self.fields.get("preferred_language"):
            field.choices = languages()
