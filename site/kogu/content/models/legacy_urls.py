"""Where an item came from, so that moving in loses no link."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class LegacyURL(models.Model):
    """An address an item had before it moved here; it redirects to where the item is now."""

    key = models.UUIDField(db_index=True)
    locale = models.CharField(max_length=20, blank=True)
    path = models.CharField(_("old address"), max_length=1000, unique=True)

    class Meta:
        verbose_name = _("old address")
        verbose_name_plural = _("old addresses")

    def __str__(self):
        return self.path


class Origin(models.Model):
    """Which document or system an item was imported from."""

    key = models.UUIDField(db_index=True)
    source = models.CharField(_("source"), max_length=50)
    identifier = models.CharField(_("identifier in the source"), max_length=255)
    imported_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("origin")
        verbose_name_plural = _("origins")
        constraints = [
            models.UniqueConstraint(fields=["source", "identifier"], name="imported_once")
        ]

    def __str__(self):
        return f"{self.source}: {self.identifier}"
