"""Everything that changes what the public sees happens inside `public_change()`."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db import connection, transaction

from . import addresses, clock
from .models import Change, Tag
from .refs import Ref


class Transition(NamedTuple):
    """What became of one public item; a missing address means it is not public."""

    ref: Ref
    before_url: str | None
    after_url: str | None
    tags: frozenset[str] = frozenset()

    @property
    def action(self) -> Change.Action:
        """Created, updated or removed, as the public sees it."""
        if self.before_url is None:
            return Change.Action.CREATED
        return Change.Action.REMOVED if self.after_url is None else Change.Action.UPDATED


type CardSync = Callable[[set[Ref]], Iterable[Transition]]


class NotInPublicChange(RuntimeError):
    """Something public was touched outside `public_change()`."""


@dataclass
class _Open:
    """What was touched since the outermost public change began."""

    refs: set[Ref] = field(default_factory=set)
    rechecked: set[Ref] = field(default_factory=set)
    tags: set[str] = field(default_factory=set)


_open: ContextVar[_Open | None] = ContextVar("kogu_public_change", default=None)
_card_syncs: list[CardSync] = []


@contextmanager
def public_change() -> Iterator[None]:
    """One transaction in which the public's view may change; nested calls join the outermost.

    At its end the touched items are compared with what was public before. Only
    real differences are recorded, as one tick of the clock.
    """
    if _open.get() is not None:
        yield
        return
    with transaction.atomic(durable=True):
        touched = _Open()
        token = _open.set(touched)
        try:
            yield
            if not connection.needs_rollback:
                _write_changes(touched)
        finally:
            _open.reset(token)


def is_open() -> bool:
    """Whether a public change is under way here."""
    return _open.get() is not None


def touch(*refs: Ref) -> None:
    """These public items may have changed."""
    _current(refs).refs.update(refs)


def recheck(*refs: Ref) -> None:
    """These may be public elsewhere, newly or no more, but their contents are the same.

    For moves and restrictions, which reach whole subtrees: where the address
    stays, no change is recorded.
    """
    _current(refs).rechecked.update(refs)


def touch_tag(*names: str) -> None:
    """Something else that answers are made from has changed: a menu, settings, an image."""
    _current(names).tags.update(names)


def sync_cards_with(sync: CardSync) -> CardSync:
    """Registers who compares touched items with what was public before, and says what differs."""
    if sync not in _card_syncs:
        _card_syncs.append(sync)
    return sync


def _current(what: Iterable[Ref | str]) -> _Open:
    touched = _open.get()
    if touched is None:
        raise NotInPublicChange(
            f"{', '.join(map(str, what))} was touched outside a public change; "
            "wrap the work in `with public_change():` (kogu.delivery.changes)"
        )
    return touched


def _write_changes(touched: _Open) -> None:
    """Writes what the public will see differently, as the transaction's last statements."""
    transitions: dict[Ref, Transition] = {}
    while touched.refs or touched.rechecked:
        refs, only_rechecked = touched.refs, touched.rechecked - touched.refs
        touched.refs, touched.rechecked = set(), set()
        for sync in _card_syncs:
            for transition in sync(refs | only_rechecked):
                if transition.ref in refs or transition.before_url != transition.after_url:
                    _join(transitions, transition)
    tags = set(touched.tags)
    for transition in transitions.values():
        tags |= {transition.ref.tag, transition.ref.list_tag, *transition.tags}
    if addresses.moved_transitions(transitions.values()):
        tags.add("redirects")
    if tags:
        _record(list(transitions.values()), tags)


def _join(transitions: dict[Ref, Transition], later: Transition) -> None:
    """An item that was compared before makes one transition: from its first state to its last."""
    first = transitions.pop(later.ref, later)
    if first is not later:
        later = later._replace(before_url=first.before_url, tags=first.tags | later.tags)
    if later.before_url is not None or later.after_url is not None:
        transitions[later.ref] = later


def _record(transitions: list[Transition], tags: set[str]) -> None:
    now = clock.advance()
    Change.objects.bulk_create(
        Change(
            tick=now.tick,
            position=position,
            action=transition.action,
            kind=transition.ref.kind,
            key=transition.ref.key,
            locale=transition.ref.locale,
            old_url=transition.before_url or "",
            new_url=transition.after_url or "",
            moved_at=now.moved_at,
        )
        for position, transition in enumerate(transitions)
    )
    # Sorted, so that two writers never wait for each other in a circle.
    Tag.objects.bulk_create(
        [Tag(name=name, tick=now.tick) for name in sorted(tags)],
        update_conflicts=True,
        unique_fields=["name"],
        update_fields=["tick"],
    )
    addresses.follow(transitions, now.tick)
