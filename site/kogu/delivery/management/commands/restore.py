"""`manage.py restore`: an archive of `manage.py backup` becomes the installation."""

import sqlite3
from pathlib import Path
from typing import Any

from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError

from kogu.delivery.backups.archive import BackupError
from kogu.delivery.backups.installation import restore


class Command(BaseCommand):
    """For the operator, while the web process and the worker are stopped."""

    requires_system_checks = ()  # some would ask a database, and so make one
    help = "Restore an archive of `manage.py backup` into an empty installation."

    def add_arguments(self, parser: CommandParser) -> None:
        """From where, and whether over what is there."""
        parser.add_argument("archive", type=Path)
        parser.add_argument(
            "--replace",
            action="store_true",
            help="delete the database's tables and the media files that are there",
        )

    def handle(self, *args: Any, archive: Path, replace: bool, **options: Any) -> None:
        """Restore, then bring the tables to this version; everybody signs in anew."""
        try:
            manifest = restore(archive, replace=replace)
        except (BackupError, OSError, sqlite3.Error, DatabaseError) as error:
            raise CommandError(f"Nothing was restored. {error}") from error
        call_command("migrate", interactive=False, verbosity=0)
        Session.objects.all().delete()
        cache.clear()
        call_command("rebuild_cards", stdout=self.stdout)
        if not manifest.media:
            self.stderr.write(
                "The backup held no media: restore the bucket of MEDIA_URL by itself.",
                self.style.WARNING,
            )
        self.stdout.write(
            f"Restored as of {manifest.made_at:%Y-%m-%d %H:%M} UTC. Persons erased since then "
            "must be erased again."
        )
