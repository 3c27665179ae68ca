"""`make check-full` says what it ran, and what it could not run."""

import os
import subprocess
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.databases import ROOT

CONTENT = "#!/bin/sh\n"
PYTHON = """#!/bin/sh
[ "$3" != start-postgres ] || echo export TEST_POSTGRES_URL=x
"""


class Site(BaseHTTPRequestHandler):
    """Stands for the demo, so that the script finds it served."""

    def do_GET(self):
        self.send_response(200)
        self.end_headers()

    def log_message(self, *words):
        """Silent."""


@pytest.fixture
def port():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port
    server.shutdown()
    server.server_close()


def run(port, checks, tmp_path):
    """The script with a Python that is content with everything, and nothing to install."""
    python = tmp_path / "python"
    for name, does in {"python": PYTHON, **dict.fromkeys(("npm", "npx", "node"), CONTENT)}.items():
        stub = tmp_path / name
        stub.write_text(does)
        stub.chmod(0o755)
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    environment = {
        **os.environ,
        "PATH": path,
        "PYTHON": str(python),
        "PORT": str(port),
        "CHECKS": str(checks),
    }
    return subprocess.run(
        ["bash", ".ci/full"],
        cwd=ROOT,
        env={**environment, "TMPDIR": str(tmp_path), "LOGS": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_absent_checkers_are_named_first_and_in_the_table(port, tmp_path):
    answer = run(port, tmp_path / "none", tmp_path)

    assert answer.returncode == 0, answer.stdout
    assert answer.stderr.startswith("== NOT ALL IS RUN")
    assert str(tmp_path / "none") in answer.stderr
    (row,) = [line for line in answer.stdout.splitlines() if "NOT RUN" in line]
    assert row.startswith("checkers")


def test_with_the_checkers_everything_is_run(port, tmp_path):
    (tmp_path / "lighthouse.sh").write_text("true")

    answer = run(port, tmp_path, tmp_path)

    rows = [line.split("  ")[0].strip() for line in answer.stdout.splitlines()]
    assert "NOT" not in answer.stdout + answer.stderr
    assert {"axe, all variants", "html", "crawl", "feeds", "calendars", "lighthouse"} <= set(rows)
    assert {"slow clients", "API fuzz seed 1", "API fuzz seed 2"} <= set(rows)
    assert rows[-1] == "bench"


def test_a_row_that_fails_fails_all(port, tmp_path):
    (tmp_path / "lighthouse.sh").write_text("false")

    assert run(port, tmp_path, tmp_path).returncode != 0
