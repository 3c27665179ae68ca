"""The worker: runs jobs, periodic work and the outbox; what a killed one held is taken up again."""

import logging
import signal
import socket
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db import close_old_connections, connections
from django.db.models.functions import Now
from django.db.utils import InterfaceError, OperationalError
from django_tasks_db.compat import TaskContext, TaskResultStatus, task_finished, task_started

from . import leases, outbox, periodic
from .models import JobLease, Slot

logger = logging.getLogger(__name__)

_PAUSE = 1.5
# No job of ours takes so long; one that does hangs, and others wait for it.
JOB_SECONDS = 900
_SWEEP = "kogu.delivery.sweep"
_SWEEP_SECONDS = 20
# Wagtail's, which looks for a row that may be deleted before the job's turn comes.
_MAY_COME_TOO_LATE = "wagtail.tasks.update_reference_index_task"


def is_running() -> bool:
    """Whether some worker has shown itself in the last minute: by its rounds or by a lease."""
    if JobLease.objects.filter(expires_at__gt=Now()).exists():
        return True
    present = int(time.time()) // _SWEEP_SECONDS
    return Slot.objects.filter(name=_SWEEP, number__gte=present - 60 // _SWEEP_SECONDS).exists()


class Worker:
    """One process that works. Any number may run: every job and slot is held by one."""

    def __init__(self, pause: float = _PAUSE) -> None:
        self.name = f"{socket.gethostname()[:30]}-{uuid.uuid4().hex[:12]}"
        self.pause = pause
        self._stop = threading.Event()
        self._next_looks: dict[str, float] = {}

    def stop(self, *_signal: object) -> None:
        """Finishes the present job or delivery, and begins nothing more."""
        logger.info("Worker %s stops after its present job", self.name)
        self._stop.set()

    def run(self) -> None:
        """Works until stopped."""
        logger.info("Worker %s starts", self.name)
        while not self._stop.is_set():
            close_old_connections()
            if not self._turn():
                self._stop.wait(self.pause)

    def run_once(self) -> None:
        """Does all that is due, and what comes of it, then returns."""
        leases.sweep()
        for item in periodic.registered():
            self._do(item)
        while not self._stop.is_set() and (self._job() or outbox.drain()):
            pass

    def _turn(self) -> bool:
        """One look at everything; true when there was something to do."""
        try:
            if periodic.due(_SWEEP, _SWEEP_SECONDS, self._next_looks):
                leases.sweep()
            for item in periodic.registered():
                self._periodic(item)
            return bool(outbox.drain(self._stop.is_set)) | (not self._stop.is_set() and self._job())
        except (OperationalError, InterfaceError):
            # A busy or restarting database: wait and look again.
            logger.exception("Worker %s could not use the database", self.name)
            connections.close_all()
            return False

    def _periodic(self, item: periodic.Periodic) -> None:
        if self._stop.is_set() or not (item.has_work is None or item.has_work()):
            return
        if periodic.due(item.name, item.seconds, self._next_looks):
            self._do(item)

    def _do(self, item: periodic.Periodic) -> None:
        try:
            item.work()
        except Exception:
            logger.exception("Periodic work %s failed; it comes round again", item.name)

    def _job(self) -> bool:
        job = leases.take(self.name)
        if job is None:
            return False
        try:
            with self._heartbeat(job.pk), _time_limit(JOB_SECONDS):
                value = _call(job)
            kept = leases.succeed(job, self.name, value)
        except Exception as problem:
            if isinstance(problem, ObjectDoesNotExist) and job.task_path == _MAY_COME_TOO_LATE:
                logger.info("Job %s (%s) came too late: %s", job.pk, job.task_path, problem)
                kept = leases.succeed(job, self.name, None)
            else:
                logger.exception("Job %s (%s) failed", job.pk, job.task_path)
                if isinstance(problem, JobTimeout):
                    connections.close_all()  # it may have ended in the middle of a query
                kept = leases.fail(job, self.name, problem)
        if kept and job.status in (TaskResultStatus.SUCCESSFUL, TaskResultStatus.FAILED):
            _tell_finished(job)
        return True

    @contextmanager
    def _heartbeat(self, job: uuid.UUID) -> Iterator[None]:
        """Renews the lease of a long job from a thread of its own."""
        over = threading.Event()
        beat = threading.Thread(target=self._beat, args=(job, over), daemon=True)
        beat.start()
        try:
            yield
        finally:
            over.set()
            beat.join()

    def _beat(self, job: uuid.UUID, over: threading.Event) -> None:
        try:
            while not over.wait(leases.LEASE.total_seconds() / 4):
                try:
                    if not leases.renew(job, self.name):
                        return
                except (OperationalError, InterfaceError):
                    logger.warning("Could not renew the lease of job %s", job)
                    connections.close_all()  # the next beat begins with a connection of its own
        finally:
            connections.close_all()


class JobTimeout(Exception):
    """A job took longer than any may."""


@contextmanager
def _time_limit(seconds: int) -> Iterator[None]:
    """Raises JobTimeout in what takes longer; only the main thread of a process can be told."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def expire(_signal: int, _frame: FrameType | None) -> None:
        raise JobTimeout(f"took longer than {seconds} seconds")

    before = signal.signal(signal.SIGALRM, expire)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _call(job: leases.Job) -> Any:
    task, result = job.task, job.task_result
    task_started.send(sender=type(task.get_backend()), task_result=result)
    arguments: list[Any] = [TaskContext(task_result=result)] if task.takes_context else []
    return task.call(*arguments, *result.args, **result.kwargs)


def _tell_finished(job: leases.Job) -> None:
    try:
        task_finished.send(sender=type(job.task.get_backend()), task_result=job.task_result)
    except ImportError:
        logger.exception("Job %s names a task that is no more", job.pk)
