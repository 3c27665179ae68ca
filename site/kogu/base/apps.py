"""The room's place in Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BaseConfig(AppConfig):
    """What every page shares."""

    name = "kogu.base"
    label = "base"
    verbose_name = _("Base")

    def ready(self):
        """Let changes settle into cards and relations."""
        from kogu.delivery.changes import settle_with

        from .settling import settle

        settle_with(settle)
