"""Moments that machines write, as days where the organisation is."""

import datetime as dt
import os
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo


def local_day(written: str) -> str:
    """The day of a moment that says its offset, in the zone of this installation; else as written.

    The zone is that of the process, which Django sets and child processes inherit.
    """
    moment = _moment(written.strip())
    if moment is None or moment.tzinfo is None:
        return written
    return moment.astimezone(ZoneInfo(os.environ.get("TZ") or "UTC")).date().isoformat()


def _moment(written: str) -> dt.datetime | None:
    for read in (dt.datetime.fromisoformat, parsedate_to_datetime):
        try:
            return read(written)
        except (ValueError, TypeError):
            continue
    return None
