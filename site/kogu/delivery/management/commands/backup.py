"""`manage.py backup`: database and media in one archive, while the site runs."""

import sqlite3
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError

from kogu.delivery.backups.archive import BackupError
from kogu.delivery.backups.installation import back_up


class Command(BaseCommand):
    """For cron; docs/operators.md says more."""

    help = "Write the database and the media files into one new archive (.tar.gz)."

    def add_arguments(self, parser: CommandParser) -> None:
        """Adds the argument `archive`."""
        parser.add_argument("archive", type=Path, help="such as /backups/kogu-2026-11-29.tar.gz")

    def handle(self, *args: Any, archive: Path, **options: Any) -> None:
        """Writes the backup and prints its size."""
        try:
            manifest = back_up(archive.resolve())
        except (BackupError, OSError, sqlite3.Error, DatabaseError) as error:
            raise CommandError(f"No backup was made. {error}") from error
        if not manifest.media:
            self.stderr.write(
                "Media are not in this backup: they lie in the bucket of MEDIA_URL. "
                "Back the bucket up by itself.",
                self.style.WARNING,
            )
        self.stdout.write(f"{archive} ({archive.stat().st_size} bytes)")
