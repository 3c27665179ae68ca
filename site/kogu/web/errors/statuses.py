"""HTTP statuses of exceptions."""

import errno
import sqlite3

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.db import IntegrityError, InterfaceError, OperationalError

NO_SPACE = {errno.ENOSPC, errno.EDQUOT}
TOO_LARGE = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)

_SQLITE = {
    sqlite3.SQLITE_BUSY: 503,
    sqlite3.SQLITE_LOCKED: 503,
    sqlite3.SQLITE_CANTOPEN: 503,
    sqlite3.SQLITE_READONLY: 503,
    sqlite3.SQLITE_IOERR: 503,
    sqlite3.SQLITE_FULL: 507,
}
_SQLITE_CONFLICTS = {
    sqlite3.SQLITE_CONSTRAINT_UNIQUE,
    sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY,
    sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY,
}
_POSTGRES_CONFLICTS = {"23503", "23505"}  # foreign key, unique
_POSTGRES_DISK_FULL = "53100"


def status_of(failure: BaseException | None) -> int:
    """Looks also at what the failure came from; 500 when nothing better is known."""
    seen = set()
    while failure is not None and id(failure) not in seen:
        if (status := _status(failure)) != 500:
            return status
        seen.add(id(failure))
        failure = failure.__cause__
    return 500


def _status(failure) -> int:
    if isinstance(failure, TOO_LARGE):
        return 413
    if isinstance(failure, OSError) and failure.errno in NO_SPACE:
        return 507
    if isinstance(failure, IntegrityError):
        return _of_integrity(failure)
    if isinstance(failure, OperationalError):
        return _of_database(failure)
    return 503 if isinstance(failure, InterfaceError) else 500


def _of_integrity(failure) -> int:
    """Somebody else was faster; a missing value is our own mistake."""
    cause = failure.__cause__
    is_conflict = (
        getattr(cause, "sqlite_errorcode", None) in _SQLITE_CONFLICTS
        or getattr(cause, "sqlstate", None) in _POSTGRES_CONFLICTS
    )
    return 409 if is_conflict else 500


def _of_database(failure) -> int:
    """A missing table is an operational error too, on SQLite."""
    cause = failure.__cause__
    if isinstance(cause, sqlite3.Error):
        return _SQLITE.get(getattr(cause, "sqlite_errorcode", 0) & 0xFF, 500)
    return 507 if getattr(cause, "sqlstate", None) == _POSTGRES_DISK_FULL else 503
