"""The app's place in Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DeliveryConfig(AppConfig):
    """The clock, changes, tags, the outbox and the worker."""

    name = "kogu.delivery"
    label = "delivery"
    verbose_name = _("Delivery")

    def ready(self) -> None:
        """Registers how mail is sent, what the worker does by itself, and how choosers start."""
        from . import checks, mail, periodic_jobs
        from .chooser_scripts import carry_nonce

        carry_nonce()
