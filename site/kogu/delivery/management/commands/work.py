"""`manage.py work`: the worker that stands beside the web server."""

import signal
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from kogu.delivery.worker import Worker


class Command(BaseCommand):
    """Runs jobs, sends what the outbox holds, publishes on schedule."""

    help = "Run jobs, periodic work and the outbox until stopped (or, with --once, until done)."

    def add_arguments(self, parser: CommandParser) -> None:
        """`--once` for tests and for building a demo; `--pause` between idle looks."""
        parser.add_argument("--once", action="store_true", help="do all that is due, then end")
        parser.add_argument("--pause", type=float, default=1.5, help="seconds between looks")

    def handle(self, *, once: bool, pause: float, **_options: Any) -> None:
        """Ends after the present job on SIGTERM or Ctrl-C."""
        worker = Worker(pause=pause)
        if once:
            worker.run_once()
            return
        signal.signal(signal.SIGTERM, worker.stop)
        signal.signal(signal.SIGINT, worker.stop)
        worker.run()
