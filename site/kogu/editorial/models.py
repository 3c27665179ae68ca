"""What the editorial room remembers."""

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import models
from django.utils.translation import gettext_lazy as _


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
