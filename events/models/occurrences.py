"""The dates of events: all questions about time are asked of them."""

import datetime as dt
import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from events.choices import Status
from events.querysets import OccurrenceQuerySet


class Occurrence(models.Model):
    """One date of an event in one language, derived when the event is published.

    Its public id comes from the start that was first announced, so it stays the
    same when the event moves. Once it has taken place it no longer changes.
    """

    event_key = models.UUIDField()
    locale = models.CharField(max_length=20)
    page_id = models.BigIntegerField()
    public_id = models.UUIDField()
    original_start = models.DateTimeField(null=True)
    starts_at = models.DateTimeField(null=True)
    ends_at = models.DateTimeField(null=True)
    # For order and questions: set also where the start is to be announced or the end is open.
    sorts_at = models.DateTimeField()
    over_at = models.DateTimeField()
    first_day = models.DateField()
    last_day = models.DateField()
    all_day = models.BooleanField(default=False)
    time_zone = models.CharField(max_length=64)
    status = models.CharField(max_length=20, choices=Status, default=Status.SCHEDULED)
    venue_key = models.UUIDField(null=True)
    note = models.TextField(blank=True)
    event_kind = models.CharField(max_length=20, blank=True)
    is_free = models.BooleanField(default=False)
    expire_at = models.DateTimeField(null=True)
    announced_at = models.DateTimeField()

    objects = OccurrenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("date of an event")
        verbose_name_plural = _("dates of events")
        constraints = [
            models.UniqueConstraint(fields=["public_id", "locale"], name="occurrence_once")
        ]
        indexes = [
            models.Index(fields=["event_key", "locale"], name="occurrence_of_event"),
            models.Index(fields=["sorts_at", "public_id"], name="occurrence_in_order"),
            models.Index(fields=["over_at"], name="occurrence_over"),
            models.Index(fields=["first_day", "last_day"], name="occurrence_days"),
        ]

    def __str__(self):
        return f"{self.event_key} {self.starts_at or '?'} ({self.locale})"

    def is_frozen(self, at):
        """Whether it was announced before it ended, and has ended since.

        An event entered after its date, or put off without a new one, has not
        taken place as announced and can still be corrected.
        """
        return (
            self.starts_at is not None
            and self.status != Status.POSTPONED
            and self.announced_at < self.over_at <= at
        )


def public_id_of(event_key, original_start):
    """The stable public id of a date; while the start is unknown, that of the event's only date."""
    name = f"{original_start.astimezone(dt.UTC):%Y-%m-%dT%H:%M:%SZ}" if original_start else ""
    return uuid.uuid5(event_key, name)
