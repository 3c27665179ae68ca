"""The app's place in Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class APIConfig(AppConfig):
    """The public API, version 1."""

    name = "kogu.api_v1"
    label = "api"
    verbose_name = _("API")

    def ready(self):
        """Registers what the worker clears away."""
        from . import rate_limit
