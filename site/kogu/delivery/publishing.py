"""Scheduled publishing and expiry, without a host's cron."""

import logging
import time
from collections.abc import Callable, Iterable
from functools import cache, partial
from typing import Any

from django.apps import apps
from django.db import models
from django.dispatch import Signal
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page, Revision

from .changes import public_change
from .prepared import Prepared

# Sent by the model whose row failed, with its `pk` and the `error`, after all was rolled back.
publication_failed = Signal()

logger = logging.getLogger(__name__)
_RETRY_SECONDS = 600
# What failed in this process, and until when it is left alone.
_failed_until: dict[tuple[type[models.Model], object], float] = {}


def publish_due() -> int:
    """Expires what has run out and publishes what is due, each in a change of its own."""
    return expire() + go_live()


def is_due() -> bool:
    """Whether any moment has come; asked every second or two, and so kept cheap."""
    now = timezone.now()
    return any(query(now=now) for query in _due_queries())


@cache
def _due_queries() -> list[Prepared]:
    def expired(model: type[models.Model]) -> Prepared:
        rows = model._base_manager.order_by().values_list("pk")
        return Prepared(
            lambda now: rows.filter(live=True, expire_at__lt=now)[:1], now=models.DateTimeField()
        )

    approved = Prepared(
        lambda now: (
            Revision.objects.filter(approved_go_live_at__lt=now).order_by().values_list("pk")[:1]
        ),
        now=models.DateTimeField(),
    )
    return [approved, *map(expired, _models())]


def expire() -> int:
    """Takes what has expired off the site."""
    done = 0
    for model in _models():
        due = model._base_manager.filter(live=True, expire_at__lt=timezone.now())
        keys = due.order_by("expire_at").values_list("pk", flat=True)
        done += _each(model, keys, partial(_expire_one, due))
    return done


def go_live() -> int:
    """Publishes the revisions whose approved moment has come."""
    due = Revision.objects.filter(approved_go_live_at__lt=timezone.now())
    keys = due.order_by("approved_go_live_at").values_list("pk", flat=True)
    return _each(Revision, keys, partial(_publish_one, due))


def _models() -> list[type[models.Model]]:
    return [
        model
        for model in apps.get_models()
        if model is Page or (issubclass(model, DraftStateMixin) and not issubclass(model, Page))
    ]


def _each(model: type[models.Model], keys: Iterable[object], do: Callable[[object], bool]) -> int:
    """One that fails is reported and tried again after some minutes; it never stops the others."""
    done = 0
    for key in list(keys):
        if _failed_until.get((model, key), 0) > time.monotonic():
            continue
        try:
            with public_change():
                done += do(key)
        except Exception as error:
            logger.exception("Scheduled publishing or expiry of %s %s failed", model, key)
            _failed_until[model, key] = time.monotonic() + _RETRY_SECONDS
            publication_failed.send_robust(model, pk=key, error=error)
    return done


def _expire_one(due: models.QuerySet[Any], pk: object) -> bool:
    # Looked up again under lock: an editor may have changed the moment just now.
    instance = due.select_for_update().filter(pk=pk).first()
    if instance is None:
        return False
    if isinstance(instance, Page):
        instance = instance.specific
    instance.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    return True


def _publish_one(due: models.QuerySet[Any], pk: object) -> bool:
    revision = due.select_for_update().filter(pk=pk).first()
    if revision is None:
        return False
    revision.publish(log_action="wagtail.publish.scheduled")
    return True
