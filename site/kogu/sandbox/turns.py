"""One child at a time on a machine, whichever process starts it."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

# How often who waits for a limited time looks again.
_AGAIN = 0.02


@contextmanager
def turn(patience: float | None = None) -> Iterator[None]:
    """Holds the machine's only turn; `BlockingIOError` when none came within `patience` seconds."""
    path = Path(settings.SANDBOX_LOCK)
    path.parent.mkdir(parents=True, exist_ok=True)
    file = os.open(path, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
    try:
        _lock(file, patience)
        yield
    finally:
        os.close(file)


def _lock(file: int, patience: float | None) -> None:
    if patience is None:
        return fcntl.flock(file, fcntl.LOCK_EX)
    until = time.monotonic() + patience
    while True:
        try:
            return fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= until:
                raise
            time.sleep(_AGAIN)
