"""Jobs that tests give to a worker."""

import datetime as dt
import time
from pathlib import Path

import pytest
from django.db.models.functions import Now
from django.utils import timezone
from django_tasks_db import DatabaseBackend
from django_tasks_db.compat import Task
from django_tasks_db.models import DBTaskResult

from kogu.delivery import periodic
from kogu.delivery.models import JobLease


def queued(function):
    """A task as the database's backend knows it, whatever backend the tests use."""
    return Task(func=function, priority=0, backend="default", queue_name="default", run_after=None)


@queued
def hang_once(path):
    """Hangs at the first attempt, succeeds at the second; says so in a file."""
    log = Path(path)
    first = not log.exists()
    with log.open("a") as file:
        file.write("begun\n")
    if first:
        time.sleep(120)
    return "done"


@queued
def take_a_moment(path):
    """Says that it began, and ends a little later."""
    Path(path).write_text("begun\n")
    time.sleep(1.5)
    return "done"


@queued
def fail():
    """Never succeeds."""
    raise ArithmeticError("not today")


@queued
def add(a, b):
    """Succeeds at once."""
    return a + b


@queued
def return_what_cannot_be_stored():
    """Ends with something that is no JSON."""
    return object()


@queued
def look_for_what_is_gone():
    """Misses a row it counts on."""
    return DBTaskResult.objects.get(task_path="never.was")


pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _queued(settings, monkeypatch):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    monkeypatch.setattr(periodic, "_registered", {})


def enqueue(task, *arguments):
    result = DatabaseBackend("default", {}).enqueue(task, arguments, {})
    return DBTaskResult.objects.get(pk=result.id)


def expire_leases():
    JobLease.objects.update(expires_at=Now() - dt.timedelta(seconds=1))
    DBTaskResult.objects.update(started_at=timezone.now() - dt.timedelta(minutes=2))
