"""Who works on what: leases of jobs, and the slots of periodic work."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class JobLease(models.Model):
    """A worker's promise to be alive while it runs a job; it ends unless renewed."""

    task = models.UUIDField(primary_key=True)
    holder = models.CharField(max_length=64)
    expires_at = models.DateTimeField()

    class Meta:
        verbose_name = _("job lease")
        verbose_name_plural = _("job leases")
        indexes = [models.Index(fields=["expires_at"], name="lease_expiry")]

    def __str__(self) -> str:
        return f"{self.task} held by {self.holder}"


class Slot(models.Model):
    """The latest slot of time in which some periodic work was taken up."""

    name = models.CharField(max_length=200, primary_key=True)
    number = models.BigIntegerField()

    class Meta:
        verbose_name = _("time slot")
        verbose_name_plural = _("time slots")

    def __str__(self) -> str:
        return f"{self.name} #{self.number}"
