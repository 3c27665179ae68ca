"""The room's place in Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BaseConfig(AppConfig):
    """What every page shares."""

    name = "kogu.base"
    label = "base"
    verbose_name = _("Base")

    def ready(self):
        """Follow what is written, and let changes settle into cards and relations."""
        from kogu.delivery.changes import settle_with

        from . import touches  # noqa: F401
        from .settling import settle

        settle_with(settle)
