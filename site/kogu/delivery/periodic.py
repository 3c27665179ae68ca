"""Work that comes round: registered from above, done by one worker per slot of time."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from django.db import connection
from django.db.backends.utils import CursorWrapper

_NOW_SECONDS = {
    "sqlite": "CAST(STRFTIME('%s', 'now') AS INTEGER)",
    "postgresql": "CAST(FLOOR(EXTRACT(EPOCH FROM CLOCK_TIMESTAMP())) AS BIGINT)",
}
_LATEST = "SELECT {now}, (SELECT number FROM delivery_slot WHERE name = {name})"
_TAKE = """
    INSERT INTO delivery_slot (name, number) VALUES ({name}, {now} / {every})
    ON CONFLICT (name) DO UPDATE SET number = excluded.number
    WHERE delivery_slot.number < excluded.number
    RETURNING number
"""


@dataclass(frozen=True)
class Periodic:
    """Some work, every how many seconds it is due, and whether there is any."""

    name: str
    seconds: int
    work: Callable[[], object]
    has_work: Callable[[], bool] | None = None


_registered: dict[str, Periodic] = {}


def every(
    seconds: int, *, has_work: Callable[[], bool] | None = None
) -> Callable[[Callable[[], object]], Callable[[], object]]:
    """Registers work to be done once in every so many seconds, by one of all workers.

    It must bear being done twice, and one that fails is simply due again. `has_work` is a cheap
    question asked first, for work that is due often and mostly finds nothing.
    """

    def register(work: Callable[[], object]) -> Callable[[], object]:
        name = f"{work.__module__}.{work.__qualname__}"
        _registered[name] = Periodic(name, seconds, work, has_work)
        return work

    return register


def registered() -> list[Periodic]:
    """All periodic work, the most frequent first."""
    return sorted(_registered.values(), key=lambda work: (work.seconds, work.name))


def due(name: str, seconds: int, next_looks: dict[str, float] | None = None) -> bool:
    """Takes this work's present slot, by the database's time; false when it is taken already.

    Looking is a read; only a free slot costs a write. A worker that brings its `next_looks` is
    not made to look again before the next slot begins.
    """
    next_looks = {} if next_looks is None else next_looks
    if time.monotonic() < next_looks.get(name, 0):
        return False
    now = _NOW_SECONDS[connection.vendor]
    with connection.cursor() as cursor:
        _execute(cursor, _LATEST, now, seconds, name)
        present, taken = cursor.fetchone()
        next_looks[name] = time.monotonic() + seconds - present % seconds
        if taken is not None and taken >= present // seconds:
            return False
        _execute(cursor, _TAKE, now, seconds, name)
        return cursor.fetchone() is not None


def _execute(cursor: CursorWrapper, sql: str, now: str, seconds: int, name: str) -> None:
    # The time expression holds a bare percent sign on SQLite, hence the doubling.
    text = sql.format(now=now.replace("%", "%%"), every=int(seconds), name="%s")
    cursor.execute(text, [name])
