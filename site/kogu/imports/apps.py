"""The app's place in Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ImportsConfig(AppConfig):
    """Documents people already have, turned into drafts."""

    name = "kogu.imports"
    label = "imports"
    verbose_name = _("Imports")

    def ready(self):
        """Begins to ask for provisional titles, and to clear uploads away."""
        from . import expiry, title_confirmation
