"""The room's place in Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MediaConfig(AppConfig):
    """Images and documents."""

    name = "kogu.media"
    label = "media"
    verbose_name = _("Media")

    def ready(self):
        """Begins to follow images, collections and restrictions, and the nightly round."""
        from . import receivers, tidying  # noqa: F401
