"""The clock: what tick it is, read once per request, and how it moves on."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import NamedTuple

from django.db import connection
from django.utils import timezone


class ClockReading(NamedTuple):
    """What the clock showed: the tick, and the moment of that tick."""

    tick: int
    moved_at: dt.datetime


_NEVER = ClockReading(0, dt.datetime(1970, 1, 1, tzinfo=dt.UTC))
# The reading of this request: absent outside one, empty until the first look.
_held: ContextVar[list[ClockReading] | None] = ContextVar("kogu_clock_reading", default=None)

_READ = "SELECT tick, moved_at FROM delivery_clock WHERE id = 1"
_ADVANCE = """
    INSERT INTO delivery_clock (id, tick, moved_at) VALUES (1, 1, {now})
    ON CONFLICT (id) DO UPDATE SET tick = delivery_clock.tick + 1, moved_at = excluded.moved_at
    RETURNING tick, moved_at
"""
_NOW = {
    "sqlite": "STRFTIME('%Y-%m-%d %H:%M:%f', 'now')",
    "postgresql": "CLOCK_TIMESTAMP()",
}


def reading() -> ClockReading:
    """The tick and its moment, read once while a request is answered."""
    held = _held.get()
    if held:
        return held[0]
    with connection.cursor() as cursor:
        cursor.execute(_READ)
        row = cursor.fetchone()
    now = ClockReading(row[0], _aware(row[1])) if row else _NEVER
    if held is not None:
        held.append(now)
    return now


def now_tick() -> int:
    """The number of the latest public change."""
    return reading().tick


def advance() -> ClockReading:
    """One tick on. Locks the clock's row, so ticks are committed in their order."""
    with connection.cursor() as cursor:
        cursor.execute(_ADVANCE.format(now=_NOW[connection.vendor]))
        row = cursor.fetchone()
    discard_reading()
    return ClockReading(row[0], _aware(row[1]))


@contextmanager
def shared_reading() -> Iterator[None]:
    """Within, the clock is read from the database at most once."""
    token = _held.set([])
    try:
        yield
    finally:
        _held.reset(token)


def discard_reading() -> None:
    """Forgets this request's reading, after the clock moved."""
    held = _held.get()
    if held:
        held.clear()


def _aware(value: str | dt.datetime) -> dt.datetime:
    """A driver's value as a moment: SQLite answers text, PostgreSQL a datetime."""
    moment = dt.datetime.fromisoformat(value) if isinstance(value, str) else value
    return timezone.make_aware(moment, dt.UTC) if timezone.is_naive(moment) else moment
