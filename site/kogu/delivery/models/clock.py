"""The clock of public changes, what changed at each tick, and the tags it touched."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Clock(models.Model):
    """Counts every publication. One row, whose lock makes tick order the order of commits."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    tick = models.BigIntegerField(default=0)
    moved_at = models.DateTimeField()

    class Meta:
        verbose_name = _("clock")
        verbose_name_plural = _("clocks")

    def __str__(self) -> str:
        return str(self.tick)


class Change(models.Model):
    """One item that became public, changed, or is public no more."""

    class Action(models.TextChoices):
        """Kinds of public change."""

        CREATED = "created", _("created")
        UPDATED = "updated", _("updated")
        REMOVED = "removed", _("removed")

    tick = models.BigIntegerField()
    position = models.PositiveIntegerField()
    action = models.CharField(max_length=8, choices=Action.choices)
    kind = models.CharField(max_length=40)
    key = models.UUIDField()
    locale = models.CharField(max_length=20)
    old_url = models.TextField(blank=True)
    new_url = models.TextField(blank=True)
    moved_at = models.DateTimeField()

    class Meta:
        verbose_name = _("change")
        verbose_name_plural = _("changes")
        ordering = ["tick", "position"]
        constraints = [
            models.UniqueConstraint(fields=["tick", "position"], name="change_once_per_position")
        ]
        indexes = [models.Index(fields=["kind", "key"], name="change_of_thing")]

    def __str__(self) -> str:
        return f"{self.tick}.{self.position} {self.action} {self.kind} {self.key} {self.locale}"


class Tag(models.Model):
    """When something that public answers are made from last changed."""

    name = models.CharField(max_length=200, primary_key=True)
    tick = models.BigIntegerField()

    class Meta:
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        indexes = [models.Index(fields=["tick", "name"], name="tag_since")]

    def __str__(self) -> str:
        return f"{self.name} @ {self.tick}"
