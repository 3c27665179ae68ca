"""The app's place in Django."""

from django.apps import AppConfig


class PresentingConfig(AppConfig):
    """Presenters: what readers get of pages and snippets."""

    name = "kogu.presenting"
    label = "presenting"

    def ready(self):
        """Registers what is checked in stories."""
        from . import story_checks
