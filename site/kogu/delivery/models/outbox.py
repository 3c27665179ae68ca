"""What must leave the site, written in the same transaction as its reason."""

import uuid

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _


class Outbox(models.Model):
    """One delivery to be made: a mail, a call, an index update. Made at least once."""

    class State(models.TextChoices):
        """How far the delivery came."""

        WAITING = "waiting", _("waiting")
        DONE = "done", _("delivered")
        DEAD = "dead", _("given up")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(_("kind"), max_length=40)
    payload = models.JSONField(_("content"), encoder=DjangoJSONEncoder)
    state = models.CharField(_("state"), max_length=8, choices=State.choices, default=State.WAITING)
    created_at = models.DateTimeField(_("written"), db_default=Now())
    due_at = models.DateTimeField(_("next attempt"), db_default=Now())
    finished_at = models.DateTimeField(_("finished"), null=True)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    holder = models.CharField(max_length=64, blank=True)
    problem = models.TextField(_("last problem"), blank=True)

    class Meta:
        verbose_name = _("outgoing delivery")
        verbose_name_plural = _("outgoing deliveries")
        ordering = ["created_at"]
        indexes = [
            models.Index(
                fields=["due_at"], name="outbox_waiting", condition=models.Q(state="waiting")
            )
        ]

    def __str__(self) -> str:
        return str(self.payload.get("subject") or self.payload.get("template") or self.kind)
