"""The app's place in Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DirectoryConfig(AppConfig):
    """The directory's place in Django."""

    name = "directory"
    label = "directory"
    verbose_name = _("Directory")

    def ready(self):
        """Make known what is presented, followed and checked."""
        from . import (
            completeness,
            notices,
            periodic,
            presenters,
            receivers,
            tree_queries,
            trees,
        )
