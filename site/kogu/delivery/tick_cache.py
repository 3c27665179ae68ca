"""Process memory for values that hold while the clock stands."""

from collections.abc import Callable
from typing import Any

from . import changes, clock

_values: dict[str, tuple[int, Any]] = {}


def remember[T](name: str, make: Callable[[], T]) -> T:
    """The value made once per tick; made anew inside a public change, and then not kept.

    The tick is read before the value is made, so a value can be newer than its
    stamp but never older.
    """
    if changes.is_open():
        return make()
    tick = clock.now_tick()
    known = _values.get(name)
    if known and known[0] == tick:
        return known[1]
    value = make()
    _values[name] = (tick, value)
    return value


def forget_all():
    """Empties the memory; for tests, whose ticks roll back."""
    _values.clear()
