"""The worker: runs jobs, periodic work and the outbox, and survives its own death."""

import logging
import socket
import threading
import time
import uuid
from contextlib import contextmanager

from django.core.exceptions import ObjectDoesNotExist
from django.db import close_old_connections, connections
from django.db.models.functions import Now
from django.db.utils import InterfaceError, OperationalError
from django_tasks_db.compat import TaskContext, TaskResultStatus, task_finished, task_started
from django_tasks_db.models import DBTaskResult

from . import leases, outbox, periodic
from .models import JobLease, Slot

logger = logging.getLogger(__name__)

_PAUSE = 1.0
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

    def __init__(self, pause: float = _PAUSE):
        self.name = f"{socket.gethostname()[:30]}-{uuid.uuid4().hex[:12]}"
        self.pause = pause
        self._stop = threading.Event()

    def stop(self, *_signal):
        """Finishes what it is doing, and begins nothing more."""
        logger.info("Worker %s stops after its present job", self.name)
        self._stop.set()

    def run(self):
        """Works until stopped."""
        logger.info("Worker %s starts", self.name)
        while not self._stop.is_set():
            close_old_connections()
            if not self._turn():
                self._stop.wait(self.pause)

    def run_once(self):
        """Does all that is due, and what comes of it, then returns."""
        leases.sweep()
        for item in periodic.registered():
            self._do(item)
        while not self._stop.is_set() and (self._job() or outbox.drain()):
            pass

    def _turn(self) -> bool:
        """One look at everything; true when there was something to do."""
        try:
            if periodic.due(_SWEEP, _SWEEP_SECONDS):
                leases.sweep()
            for item in periodic.registered():
                if periodic.due(item.name, item.seconds):
                    self._do(item)
            return bool(outbox.drain()) | self._job()
        except (OperationalError, InterfaceError):
            # A busy or restarting database: wait and look again.
            logger.exception("Worker %s could not use the database", self.name)
            connections.close_all()
            return False

    def _do(self, item: periodic.Periodic):
        try:
            item.work()
        except Exception:
            logger.exception("Periodic work %s failed; it comes round again", item.name)

    def _job(self) -> bool:
        job = leases.take(self.name)
        if job is None:
            return False
        try:
            with self._heartbeat(job.pk):
                value = _call(job)
            kept = leases.succeed(job, self.name, value)
        except Exception as problem:
            if isinstance(problem, ObjectDoesNotExist) and job.task_path == _MAY_COME_TOO_LATE:
                logger.info("Job %s (%s) came too late: %s", job.pk, job.task_path, problem)
                kept = leases.succeed(job, self.name, None)
            else:
                logger.exception("Job %s (%s) failed", job.pk, job.task_path)
                kept = leases.fail(job, self.name, problem)
        if kept and job.status in (TaskResultStatus.SUCCESSFUL, TaskResultStatus.FAILED):
            _tell_finished(job)
        return True

    @contextmanager
    def _heartbeat(self, job: uuid.UUID):
        """Renews the lease of a long job from a thread of its own."""
        over = threading.Event()
        beat = threading.Thread(target=self._beat, args=(job, over), daemon=True)
        beat.start()
        try:
            yield
        finally:
            over.set()
            beat.join()

    def _beat(self, job: uuid.UUID, over: threading.Event):
        try:
            while not over.wait(leases.LEASE.total_seconds() / 4):
                try:
                    if not leases.renew(job, self.name):
                        return
                except OperationalError:
                    logger.warning("Could not renew the lease of job %s", job)
        finally:
            connections.close_all()


def _call(job: DBTaskResult):
    task, result = job.task, job.task_result
    task_started.send(sender=type(task.get_backend()), task_result=result)
    arguments = [TaskContext(task_result=result)] if task.takes_context else []
    return task.call(*arguments, *result.args, **result.kwargs)


def _tell_finished(job: DBTaskResult):
    try:
        task_finished.send(sender=type(job.task.get_backend()), task_result=job.task_result)
    except ImportError:
        logger.exception("Job %s names a task that is no more", job.pk)
