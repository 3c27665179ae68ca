"""Jobs are done though workers fail, vanish or freeze."""

import datetime as dt
import importlib
import logging
import threading
import uuid

import pytest
import wagtail.tasks
from django.db import OperationalError, connection
from django.db.models.functions import Now
from django.utils import timezone
from django_tasks_db.compat import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from kogu.delivery import leases, outbox, periodic_jobs, publishing, worker
from kogu.delivery.models import JobLease, Outbox
from kogu.delivery.worker import Worker
from tests.delivery.jobs import enqueue, expire_leases

from . import jobs

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("database_queue")]


def make_due():
    DBTaskResult.objects.update(run_after=timezone.now() - dt.timedelta(seconds=1))


def test_once_does_all_that_is_due():
    job = enqueue(jobs.add, 1, 2)
    other = enqueue(jobs.add, 3, 4)

    Worker().run_once()

    job.refresh_from_db()
    other.refresh_from_db()
    assert (job.status, job.return_value) == (TaskResultStatus.SUCCESSFUL, 3)
    assert (other.status, other.return_value) == (TaskResultStatus.SUCCESSFUL, 7)
    assert not JobLease.objects.exists()


def test_a_job_that_fails_is_tried_again_later_and_given_up_at_last(caplog):
    caplog.set_level(logging.CRITICAL)
    job = enqueue(jobs.fail)

    Worker().run_once()
    job.refresh_from_db()
    assert job.status == TaskResultStatus.READY
    assert job.run_after > timezone.now() + dt.timedelta(seconds=20)
    assert "not today" in job.traceback

    for _ in range(leases.ATTEMPTS):
        make_due()
        Worker().run_once()
    job.refresh_from_db()
    assert job.status == TaskResultStatus.FAILED
    assert len(job.worker_ids) == leases.ATTEMPTS


def test_references_of_something_deleted_are_no_alarm(caplog, monkeypatch):
    task = jobs.queued(wagtail.tasks.update_reference_index_task.func)
    monkeypatch.setattr(wagtail.tasks, "update_reference_index_task", task)
    job = enqueue(task, "wagtailcore", "page", "0")
    assert job.task_path == "wagtail.tasks.update_reference_index_task"

    Worker().run_once()

    job.refresh_from_db()
    assert job.status == TaskResultStatus.SUCCESSFUL
    assert len(job.worker_ids) == 1
    assert not JobLease.objects.exists()
    assert [record for record in caplog.records if record.levelno > logging.INFO] == []


def test_another_job_that_misses_a_row_has_failed(caplog):
    caplog.set_level(logging.CRITICAL)
    job = enqueue(jobs.look_for_what_is_gone)

    Worker().run_once()

    job.refresh_from_db()
    assert job.status == TaskResultStatus.READY
    assert "DoesNotExist" in job.exception_class_path


def test_a_result_that_cannot_be_stored_fails_the_job(caplog):
    caplog.set_level(logging.CRITICAL)
    job = enqueue(jobs.return_what_cannot_be_stored)

    Worker().run_once()

    job.refresh_from_db()
    assert job.status == TaskResultStatus.READY
    assert "TypeError" in job.exception_class_path


def test_a_job_is_held_by_one_worker():
    enqueue(jobs.add, 1, 2)

    assert leases.take("first") is not None
    assert leases.take("second") is None


def test_a_vanished_workers_job_is_taken_back_when_its_lease_ends():
    job = enqueue(jobs.add, 1, 2)
    leases.take("first")

    assert leases.sweep() == 0
    expire_leases()
    assert leases.sweep() == 1

    assert leases.take("second").pk == job.pk


def test_a_running_job_without_a_lease_is_taken_back():
    enqueue(jobs.add, 1, 2)
    leases.take("db_worker")
    expire_leases()
    JobLease.objects.all().delete()

    assert leases.sweep() == 1


def test_a_job_that_kills_its_workers_is_given_up():
    job = enqueue(jobs.add, 1, 2)
    for _ in range(leases.ATTEMPTS):
        leases.take("first")
        expire_leases()
        leases.sweep()

    job.refresh_from_db()
    assert job.status == TaskResultStatus.FAILED
    assert "vanished" in job.traceback


def test_a_worker_that_froze_and_woke_cannot_finish_what_was_taken_over():
    enqueue(jobs.add, 1, 2)
    frozen = leases.take("frozen")
    expire_leases()
    leases.sweep()
    taken = leases.take("second")

    assert not leases.renew(frozen.pk, "frozen")
    assert not leases.succeed(frozen, "frozen", "late")
    assert not leases.fail(frozen, "frozen", ValueError("late"))
    assert leases.succeed(taken, "second", "right")
    taken.refresh_from_db()
    assert (taken.status, taken.return_value) == (TaskResultStatus.SUCCESSFUL, "right")


def test_a_heartbeat_keeps_the_lease():
    job = enqueue(jobs.add, 1, 2)
    leases.take("first")
    expire_leases()

    assert leases.renew(job.pk, "first")
    assert leases.sweep() == 0


def test_once_sends_the_outbox_and_what_jobs_put_there(monkeypatch):
    sent = []
    monkeypatch.setattr(outbox, "_handlers", {"test": lambda entry: sent.append(entry.payload)})
    outbox.enqueue("test", {"n": 1})

    Worker().run_once()

    assert sent == [{"n": 1}]
    assert Outbox.objects.get().state == Outbox.State.DONE


def test_a_stop_is_heeded_between_deliveries(monkeypatch):
    working, sent = Worker(), []

    def deliver(entry):
        sent.append(entry.payload)
        working.stop()

    monkeypatch.setattr(outbox, "_handlers", {"test": deliver})
    for number in range(3):
        outbox.enqueue("test", {"n": number})

    working._turn()

    assert len(sent) == 1
    assert Outbox.objects.filter(state=Outbox.State.WAITING).count() == 2


def test_a_delivery_that_ends_its_process_is_given_up_loudly(monkeypatch, caplog):
    def die(entry):
        raise SystemExit  # as little handled as a killed process

    monkeypatch.setattr(outbox, "_handlers", {"test": die})
    outbox.enqueue("test", {})

    for _ in range(outbox.ATTEMPTS):
        Outbox.objects.update(due_at=Now() - dt.timedelta(seconds=1))
        with pytest.raises(SystemExit):
            outbox.drain()
    Outbox.objects.update(due_at=Now() - dt.timedelta(seconds=1))
    outbox.drain()

    entry = Outbox.objects.get()
    assert entry.state == Outbox.State.DEAD
    assert "never ended" in entry.problem
    assert "is given up" in caplog.text


def test_a_job_that_hangs_is_ended_and_tried_again(monkeypatch, tmp_path, caplog):
    monkeypatch.setattr(worker, "JOB_SECONDS", 0.2)
    monkeypatch.setattr(worker.connections, "close_all", lambda: None)
    job = enqueue(jobs.hang_once, str(tmp_path / "log"))

    Worker()._turn()

    job.refresh_from_db()
    assert job.status == TaskResultStatus.READY
    assert job.exception_class_path.endswith("JobTimeout")


def test_the_heartbeat_goes_on_with_a_new_connection(monkeypatch):
    beats, over = [], threading.Event()

    def renew(job, holder):
        beats.append(connection.connection)
        if len(beats) == 1:
            raise OperationalError("gone away")
        over.set()
        return True

    monkeypatch.setattr(leases, "LEASE", dt.timedelta(seconds=0.04))
    monkeypatch.setattr(leases, "renew", renew)
    closed = []
    monkeypatch.setattr(worker.connections, "close_all", lambda: closed.append(len(beats)))

    Worker()._beat(uuid.uuid4(), over)

    assert closed == [1, 2]


def test_idle_looks_ask_little_and_write_nothing(django_assert_max_num_queries):
    idle = Worker()
    importlib.reload(periodic_jobs)
    idle._turn()

    with django_assert_max_num_queries(2 + len(publishing._due_queries())) as asked:
        idle._turn()
    assert all(one["sql"].startswith("SELECT") for one in asked)
