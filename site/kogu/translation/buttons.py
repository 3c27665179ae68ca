"""Ways to the languages of an item, from where people look for them."""

from django.utils.translation import gettext as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from kogu.content.models.public import PublicItem
from kogu.content.permissions import languages_of

from .language_status import languages_url


class MissingTranslationsMenuItem(MenuItem):
    """For those who hold a language."""

    def is_shown(self, request):
        """One question, and only on whole pages of the admin."""
        return bool(languages_of(request.user))


def languages_button(instance, user):
    """A button to an item's languages; asks the database for nothing, for lists are long."""
    model = instance.specific_class if isinstance(instance, Page) else type(instance)
    if model is not None and issubclass(model, PublicItem):
        url = languages_url(instance)
        yield Button(_("Languages"), url, priority=60, icon_name="wagtail-localize-language")
