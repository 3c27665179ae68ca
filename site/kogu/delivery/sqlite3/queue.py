"""A lock for which threads queue: whoever asked first writes first."""

import threading
from collections import deque


class FairLock:
    """SQLite lets waiting writers race, and some lose for many seconds; here they line up."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._queue: deque[threading.Event] = deque()
        self._taken = False

    def acquire(self, timeout: float) -> bool:
        """Waits for one's turn; false when it did not come in time."""
        with self._guard:
            if not self._taken:
                self._taken = True
                return True
            turn = threading.Event()
            self._queue.append(turn)
        if turn.wait(timeout):
            return True
        with self._guard:
            if turn.is_set():  # it came just now
                return True
            self._queue.remove(turn)
            return False

    def release(self) -> None:
        """Passes the turn on to the longest waiting thread."""
        with self._guard:
            if self._queue:
                self._queue.popleft().set()
            else:
                self._taken = False
