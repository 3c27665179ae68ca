"""The second factor: a code of an app (TOTP), and recovery codes for when the phone is lost.

A user may have one. Who is in a group that requires it must; until it is given, a session opens
nothing of the admin, and counts as signed out elsewhere (`SecondFactorMiddleware`).
"""

import re
import secrets

import django_otp
from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import F
from django.utils.crypto import salted_hmac
from django_otp.plugins.otp_totp.models import TOTPDevice
from django_otp.util import random_hex
from wagtail.log_actions import log
from wagtail.users.models import UserProfile

from kogu.delivery.mail import send_template_mail

from .models import RecoveryCode, SecondFactorRequirement

VERIFY, ENROL = "verify", "enrol"
RECOVERY_CODES = 10
# Without what is easily taken for something else.
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
SALT = "kogu.accounts.recovery_codes"


def device_of(user):
    """The user's app, if there is one."""
    return TOTPDevice.objects.filter(user_id=user.pk, confirmed=True).order_by("pk").first()


def is_required(user):
    """Whether one of the user's groups requires it."""
    return SecondFactorRequirement.objects.filter(group__user=user.pk).exists()


def outstanding(user):
    """What this session must still do, `VERIFY` or `ENROL`; empty when nothing."""
    if not user.is_authenticated or getattr(user, "otp_device", None):
        return ""
    if device_of(user):
        return VERIFY
    return ENROL if is_required(user) else ""


def new_key():
    """A secret to share with an app."""
    return random_hex(20)


def unsaved_device(user, key):
    """The app as it would be, for its address."""
    return TOTPDevice(user=user, name="TOTP", key=key)


@transaction.atomic
def enrol(user, key, code):
    """The new app, if its code is right and the user has none."""
    get_user_model().objects.select_for_update().get(pk=user.pk)
    if device_of(user) or not _is_code(code):
        return None
    device = unsaved_device(user, key)
    device.save()
    if not device.verify_token(_bare(code)):
        device.delete()
        return None
    _end_sessions(user)
    _tell(user, "added", user)
    return device


def verify(user, code):
    """The user's app if this is its code now, and was not used before."""
    device = device_of(user)
    if device is None or not _is_code(code):
        return None
    return django_otp.verify_token(user, device.persistent_id, _bare(code))


@transaction.atomic
def new_recovery_codes(user):
    """Ten codes in the place of all earlier ones; they can be read this once only."""
    codes = ["".join(secrets.choice(LETTERS) for _n in range(12)) for _n in range(RECOVERY_CODES)]
    user.recovery_codes.all().delete()
    RecoveryCode.objects.bulk_create(
        RecoveryCode(user=user, digest=_digest(user, code)) for code in codes
    )
    return ["-".join(re.findall("....", code)) for code in codes]


@transaction.atomic
def use_recovery_code(user, code):
    """The user's app, if the code is one of theirs; it serves no second time."""
    device = device_of(user)
    found = RecoveryCode.objects.filter(user=user, digest=_digest(user, code))
    if device is None or not found.delete()[0]:
        return None
    _tell(user, "recovery_used", user, left=user.recovery_codes.count())
    return device


@transaction.atomic
def remove(user, by, event="removed"):
    """Takes the app and its recovery codes away, and ends the user's sessions."""
    TOTPDevice.objects.filter(user=user).delete()
    user.recovery_codes.all().delete()
    _end_sessions(user)
    _tell(user, event, by)


def _end_sessions(user):
    get_user_model().objects.filter(pk=user.pk).update(session_version=F("session_version") + 1)
    user.session_version = (
        get_user_model().objects.values_list("session_version").get(pk=user.pk)[0]
    )


def _tell(user, event, by, **more):
    """In the log, and to the user by mail."""
    user = get_user_model().objects.get(pk=user.pk)  # no request's lazy one: it has no log
    log(user, f"kogu.second_factor.{event}", user=by)
    if user.email:
        language = UserProfile.get_for_user(user).get_preferred_language()
        context = {"event": event, "name": user.get_full_name() or user.get_username(), **more}
        send_template_mail("second_factor", context, [user.email], language)


def _bare(code):
    return re.sub(r"[\s-]", "", code).lower()


def _is_code(code):
    return re.fullmatch(r"[0-9]{6}", _bare(code)) is not None


def _digest(user, code):
    return salted_hmac(SALT, f"{user.pk}:{_bare(code)}", algorithm="sha256").hexdigest()
