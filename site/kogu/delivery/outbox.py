"""The outbox: deliveries written with their reason, made afterwards, at least once."""

import datetime as dt
import logging
import uuid
from collections.abc import Callable
from typing import Any

from django.db.models import F, QuerySet
from django.db.models.functions import Now
from django.utils import timezone

from .models import Outbox
from .prepared import Prepared

logger = logging.getLogger(__name__)

type Handler = Callable[[Outbox], None]

KEPT = dt.timedelta(days=30)
ATTEMPTS = 8
_handlers: dict[str, Handler] = {}
# A delivery whose worker vanished is tried again after this.
_HANDS_OFF = dt.timedelta(minutes=5)


class Undeliverable(Exception):
    """Trying again cannot help: the delivery is given up at once."""


def register_handler(kind: str) -> Callable[[Handler], Handler]:
    """Registers who makes deliveries of a kind. It may be called twice for one delivery."""

    def register(handler: Handler) -> Handler:
        _handlers[kind] = handler
        return handler

    return register


def enqueue(kind: str, payload: dict[str, Any], *, due_in: dt.timedelta | None = None) -> Outbox:
    """Writes a delivery down; it goes out once the transaction around it is committed."""
    if kind not in _handlers:
        raise LookupError(f"Nobody handles deliveries of the kind {kind!r}")
    entry = Outbox(id=uuid.uuid4(), kind=kind, payload=payload)
    if due_in:
        entry.due_at = Now() + due_in
    entry.save(force_insert=True)
    return entry


def drain(is_stopped: Callable[[], bool] = lambda: False) -> int:
    """Makes the deliveries that are due, oldest first; one that fails stops no other.

    At most a hundred, and none is begun once `is_stopped`.
    """
    delivered = 0
    for (pk,) in _DUE():
        if is_stopped():
            break
        delivered += _attempt(pk)
    return delivered


_DUE = Prepared(
    lambda: (
        Outbox.objects.filter(state=Outbox.State.WAITING, due_at__lte=Now())
        .order_by("due_at", "created_at")
        .values_list("pk")[:100]
    )
)


def purge() -> int:
    """Deletes what was delivered or given up more than thirty days ago."""
    finished = Outbox.objects.filter(finished_at__lt=timezone.now() - KEPT)
    return finished.delete()[0]


def _attempt(pk: uuid.UUID) -> bool:
    holder = uuid.uuid4().hex
    waiting = Outbox.objects.filter(pk=pk, state=Outbox.State.WAITING, due_at__lte=Now())
    if not waiting.update(holder=holder, attempts=F("attempts") + 1, due_at=Now() + _HANDS_OFF):
        return False  # another worker was first
    entry = Outbox.objects.get(pk=pk)
    if entry.attempts > ATTEMPTS:
        # Each attempt before ended with its process, and none could say why.
        logger.error("Delivery %s is given up: %d attempts never ended", pk, ATTEMPTS)
        _postpone(entry, Undeliverable(f"{ATTEMPTS} attempts never ended"))
        return False
    try:
        handler = _handlers.get(entry.kind)
        if handler is None:
            raise Undeliverable(f"nobody handles the kind {entry.kind!r}")
        handler(entry)
    except Exception as problem:
        logger.exception("Delivery %s failed, attempt %d", entry.pk, entry.attempts)
        _postpone(entry, problem)
        return False
    _held(entry).update(state=Outbox.State.DONE, finished_at=Now(), problem="")
    return True


def _postpone(entry: Outbox, problem: Exception) -> None:
    text = f"{type(problem).__name__}: {problem}"[:2000]
    if isinstance(problem, Undeliverable) or entry.attempts >= ATTEMPTS:
        _held(entry).update(state=Outbox.State.DEAD, finished_at=Now(), problem=text)
    else:
        _held(entry).update(due_at=Now() + retry_delay(entry.attempts), problem=text)


def retry_delay(attempts: int) -> dt.timedelta:
    """How long to wait after so many attempts: half a minute, doubling, at most six hours."""
    return min(dt.timedelta(seconds=30 * 2.0 ** (attempts - 1)), dt.timedelta(hours=6))


def _held(entry: Outbox) -> QuerySet[Outbox]:
    return Outbox.objects.filter(pk=entry.pk, holder=entry.holder, state=Outbox.State.WAITING)
