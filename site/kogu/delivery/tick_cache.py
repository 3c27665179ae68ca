"""Process memory for values that hold while the clock stands."""

from collections.abc import Callable, Hashable
from typing import Any

from . import changes, clock

MAX_VALUES = 5_000
_values: dict[str, tuple[tuple[Hashable, ...], Any]] = {}


def cached_per_tick[T](name: str, make: Callable[[], T], *version: Hashable) -> T:
    """The value made once per tick; made anew inside a public change, and then not kept.

    The tick is read before the value is made, so a value can be newer than its
    stamp but never older. `version` is what else it holds for, such as a day.
    """
    if changes.is_open():
        return make()
    stamp = (clock.now_tick(), *version)
    known = _values.get(name)
    if known and known[0] == stamp:
        cached: T = known[1]
        return cached
    value = make()
    if len(_values) >= MAX_VALUES:
        _values.clear()
    _values[name] = (stamp, value)
    return value


def clear() -> None:
    """Empties the memory; for tests, whose ticks roll back."""
    _values.clear()
