"""People who sign in, what else they show for it, their devices, and attempts that failed."""

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """A member of staff, a translator or an administrator."""

    email = models.EmailField(_("e-mail"))
    # Raised to end every session and known device, as a change of the password does.
    session_version = models.PositiveIntegerField(default=0, editable=False)

    class Meta(AbstractUser.Meta):
        verbose_name = _("user")
        verbose_name_plural = _("users")
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="one_user_per_email",
                violation_error_message=_("Somebody with this e-mail address exists already."),
            )
        ]

    def _get_session_auth_hash(self, secret=None):
        """Django's, which is of the password alone, and the version; 0 keeps older sessions."""
        session_hash = super()._get_session_auth_hash(secret)
        return f"{self.session_version}:{session_hash}" if self.session_version else session_hash


class FailedAttempts(models.Model):
    """How often signing in failed for one account, address, device, or pair of them."""

    key = models.CharField(max_length=64, primary_key=True)
    failures = models.PositiveIntegerField(default=0)
    retry_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField(db_index=True)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()

    def __str__(self):
        return self.key


class KnownDevice(models.Model):
    """A browser from which somebody has signed in; its cookie is kept as a digest only."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="known_devices"
    )
    digest = models.CharField(max_length=64)
    auth_hash = models.CharField(max_length=64)
    last_used_at = models.DateTimeField(db_index=True)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["digest", "user"], name="one_row_per_device_and_user")
        ]

    def __str__(self):
        return f"{self.user}: {self.digest[:8]}"


class RecoveryCode(models.Model):
    """One of the codes that stand in for a lost phone; kept as a digest, deleted by its use."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="recovery_codes"
    )
    digest = models.CharField(max_length=64)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["user", "digest"], name="recovery_code_once_per_user")
        ]

    def __str__(self):
        return str(self.user)


class SecondFactorRequirement(models.Model):
    """A group whose members must have a second factor."""

    group = models.OneToOneField(
        "auth.Group", on_delete=models.CASCADE, related_name="second_factor_requirement"
    )

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()

    def __str__(self):
        return str(self.group)
