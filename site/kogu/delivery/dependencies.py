"""Collects what an answer shows while it is made: its tags, and until when it holds."""

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from .refs import Ref, list_tag


@dataclass
class Dependencies:
    """The tags an answer depends on, and the moment at which it ends to hold, if any."""

    tags: set[str] = field(default_factory=set)
    until: dt.datetime | None = None

    def add(self, tags: Iterable[str], until: dt.datetime | None = None) -> None:
        """Takes in more tags and an earlier end."""
        self.tags.update(tags)
        if until is not None and (self.until is None or until < self.until):
            self.until = until


_collector: ContextVar[Dependencies | None] = ContextVar("kogu_shown", default=None)


@contextmanager
def collect_dependencies() -> Iterator[Dependencies]:
    """Collects what is shown inside; an outer collector learns it too."""
    outer, inner = _collector.get(), Dependencies()
    token = _collector.set(inner)
    try:
        yield inner
    finally:
        _collector.reset(token)
        if outer is not None:
            outer.add(inner.tags, inner.until)


def depends_on(*instances: Ref | str) -> None:
    """The answer shows these public items, or something under these tags."""
    if collector := _collector.get():
        collector.add(
            instance.tag if isinstance(instance, Ref) else instance for instance in instances
        )


def depends_on_list(kind: str, *locales: str) -> None:
    """The answer lists items of a kind, in each of these languages it draws from."""
    if collector := _collector.get():
        collector.add(list_tag(kind, locale) for locale in locales)


def valid_until(moment: dt.datetime | None) -> None:
    """The answer holds until then: an event begins or ends, something expires, a day is over."""
    if (collector := _collector.get()) and moment is not None:
        collector.add((), moment)
