"""One web process: a request takes a thread only when it has arrived whole, headers and body."""

import resource
import signal
import socket
import sys
import time

from django.core.management import BaseCommand
from waitress.server import create_server

from kogu.http_limits import MAX_STORED_BODIES, MAX_UPLOAD_BODY, SMALL_BODY, Channel
from kogu.settings.environment import env
from kogu.wsgi import application

MAX_CONNECTIONS = 10_000
ACCEPTED_AT_ONCE = 64
# Databases, templates, uploads: everything but connections.
OWN_FILES = 200 + MAX_STORED_BODIES
DRAIN_SECONDS = 8  # less than the ten after which container engines kill


def serve(listener: socket.socket):
    """Serves until it is stopped, then finishes the requests that have begun."""
    sockets: dict = {}
    server = create_server(
        application,
        map=sockets,
        sockets=[listener],
        threads=env.web_threads,
        backlog=2048,
        connection_limit=_connections(),
        asyncore_use_poll=True,  # select() knows 1024 files
        max_request_header_size=65_536,
        max_request_body_size=MAX_UPLOAD_BODY,
        inbuf_overflow=SMALL_BODY,
        clear_untrusted_proxy_headers=False,  # ForwardedMiddleware knows whom to trust
        ident=None,
    )
    server.channel_class = Channel
    accept = server.handle_accept
    # A round of the loop costs time for every open connection: many are accepted in one.
    server.handle_accept = lambda: [accept() for _n in range(ACCEPTED_AT_ONCE)]
    stopping = []
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_signal: stopping.append(True))
    while not stopping:
        server.asyncore.loop(timeout=1, use_poll=True, map=sockets, count=1)
    _drain(server, sockets)


def _connections():
    """As many as the system lets this process open; a soft limit is raised first."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    files = MAX_CONNECTIONS + OWN_FILES
    if hard != resource.RLIM_INFINITY:
        files = min(files, hard)
    if soft not in (resource.RLIM_INFINITY, hard):
        resource.setrlimit(resource.RLIMIT_NOFILE, (files, hard))
    return files - OWN_FILES


def _drain(server, sockets):
    server.del_channel(sockets)
    server.socket.close()
    until = time.monotonic() + DRAIN_SECONDS
    while time.monotonic() < until:
        server.asyncore.loop(timeout=0.1, use_poll=True, map=sockets, count=1)
        channels = server.active_channels.values()
        if not any(channel.requests or channel.total_outbufs_len for channel in channels):
            break
    server.task_dispatcher.shutdown(timeout=1)


def refuse_misconfiguration():
    """Raises SystemCheckError for the errors that commands refuse to run with."""
    BaseCommand().check(tags=["kogu"])


if __name__ == "__main__":
    refuse_misconfiguration()
    serve(socket.socket(fileno=int(sys.argv[1])))
