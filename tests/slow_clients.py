"""`python -m tests.slow_clients ADDRESS`: readers are answered while slow clients hold connections.

2 000 clients that never end their headers and 50 that send their body a byte at a time are
opened; meanwhile pages and the API are asked as readers ask them. It fails when an answer does
not come, or when the server has given up one of the connections at the end.
"""

import resource
import select
import socket
import statistics
import sys
import threading
import time
from contextlib import ExitStack, contextmanager, suppress
from urllib.parse import urlsplit
from urllib.request import urlopen  # noqa: TID251 to this machine

HALF_OPEN = 2000
SLOW_BODIES = 50
OWN_FILES = 50  # everything but the connections
SECONDS = 10  # for one answer
ASKED = 40
PATHS = ("/robots.txt", "/en/", "/en/news/", "/api/v1/news")
HALF = b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: "
BODY = b"POST /admin/login/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\n"


@contextmanager
def slow_clients(host, port, half_open=HALF_OPEN, slow_bodies=SLOW_BODIES):
    """Holds so many connections, each in the middle of its request; hands them out."""
    _allow_files(half_open + slow_bodies + OWN_FILES)
    with ExitStack() as stack:

        def begin(text):
            connection = stack.enter_context(socket.create_connection((host, port), SECONDS))
            connection.sendall(text)
            return connection

        halves = [begin(HALF) for _n in range(half_open)]
        bodies = [begin(BODY) for _n in range(slow_bodies)]
        over = threading.Event()
        dripping = threading.Thread(target=_drip, args=(bodies, over), daemon=True)
        dripping.start()
        try:
            yield halves + bodies
        finally:
            over.set()
            dripping.join()


def _drip(bodies, over):
    while not over.wait(0.5):
        for body in bodies:
            with suppress(OSError):
                body.sendall(b"x")


def _allow_files(number):
    """Raises the soft limit of open files to the number; the hard one is the system's."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard != resource.RLIM_INFINITY and hard < number:
        raise SystemExit(f"{number} open files are needed, and `ulimit -Hn` allows {hard}.")
    if soft != resource.RLIM_INFINITY and soft < number:
        resource.setrlimit(resource.RLIMIT_NOFILE, (number, hard))


def still_open(connections):
    """How many of the connections the server has neither ended nor answered."""
    poll = select.poll()
    for connection in connections:
        poll.register(connection, select.POLLIN)
    return len(connections) - len(poll.poll(0))


def _seconds_of_answer(address):
    began = time.monotonic()
    with urlopen(address, timeout=SECONDS) as answer:  # noqa: S310 to this machine
        answer.read()
    return time.monotonic() - began


def main(address):
    """Ask as readers do; the last line says how it went."""
    parts = urlsplit(address)
    began = time.monotonic()
    with slow_clients(parts.hostname, parts.port) as connections:
        opened = time.monotonic() - began
        asked = [address + PATHS[number % len(PATHS)] for number in range(ASKED)]
        seconds = sorted(map(_seconds_of_answer, asked))
        held = still_open(connections)
    print(
        f"{ASKED} answers beside {HALF_OPEN} half-open connections and {SLOW_BODIES} slow bodies "
        f"(opened in {opened:.1f} s, {held} still open at the end): median "
        f"{statistics.median(seconds):.2f} s, slowest {seconds[-1]:.2f} s"
    )
    return held == HALF_OPEN + SLOW_BODIES


if __name__ == "__main__":
    sys.exit(0 if main(sys.argv[1].rstrip("/")) else 1)
