"""How much was asked of the API, as all web processes know it together."""

from django.db import models


class RequestCount(models.Model):
    """One address's requests within one window of time."""

    reader = models.CharField(max_length=50)
    window = models.BigIntegerField(db_index=True)
    requests = models.PositiveIntegerField(default=0)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["reader", "window"], name="one_count_per_window")
        ]

    def __str__(self):
        return f"{self.reader}: {self.requests}"
