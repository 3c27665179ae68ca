"""Test databases: migrated once for each state of the migrations, then cloned."""

import contextlib
import fcntl
import functools
import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import quote

ROOT = Path(__file__).resolve().parent.parent
CACHE = Path(tempfile.gettempdir()) / f"kogu-test-databases-{os.getuid()}"


def postgres_url(settings, name=""):
    """The address of a database on the server of these settings."""
    login = ":".join(filter(None, [settings["USER"], settings["PASSWORD"]]))
    return f"postgres://{login}@{quote(settings['HOST'], safe='')}:{settings['PORT']}/{name}"


@functools.cache
def state():
    """A name for what the migrations and the steps after them would make."""
    digest = hashlib.sha256()
    files = [
        *ROOT.glob("*/migrations/*.py"),
        *ROOT.glob("site/kogu/*/migrations/*.py"),
        *ROOT.glob("site/kogu/editorial/*.py"),
        ROOT / "requirements.txt",
    ]
    for file in sorted(files):
        digest.update(file.relative_to(ROOT).as_posix().encode() + file.read_bytes())
    return digest.hexdigest()[:16]


@contextlib.contextmanager
def _alone(name):
    CACHE.mkdir(exist_ok=True)
    with open(CACHE / f"{name}.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _migrate(url):
    environment = {
        **os.environ,
        "DATABASE_URL": url,
        "DJANGO_SETTINGS_MODULE": "kogu.settings.test",
    }
    subprocess.run(
        [sys.executable, "manage.py", "migrate", "--verbosity", "0"],
        cwd=ROOT,
        env=environment,
        check=True,
    )


def sqlite_clone():
    """A file of its own with everything migrated; the caller removes it."""
    template = CACHE / f"{state()}.sqlite3"
    clone = Path(tempfile.mkdtemp(prefix="kogu-test-")) / "test.sqlite3"
    with _alone("sqlite"):
        if not template.exists():
            building = CACHE / "building"
            building.unlink(missing_ok=True)
            _migrate(f"sqlite:///{building}")
            with contextlib.closing(sqlite3.connect(building)) as made:
                made.execute("PRAGMA journal_mode=DELETE")
            building.rename(template)
        shutil.copy(template, clone)
    return clone


def sqlite_restore(clone):
    """Make the clone again what migrations left; nobody may have it open."""
    for beside in ("-wal", "-shm", "-journal"):
        Path(f"{clone}{beside}").unlink(missing_ok=True)
    shutil.copy(CACHE / f"{state()}.sqlite3", clone)


def postgres_clone(connect, base_url, name):
    """A database of its own on the server, cloned from the migrated one."""
    template = f"kogu_template_{state()}"
    with _alone("postgres"), connect() as server:
        known = server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [template])
        if known.fetchone() is None:
            building = f"{template}_building"
            server.execute(f'DROP DATABASE IF EXISTS "{building}"')
            server.execute(f'CREATE DATABASE "{building}"')
            _migrate(f"{base_url}/{building}")
            server.execute(f'ALTER DATABASE "{building}" RENAME TO "{template}"')
        server.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        server.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
