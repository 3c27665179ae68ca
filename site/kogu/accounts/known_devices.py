"""Devices from which somebody signed in before: others' guesses do not hold them up.

The cookie is signed, read by the server only, sent to the admin only, and replaced at every
sign-in. It opens nothing; it only chooses which failures are counted (see `login_throttle`).
A change of the password ends it, as it ends sessions.
"""

import datetime as dt
import hashlib
import secrets

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac

from .models import KnownDevice

SALT = "kogu.accounts.known_devices"
LIFETIME = dt.timedelta(days=180)


def known_digest(request, is_theirs):
    """The digest of this request's device where it is known for a user `is_theirs` accepts."""
    for device in _of_cookie(request):
        if is_theirs(device.user) and device.auth_hash == _auth_hash(device.user):
            return device.digest
    return ""


def set_cookie(request, response, user):
    """Makes the device known for its user, under a new cookie; for others it stays known."""
    token = secrets.token_urlsafe(32)
    digest, now = _digest(token), timezone.now()
    _of_cookie(request).update(digest=digest)
    KnownDevice.objects.update_or_create(
        user=user, digest=digest, defaults={"auth_hash": _auth_hash(user), "last_used_at": now}
    )
    response.set_signed_cookie(
        settings.KOGU_DEVICE_COOKIE_NAME,
        token,
        salt=SALT,
        max_age=LIFETIME,
        path=reverse("wagtailadmin_home"),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Strict",
    )


def purge():
    """Forgets devices that nobody has signed in from for long."""
    return KnownDevice.objects.filter(last_used_at__lt=timezone.now() - LIFETIME).delete()[0]


def _of_cookie(request):
    token = request.get_signed_cookie(
        settings.KOGU_DEVICE_COOKIE_NAME, default="", salt=SALT, max_age=LIFETIME
    )
    if not token:
        return KnownDevice.objects.none()
    known = KnownDevice.objects.filter(last_used_at__gte=timezone.now() - LIFETIME)
    return known.filter(digest=_digest(token)).select_related("user")


def _digest(token):
    return hashlib.sha256(token.encode()).hexdigest()


def _auth_hash(user):
    return salted_hmac(SALT, user.get_session_auth_hash(), algorithm="sha256").hexdigest()
