"""Granted roles, overridden warnings and deleted items."""

import datetime as dt

from django.conf import settings
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

# How long what was deleted can be brought back.
KEPT = dt.timedelta(days=30)


class RoleGrant(models.Model):
    """That a role was given something once, so that what an operator takes away stays away."""

    role = models.CharField(max_length=50)
    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="+")
    what = models.CharField(max_length=50)

    class Meta:
        verbose_name = _("given right")
        verbose_name_plural = _("given rights")
        constraints = [
            models.UniqueConstraint(fields=["role", "what"], name="given_once"),
        ]

    def __str__(self):
        return f"{self.role}: {self.what}"


class Override(models.Model):
    """Why somebody published although something was doubtful."""

    key = models.UUIDField(_("thing"), db_index=True)
    locale = models.CharField(_("language"), max_length=20)
    field = models.CharField(_("field"), max_length=100)
    message = models.TextField(_("what was doubtful"))
    reason = models.TextField(_("reason"))
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    at = models.DateTimeField(_("when"), auto_now_add=True)

    class Meta:
        verbose_name = _("overridden warning")
        verbose_name_plural = _("overridden warnings")

    def __str__(self):
        return f"{self.field}: {self.reason}"


class ExactJSONEncoder(DjangoJSONEncoder):
    """Moments with their microseconds."""

    def default(self, o):
        """As ISO 8601 has them."""
        return o.isoformat() if isinstance(o, dt.datetime) else super().default(o)


class DeletedItem(models.Model):
    """A page with everything below it, or a snippet, that staff deleted."""

    content_type = models.ForeignKey(
        ContentType, verbose_name=_("kind"), on_delete=models.CASCADE, related_name="+"
    )
    object_id = models.BigIntegerField()
    title = models.CharField(_("title"), max_length=255)
    language = models.CharField(_("language"), max_length=20)
    slug = models.CharField(max_length=255, blank=True)
    parent_page_id = models.BigIntegerField(null=True)
    pages_below = models.PositiveIntegerField(default=0)
    has_live = models.BooleanField(default=False)
    # Whether a page above it was closed to some readers.
    is_restricted = models.BooleanField(default=False, db_default=False)
    # Who began all of these pages, if one person did.
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    deleted_at = models.DateTimeField(_("deleted"), default=timezone.now, db_index=True)
    deleted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("deleted by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = _("deleted item")
        verbose_name_plural = _("deleted items")
        ordering = ["-deleted_at", "-pk"]

    def __str__(self):
        return self.title

    @property
    def model(self):
        """The class of what was deleted."""
        return self.content_type.model_class()

    @property
    def purged_at(self):
        """When it is deleted for good."""
        return self.deleted_at + KEPT


class DeletedRow(models.Model):
    """A row that went with a deleted item; with `field`, a column of another that was emptied."""

    item = models.ForeignKey(DeletedItem, on_delete=models.CASCADE, related_name="rows")
    model = models.CharField(max_length=200)
    object_id = models.CharField(max_length=255)
    field = models.CharField(max_length=100, blank=True)
    data = models.JSONField(encoder=ExactJSONEncoder)

    class Meta:
        verbose_name = _("deleted row")
        verbose_name_plural = _("deleted rows")
        indexes = [models.Index(fields=["model", "object_id"], name="deleted_row_of")]

    def __str__(self):
        return f"{self.model} {self.object_id}"
