"""Jobs and who holds them: taken, renewed, finished or given back by conditional updates."""

import datetime as dt
import logging
import uuid
from traceback import format_exception
from typing import Any

from django.db import transaction
from django.db.models import DateTimeField, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Now
from django.utils import timezone
from django_tasks_db.compat import TaskResultStatus, normalize_json
from django_tasks_db.models import DBTaskResult, get_date_max

from .models import JobLease
from .outbox import retry_delay
from .prepared import Prepared

logger = logging.getLogger(__name__)

type Job = DBTaskResult[Any, Any]

LEASE = dt.timedelta(seconds=60)
ATTEMPTS = 5


def take(holder: str) -> Job | None:
    """The next job that is due, now running and leased to this worker."""
    if not _READY(now=timezone.now(), never=get_date_max()):
        # Idle looks must not take SQLite's write lock.
        return None
    ready = DBTaskResult.objects.ready().order_by(*(DBTaskResult._meta.ordering or ()))
    with transaction.atomic():
        job = ready.select_for_update(skip_locked=True).first()
        if job is None:
            return None
        job.claim(holder)
        JobLease.objects.update_or_create(
            task=job.pk, defaults={"holder": holder, "expires_at": Now() + LEASE}
        )
    return job


# `DBTaskResult.objects.ready()`, asked every second or two.
_READY = Prepared(
    lambda now, never: (
        DBTaskResult.objects.filter(status=TaskResultStatus.READY)
        .filter(Q(run_after=never) | Q(run_after__lte=now))
        .order_by()
        .values_list("pk")[:1]
    ),
    now=DateTimeField(),
    never=DateTimeField(),
)


def renew(job: uuid.UUID, holder: str) -> bool:
    """Prolongs the lease; false when another worker has taken the job over."""
    return bool(_lease(job, holder).update(expires_at=Now() + LEASE))


def succeed(job: Job, holder: str, value: object) -> bool:
    """Marks the job done, if it is still this worker's to mark."""
    value = normalize_json(value)  # what is no JSON must not break the transaction
    with transaction.atomic():
        if not _lease(job.pk, holder).delete()[0]:
            logger.warning("Job %s was taken over; this result is not kept", job.pk)
            return False
        job.set_successful(value)
    return True


def fail(job: Job, holder: str, problem: BaseException) -> bool:
    """Gives the job back for another attempt, or up after the last."""
    with transaction.atomic():
        if not _lease(job.pk, holder).delete()[0]:
            return False
        _again_or_never(job, problem, retry_delay(len(job.worker_ids)))
    return True


def sweep() -> int:
    """Takes running jobs back whose worker is gone: the lease ran out, or there is none."""
    held = JobLease.objects.filter(task=OuterRef("pk"), expires_at__gte=Now())
    stranded = (
        DBTaskResult.objects.running()
        .exclude(Exists(held))
        .filter(started_at__lt=timezone.now() - LEASE)
    )
    swept = 0
    for pk in list(stranded.values_list("pk", flat=True)):
        with transaction.atomic():
            job = stranded.select_for_update().filter(pk=pk).first()
            if job is None:
                continue
            JobLease.objects.filter(task=pk).delete()
            # The lease was pause enough.
            _again_or_never(job, ConnectionAbortedError("the worker vanished"), dt.timedelta())
            swept += 1
    return swept


def _lease(job: uuid.UUID, holder: str) -> QuerySet[JobLease]:
    return JobLease.objects.filter(task=job, holder=holder)


def _again_or_never(job: Job, problem: BaseException, wait: dt.timedelta) -> None:
    if len(job.worker_ids) >= ATTEMPTS:
        job.set_failed(problem)
        return
    job.status = TaskResultStatus.READY
    job.run_after = timezone.now() + wait
    job.exception_class_path = f"{type(problem).__module__}.{type(problem).__qualname__}"
    job.traceback = "".join(format_exception(problem))
    job.save(update_fields=["status", "run_after", "exception_class_path", "traceback"])
