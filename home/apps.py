"""The app's place in Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    """Home page, information pages, news."""

    name = "home"
    label = "home"
    verbose_name = _("Home")

    def ready(self):
        """Make the presenters known."""
        from . import presenters
