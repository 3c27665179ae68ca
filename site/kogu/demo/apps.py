"""The app's place in Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DemoConfig(AppConfig):
    """The demo region and the factories that build it."""

    name = "kogu.demo"
    label = "demo"
    verbose_name = _("Demo")
