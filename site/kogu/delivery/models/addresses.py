"""Addresses that once were public."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PastAddress(models.Model):
    """Where something once stood that is public nowhere now; such a request gets 410."""

    path = models.TextField(unique=True)
    kind = models.CharField(max_length=40)
    key = models.UUIDField()
    locale = models.CharField(max_length=20)
    tick = models.BigIntegerField()

    class Meta:
        verbose_name = _("past address")
        verbose_name_plural = _("past addresses")
        indexes = [models.Index(fields=["key", "locale"], name="past_address_of_thing")]

    def __str__(self) -> str:
        return self.path
