"""How often a password or code may be guessed: counted in the database before it is looked at.

An attempt is counted for its pair of account and address, its account and its address; from a
device that signed in to the account before, for that device alone. So a stranger can neither
guess freely from many addresses nor keep a colleague out (docs/decisions/0026).
"""

import datetime as dt
import hashlib
import math
import unicodedata
from dataclasses import dataclass

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Greatest
from django.utils import timezone

from kogu.language.characters import clean

from .models import FailedAttempts

LONGEST_NAME = 320  # characters, as of an e-mail address

QUARTER = dt.timedelta(minutes=15)
DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Limit:
    """How many failures pass freely, how long each further one delays, and how long they count.

    The delay doubles from `first` to `longest`.
    """

    free: int
    first: dt.timedelta
    longest: dt.timedelta
    kept: dt.timedelta
    ends_with_success: bool = False

    def delay(self, failures):
        """How long nothing is looked at after so many failures."""
        if failures < self.free:
            return dt.timedelta()
        return min(self.first * 2 ** min(failures - self.free, 30), self.longest)


# "Refused" is a delay that does not grow, after which counting begins anew.
PAIR = Limit(10, QUARTER, QUARTER, kept=dt.timedelta(), ends_with_success=True)
ADDRESS = Limit(50, QUARTER, QUARTER, kept=dt.timedelta())
ACCOUNT = Limit(10, dt.timedelta(seconds=2), QUARTER, kept=DAY)
# Nobody is known where a password is shared: the delay must leave its readers a chance.
SHARED = Limit(50, dt.timedelta(seconds=1), dt.timedelta(minutes=1), kept=DAY)


def normal(name):
    """A name as it is counted, however it is written: alike where the form takes it for alike."""
    # Forms refuse what is longer; to normalise a long text may take minutes.
    short = clean(name).strip()[:LONGEST_NAME]
    return " ".join(unicodedata.normalize("NFKC", short).split()).casefold()


def key(*parts):
    """The row's key: a digest, so that it names nobody."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()


def limits_of(account, address, *, device="", total=ACCOUNT):
    """What an attempt counts for, by key."""
    if device:
        return {key("device", device, account): PAIR}
    return {
        key("pair", account, address): PAIR,
        key("account", account): total,
        key("address", address): ADDRESS,
    }


def count_attempt(limits):
    """Count an attempt as failed until it succeeds, and return 0; or return the seconds to wait.

    An attempt that must wait is not counted. Counting comes first and locks, so that attempts
    made at once are not more than allowed.
    """
    now = timezone.now()
    rows = FailedAttempts.objects.filter(key__in=limits).order_by("key")
    if wait := _wait(rows, now):
        return wait
    with transaction.atomic():
        missing = [FailedAttempts(key=each, expires_at=now) for each in sorted(limits)]
        FailedAttempts.objects.bulk_create(missing, ignore_conflicts=True)
        rows = list(rows.select_for_update())
        if wait := _wait(rows, now):
            return wait
        for row in rows:
            _count(row, limits[row.key], now)
        FailedAttempts.objects.bulk_update(rows, ["failures", "retry_at", "expires_at"])
    return 0


def release(limits):
    """The attempt was none: it is counted no longer."""
    FailedAttempts.objects.filter(key__in=limits).update(
        failures=Greatest(F("failures") - 1, 0), retry_at=None
    )


def succeed(limits):
    """A right password: who gave it begins anew; what others failed at stays counted."""
    release(limits)
    own = [each for each, limit in limits.items() if limit.ends_with_success]
    FailedAttempts.objects.filter(key__in=own).delete()


def purge():
    """Deletes counts that hold nobody up any more."""
    return FailedAttempts.objects.filter(expires_at__lt=timezone.now() - DAY).delete()[0]


def _count(row, limit, now):
    row.failures = 1 + (row.failures if row.expires_at > now else 0)
    delay = limit.delay(row.failures)
    row.retry_at = now + delay if delay else None
    row.expires_at = now + max(delay + limit.kept, QUARTER)


def _wait(rows, now):
    moments = [now, *(row.retry_at for row in rows if row.retry_at)]
    return math.ceil((max(moments) - now).total_seconds())
