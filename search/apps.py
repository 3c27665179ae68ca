"""The app's place in Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    """The public search, which is still to come."""

    name = "search"
    label = "search"
    verbose_name = _("Search")
