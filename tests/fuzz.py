"""Asks the API whatever its description allows and forbids, over a small world on PostgreSQL.

`python -m tests.fuzz` wants TEST_POSTGRES_URL, as `tests.services start-postgres` prints it. An
answer of 500, or one that is not as described, is an error; so is a run that asked nothing.
"""

import os
import re
import socket
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

import psycopg

from tests import databases

EXAMPLES = os.environ.get("FUZZ_EXAMPLES", "12")
SEED = os.environ.get("FUZZ_SEED", "1")
CHECKS = (
    "not_a_server_error,status_code_conformance,content_type_conformance,"
    "response_schema_conformance,unsupported_method"
)


@contextmanager
def database():
    """A migrated database of our own; hands out its address."""
    server = os.environ.get("TEST_POSTGRES_URL") or sys.exit("The fuzzer wants TEST_POSTGRES_URL.")
    base, name = server.rsplit("/", 1)[0], f"kogu_fuzz_{os.getpid()}"

    def connect():
        return psycopg.connect(f"{base}/postgres", autocommit=True)

    databases.postgres_clone(connect, base, name)
    yield f"{base}/{name}"
    with connect() as session:
        session.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def populate():
    """Two of every kind, as the API's own tests know them."""
    import django

    django.setup()

    from tests.api.region_fixtures import Scenario
    from tests.conftest import make_home_pages

    make_home_pages()
    Scenario().grow().grow()


@contextmanager
def served():
    """The web process on a free port; hands out its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    web = subprocess.Popen(
        [sys.executable, "-m", "kogu.serving", "--web"],
        cwd=databases.ROOT,
        env={**os.environ, "PORT": str(port)},
    )
    try:
        yield address
    finally:
        web.terminate()
        web.wait()


def fuzz(address):
    """Whether every answer was as described; prints what was not, and a line that sums up."""
    command = [Path(sys.executable).parent / "schemathesis", "run"]
    command += [f"{address}/api/v1/openapi.json", "--url", address, "--checks", CHECKS]
    command += ["--max-examples", EXAMPLES, "--seed", SEED, "--continue-on-failure"]
    command += ["--request-timeout", "20", "--max-redirects", "0", "--no-color"]
    command += ["--generation-database", "none", "--wait-for-schema", "60"]
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    asked = re.search(r"(\d+) generated", done.stdout)
    good = done.returncode == 0 and asked is not None
    if not good:
        print(done.stdout, done.stderr)
    print(
        f"{asked[1] if asked else 'no'} requests, {EXAMPLES} examples each, seed {SEED}: "
        f"{'all answered as described' if good else 'FAILED'}"
    )
    return good


def main():
    """Set up, ask, clean up."""
    with database() as url, tempfile.TemporaryDirectory() as files:
        os.environ.update(
            DATABASE_URL=url,
            DATA_DIR=files,
            DJANGO_SETTINGS_MODULE="tests.fuzz_settings",
            LOG_LEVEL="ERROR",
        )
        populate()
        with served() as address:
            good = fuzz(address)
        from django.db import connection

        connection.close()
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
