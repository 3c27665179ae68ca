"""The app's place in Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EventsConfig(AppConfig):
    """The events app's place in Django."""

    name = "events"
    label = "events"
    verbose_name = _("Events")

    def ready(self):
        """Make the presenters known, and what follows a publication."""
        from . import occurrence_sync, presenters, rescheduling
