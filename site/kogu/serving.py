"""Serves the site: gunicorn and the worker, side by side, stopped together.

`--web` serves alone, for machines where the worker runs elsewhere.
"""

import os
import signal
import subprocess
import sys

from kogu.settings.environment import REPOSITORY_DIR, env


def _commands():
    web = [
        *(sys.executable, "-m", "gunicorn", "kogu.wsgi:application"),
        *("--bind", f"{env.web_host}:{env.port}"),
        *("--worker-class", "gthread", "--threads", str(env.web_threads)),
        *("--workers", str(env.web_processes), "--log-level", "warning"),
        *("--limit-request-line", "8190"),  # the API refuses sooner, in words
        *("--max-requests", "20000", "--max-requests-jitter", "2000"),
    ]
    worker = [sys.executable, "-m", "django", "work"]
    return [web] if "--web" in sys.argv else [web, worker]


def main():
    """Start them; when one ends or a signal comes, end the other too."""
    children = [subprocess.Popen(command, cwd=REPOSITORY_DIR) for command in _commands()]  # noqa: S603

    def stop(*_signal):
        for child in children:
            child.terminate()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    pid, status = os.wait()
    stop()
    for child in children:
        if child.pid != pid:
            child.wait()
    return os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    sys.exit(main())
