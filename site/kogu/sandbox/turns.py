"""One child at a time on a machine, whichever process starts it."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from django.conf import settings

# How often who waits for a limited time looks again.
_AGAIN = 0.02


@contextmanager
def turn(wait_seconds: float | None = None) -> Iterator[None]:
    """Holds the machine's only turn; `BlockingIOError` when none came within `wait_seconds`."""
    path = Path(settings.SANDBOX_LOCK)
    path.parent.mkdir(parents=True, exist_ok=True)
    file = _open(path)
    try:
        _lock(file, wait_seconds)
        yield
    finally:
        os.close(file)


def _open(path: Path) -> int:
    """A new file belongs to the owner of its folder: one that root makes keeps nobody out."""
    flags = os.O_RDWR | os.O_CLOEXEC
    try:
        file = os.open(path, flags | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return os.open(path, flags)
    owner = path.parent.stat()
    with suppress(PermissionError):
        os.fchown(file, owner.st_uid, owner.st_gid)
    return file


def _lock(file: int, wait_seconds: float | None) -> None:
    if wait_seconds is None:
        return fcntl.flock(file, fcntl.LOCK_EX)
    until = time.monotonic() + wait_seconds
    while True:
        try:
            return fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= until:
                raise
            time.sleep(_AGAIN)
