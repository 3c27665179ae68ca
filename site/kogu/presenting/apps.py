"""The app's place in Django."""

from django.apps import AppConfig


class PresentingConfig(AppConfig):
    """Presenters: what readers get of pages and snippets."""

    name = "kogu.presenting"
    label = "presenting"

    def ready(self):
        """Registers what is checked at the start and in stories."""
        from . import checks, story_checks
