"""`python -m tests.slow_clients ADDRESS`: readers are answered while slow clients hold connections.

600 clients that never end their headers and 50 that send their body a byte at a time are
opened; meanwhile pages and the API are asked as readers ask them.
"""

import socket
import sys
import threading
import time
from contextlib import ExitStack, contextmanager, suppress
from urllib.parse import urlsplit
from urllib.request import urlopen  # noqa: TID251 to this machine

HALF_OPEN = 600
SLOW_BODIES = 50
SECONDS = 10  # for one answer
ASKED = 40
PATHS = ("/robots.txt", "/en/", "/en/news/", "/api/v1/news")
HALF = b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: "
BODY = b"POST /admin/login/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\n"


@contextmanager
def slow_clients(host, port, half_open=HALF_OPEN, slow_bodies=SLOW_BODIES):
    """Holds so many connections, each in the middle of its request."""
    with ExitStack() as stack:

        def begin(text):
            connection = stack.enter_context(socket.create_connection((host, port), SECONDS))
            connection.sendall(text)
            return connection

        for _n in range(half_open):
            begin(HALF)
        bodies = [begin(BODY) for _n in range(slow_bodies)]
        over = threading.Event()
        dripping = threading.Thread(target=_drip, args=(bodies, over), daemon=True)
        dripping.start()
        try:
            yield
        finally:
            over.set()
            dripping.join()


def _drip(bodies, over):
    while not over.wait(0.5):
        for body in bodies:
            with suppress(OSError):
                body.sendall(b"x")


def main(address):
    """Ask as readers do; the last line says how it went."""
    parts = urlsplit(address)
    slowest = 0.0
    with slow_clients(parts.hostname, parts.port):
        for number in range(ASKED):
            began = time.monotonic()
            with urlopen(address + PATHS[number % len(PATHS)], timeout=SECONDS):  # noqa: S310
                slowest = max(slowest, time.monotonic() - began)
    print(
        f"{ASKED} answers beside {HALF_OPEN} half-open connections and {SLOW_BODIES} slow bodies, "
        f"the slowest after {slowest:.2f} s"
    )


if __name__ == "__main__":
    main(sys.argv[1].rstrip("/"))
