"""The whole database as one file, copied while the site runs, and loaded at once or not at all.

PostgreSQL's own programs do it there; the password goes to them in the environment only.
"""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from django.db import connection

from .archive import BackupError

# All tables, those that only a newer Kogu has too; what fails later brings them back.
_DROP_TABLES = """
SET lock_timeout = '5s';
DO $$ DECLARE name text; BEGIN
  FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
    EXECUTE format('DROP TABLE public.%I CASCADE', name);
  END LOOP;
END $$;
"""


def dump(path: Path) -> None:
    """Write the database as it is at one moment."""
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        with closing(sqlite3.connect(path)) as copy:
            connection.connection.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
            _check(copy)
    else:
        where = ["--format=custom", "--no-owner", "--no-privileges", f"--file={path}"]
        _run("pg_dump", *where, *_login())


def file() -> Path | None:
    """Where SQLite's file is, or will be."""
    is_file = connection.vendor == "sqlite" and not connection.is_in_memory_db()  # type: ignore[attr-defined]  # SQLite's wrapper has it
    return Path(connection.settings_dict["NAME"]) if is_file else None


def delete(path: Path) -> None:
    """Delete a file of SQLite's, with its journals."""
    connection.close()
    for suffix in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def load(path: Path, folder: Path) -> None:
    """Put the dumped database in place of the present one; `folder` is for files on the way."""
    connection.close()
    if connection.vendor == "sqlite":
        _load_sqlite(path)
    else:
        drop, script = folder / "drop.sql", folder / "restore.sql"
        drop.write_text(_DROP_TABLES)
        _run("pg_restore", "--no-owner", "--no-privileges", f"--file={script}", str(path))
        once = ["--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1"]
        _run("psql", *once, f"--file={drop}", f"--file={script}", *_login())


def _load_sqlite(path: Path) -> None:
    with (
        closing(sqlite3.connect(path)) as copy,
        closing(sqlite3.connect(connection.settings_dict["NAME"], timeout=5)) as live,
    ):
        _check(copy)
        # SQLite leaves the write-ahead log only when nobody else has the file open.
        try:
            mode = live.execute("PRAGMA journal_mode=DELETE").fetchone()[0]
        except sqlite3.OperationalError as error:
            mode = str(error)
        if mode != "delete":
            raise BackupError("The database is in use: stop the web process and the worker first.")
        copy.backup(live)


def _check(copy: sqlite3.Connection) -> None:
    answer = copy.execute("PRAGMA quick_check").fetchone()[0]
    if answer != "ok":
        raise BackupError(f"The SQLite file is damaged: {answer}.")


def _login() -> Sequence[str]:
    return connection.client.settings_to_cmd_args_env(connection.settings_dict, [])[0][1:]


def _run(program: str, *arguments: str) -> None:
    path = shutil.which(program)
    if path is None:
        raise BackupError(f"{program} was not found: install PostgreSQL's client programs.")
    _, environment = connection.client.settings_to_cmd_args_env(connection.settings_dict, [])
    done = subprocess.run(  # noqa: S603 PostgreSQL's own programs, without a shell
        [path, *arguments],
        env={**os.environ, **(environment or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=False,
    )
    if done.returncode:
        raise BackupError(f"{program} failed: {done.stderr.decode(errors='replace').strip()}")
