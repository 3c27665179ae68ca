"""The room's place in Django."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DeliveryConfig(AppConfig):
    """The clock, changes, tags, the outbox and the worker."""

    name = "kogu.delivery"
    label = "delivery"
    verbose_name = _("Delivery")

    def ready(self):
        """Registers how mail is sent, what the worker does by itself, and how choosers start."""
        for room in ("mail", "housekeeping"):
            import_module(f"{self.name}.{room}")
        import_module(f"{self.name}.chooser_scripts").carry_nonce()
