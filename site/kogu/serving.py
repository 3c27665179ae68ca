"""Serves the site: web processes and the worker, side by side, stopped together.

`--web` serves alone, for machines where the worker runs elsewhere.
"""

import os
import signal
import socket
import subprocess
import sys

from kogu.settings.environment import REPOSITORY_DIR, env


def _listener():
    """One socket for all web processes: whichever is free accepts."""
    family = socket.AF_INET6 if ":" in env.web_host else socket.AF_INET
    return socket.create_server((env.web_host, env.port), family=family)


def _start():
    with _listener() as listener:
        shared = listener.fileno()
        web = [sys.executable, "-m", "kogu.http_server", str(shared)]
        children = [_spawn(web, pass_fds=[shared]) for _n in range(env.web_processes)]
    if "--web" not in sys.argv:
        children.append(_spawn([sys.executable, "-m", "django", "work"]))
    return children


def _spawn(command, **options):
    return subprocess.Popen(command, cwd=REPOSITORY_DIR, **options)  # noqa: S603 our own programs, without a shell


def main():
    """Start them; when one ends or a signal comes, end the others too."""
    children = _start()

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
