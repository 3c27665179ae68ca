"""Services that tests need: what this machine has, and a PostgreSQL thrown away afterwards."""

import glob
import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import quote

ROOT = Path(__file__).resolve().parent.parent
# Two runs on one machine each name a folder of their own.
STATE = Path(
    os.environ.get("TEST_POSTGRES_DIR")
    or Path(tempfile.gettempdir()) / f"kogu-test-postgres-{os.getuid()}"
)


def postgres_programs():
    """The folder of PostgreSQL's server programs, or None."""
    found = shutil.which("initdb")
    if found:
        return Path(found).parent
    folders = sorted(glob.glob("/usr/lib/postgresql/*/bin"))
    return Path(folders[-1]) if folders else None


def chromium():
    """The browser's program, or None."""
    return (
        os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    )


def _as_other_user(command):
    """PostgreSQL refuses to run as root."""
    if os.getuid() != 0:
        return command
    user = next(u for u in ("postgres", "nobody") if _exists(u))
    return [
        "setpriv",
        f"--reuid={user}",
        f"--regid={pwd.getpwnam(user).pw_gid}",
        "--clear-groups",
        *command,
    ]


def _exists(user):
    try:
        pwd.getpwnam(user)
    except KeyError:
        return False
    return True


def start_postgres():
    """Start a PostgreSQL of our own on a free port; prints what a shell exports."""
    programs = postgres_programs()
    if programs is None:
        sys.exit("PostgreSQL's server programs were not found.")
    stop_postgres()
    STATE.mkdir(mode=0o777)
    STATE.chmod(0o777)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    data = STATE / "data"
    options = " ".join(
        [
            f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={STATE}",
            "-c fsync=off -c synchronous_commit=off -c full_page_writes=off",
            "-c max_connections=200 -c shared_buffers=256MB -c jit=off",
            # What is thrown away needs no archive, nor statistics of what a test rolls back.
            "-c wal_level=minimal -c max_wal_senders=0 -c autovacuum=off",
        ]
    )
    for command in (
        [
            programs / "initdb",
            "-D",
            data,
            "-U",
            "kogu",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
        ],
        [programs / "pg_ctl", "-D", data, "-l", STATE / "log", "-o", options, "-w", "start"],
    ):
        subprocess.run(
            _as_other_user([str(part) for part in command]), check=True, stdout=sys.stderr, cwd="/"
        )
    # By the socket in the file system: a query costs less than by TCP.
    host = quote(str(STATE), safe="")
    print(f"export TEST_POSTGRES_URL=postgres://kogu@{host}:{port}/postgres")


def stop_postgres():
    """Stop it and remove its files."""
    data = STATE / "data"
    if (data / "postmaster.pid").exists():
        command = [str(postgres_programs() / "pg_ctl"), "-D", str(data), "-m", "immediate", "stop"]
        subprocess.run(_as_other_user(command), check=False, stdout=sys.stderr, cwd="/")
    shutil.rmtree(STATE, ignore_errors=True)


def report():
    """Say which tests are not run here and why; what is missing under CI is an error."""
    missing = []
    if chromium() is None:
        missing.append("Chromium: the browser journeys (tests marked `browser`)")
    if postgres_programs() is None:
        missing.append("PostgreSQL: the same tests a second time, on PostgreSQL")
    for line in missing:
        print(f"Left out on this machine, for want of {line}.")
    if os.environ.get("CI") == "true":
        if missing:
            sys.exit("Under CI nothing may be left out.")
        return
    if not missing:
        print("`make test` leaves out the browser journeys and PostgreSQL; `.ci/run` runs both.")


if __name__ == "__main__":
    {"start-postgres": start_postgres, "stop-postgres": stop_postgres}.get(
        sys.argv[1] if len(sys.argv) > 1 else "", report
    )()
