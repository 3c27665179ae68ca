"""A worker in a process of its own: killed without a word, its job is taken up by another."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from django.db import connection
from django_tasks_db import DatabaseBackend

from tests import databases

from . import jobs

pytestmark = pytest.mark.django_db(transaction=True)

ROOT = Path(__file__).resolve().parents[2]


class Elsewhere:
    """The database as a second machine sees it: a copy in a file, or the server's own."""

    def __init__(self, folder: Path):
        if connection.vendor == "sqlite":
            path = folder / "copy.sqlite3"
            connection.cursor().execute("VACUUM INTO %s", [str(path)])
            self.url = f"sqlite:///{path}"
            self._db = sqlite3.connect(path, timeout=20, isolation_level=None)
            self._db.execute("PRAGMA journal_mode=WAL")
        else:
            info = {
                key: str(value)
                for key, value in connection.get_connection_params().items()
                if key in {"dbname", "user", "password", "host", "port"}
            }
            self.url = databases.postgres_url(connection.settings_dict, info["dbname"])
            self._db = psycopg.connect(**info, autocommit=True)
        self._folder = folder

    def ask(self, sql: str):
        return self._db.execute(sql).fetchone()[0]

    def do(self, sql: str):
        self._db.execute(sql)

    def worker(self, *options: str) -> subprocess.Popen:
        environment = {
            **os.environ,
            "DATABASE_URL": self.url,
            "DATA_DIR": str(self._folder),
            "DJANGO_SETTINGS_MODULE": "tests.delivery.worker_settings",
            "KOGU_TESTS_SETTINGS": os.environ.get("DJANGO_SETTINGS_MODULE")
            or settings.SETTINGS_MODULE,
            "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "site"), *sys.path]),
        }
        command = [sys.executable, "manage.py", "work", "--pause", "0.1", *options]
        return subprocess.Popen(command, cwd=ROOT, env=environment)

    def close(self):
        self._db.close()


@pytest.fixture
def elsewhere(tmp_path):
    """Queues a job here, and opens the database as others see it."""
    opened = []

    def queue(task, *arguments):
        DatabaseBackend("default", {}).enqueue(task, arguments, {})
        opened.append(Elsewhere(tmp_path))
        return opened[0]

    yield queue
    for database in opened:
        database.close()


def wait_for(condition, seconds=60):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "did not happen in time"
        time.sleep(0.05)


def test_a_killed_workers_job_is_done_by_the_next(elsewhere, tmp_path):
    log = tmp_path / "log"
    database = elsewhere(jobs.hang_once, str(log))
    first = database.worker()
    wait_for(log.exists)
    first.send_signal(signal.SIGKILL)
    first.wait()

    assert database.ask("SELECT status FROM django_tasks_database_dbtaskresult") == "RUNNING"
    database.do("UPDATE delivery_joblease SET expires_at = '2026-01-01 00:00:00+00'")
    database.do(
        "UPDATE django_tasks_database_dbtaskresult SET started_at = '2026-01-01 00:00:00+00'"
    )
    assert database.worker("--once").wait(60) == 0

    assert database.ask("SELECT status FROM django_tasks_database_dbtaskresult") == "SUCCESSFUL"
    assert log.read_text() == "begun\nbegun\n"
    assert database.ask("SELECT COUNT(*) FROM delivery_joblease") == 0


def test_a_worker_asked_to_stop_finishes_its_job(elsewhere, tmp_path):
    log = tmp_path / "log"
    database = elsewhere(jobs.take_a_moment, str(log))
    worker = database.worker()
    wait_for(log.exists)

    worker.send_signal(signal.SIGTERM)

    assert worker.wait(30) == 0
    assert database.ask("SELECT status FROM django_tasks_database_dbtaskresult") == "SUCCESSFUL"
