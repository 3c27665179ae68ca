"""The database backend `kogu.delivery.sqlite3`."""

from collections import defaultdict
from pathlib import Path
from typing import Any

from django.db.backends.sqlite3 import base
from django.db.utils import OperationalError

from .queue import FairLock

_PATIENCE = 30.0
_locks: dict[str, FairLock] = defaultdict(FairLock)


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that waits for its turn in this process before it begins to write."""

    _turn: FairLock | None = None

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Make the folder of the file first; read text that is none, too."""
        if not self.is_in_memory_db():
            Path(conn_params["database"]).parent.mkdir(parents=True, exist_ok=True)
        connection = super().get_new_connection(conn_params)
        connection.text_factory = _decoded
        return connection

    def _start_transaction_under_autocommit(self) -> None:
        self._take_turn()
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]  # django-stubs leaves it out
        except BaseException:
            self._pass_turn()
            raise

    def _commit(self) -> None:
        super()._commit()  # type: ignore[misc]  # django-stubs leaves it out
        self._pass_turn()

    def _rollback(self) -> None:
        try:
            super()._rollback()  # type: ignore[misc]  # django-stubs leaves it out
        finally:
            self._pass_turn()

    def _close(self) -> None:
        try:
            super()._close()  # type: ignore[misc]  # django-stubs leaves it out
        finally:
            self._pass_turn()

    def _take_turn(self) -> None:
        if self._turn is not None or self.is_in_memory_db():
            return
        lock = _locks[str(self.settings_dict["NAME"])]
        if not lock.acquire(float(self.settings_dict["OPTIONS"].get("timeout", _PATIENCE))):
            raise OperationalError("database is locked: no turn to write came in time")
        self._turn = lock

    def _pass_turn(self) -> None:
        turn, self._turn = self._turn, None
        if turn is not None:
            turn.release()


def _decoded(stored: bytes) -> str:
    """SQLite takes any bytes for text; one row of them must not break whole lists."""
    return stored.decode("utf-8", "replace")
