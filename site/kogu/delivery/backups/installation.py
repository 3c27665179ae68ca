"""What this installation is to a backup: its media folders, its state, and making and restoring."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from django.core.files.storage import FileSystemStorage, storages
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.utils import timezone
from django.utils.version import get_version_tuple

import kogu
from kogu.settings.environment import env

from . import archive, databases
from .archive import BackupError, Manifest


def media_folders() -> dict[str, Path]:
    """The folders of private and public files by name; none when files lie in a bucket."""
    private, public = storages["default"], storages["public"]
    if not (isinstance(private, FileSystemStorage) and isinstance(public, FileSystemStorage)):
        return {}
    return {"private": Path(private.location), "public": Path(public.location)}


def back_up(target: Path) -> Manifest:
    """Write the archive; the database first, so that files that came later are merely unused."""
    folders = media_folders()
    if any(target.is_relative_to(folder) for folder in folders.values()):
        raise BackupError("A backup does not lie among the media: name another folder.")
    manifest = Manifest(
        kogu=kogu.__version__,
        database=connection.vendor,
        media=bool(folders),
        made_at=timezone.now(),
        migrations=sorted(MigrationLoader(connection).applied_migrations),
    )
    if not manifest.migrations:
        raise BackupError("The database holds no tables; there is nothing to back up.")

    def fill(writer: archive.ArchiveWriter, folder: Path) -> None:
        databases.dump(folder / archive.DATABASE)
        writer.add(archive.DATABASE, folder / archive.DATABASE)
        for name, place in folders.items():
            writer.add_folder(f"{archive.MEDIA}/{name}", place)
        writer.add_manifest(manifest)

    archive.write(target, fill)
    return manifest


def restore(source: Path, *, replace: bool) -> Manifest:
    """Put database and media of the archive in place; when it is refused, nothing is left of it."""
    folders = media_folders()
    with _undone_when_refused(folders):
        return _restore(source, folders, replace)


def _restore(source: Path, folders: dict[str, Path], replace: bool) -> Manifest:
    if not source.is_file():
        raise BackupError(f"The archive {source} does not exist.")
    if not replace:
        _refuse_unless_empty(folders)
    # Beside the media, so that they are moved and not copied.
    beside = folders["private"].parent if folders else env.data_dir
    beside.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".kogu-restore-", dir=beside) as folder:
        unpacked, others = Path(folder) / "archive", Path(folder) / "others"
        unpacked.mkdir()
        others.mkdir()
        manifest = archive.unpack(source, unpacked)
        _refuse_unfit(manifest, folders)
        with _exchanged(folders if manifest.media else {}, unpacked / archive.MEDIA, others):
            databases.load(unpacked / archive.DATABASE, others)
    return manifest


@contextmanager
def _undone_when_refused(folders: dict[str, Path]) -> Iterator[None]:
    """Folders and a database file that were not there before go again when what follows fails."""
    database = databases.file()
    files = [database] if database and not database.exists() else []
    needed = [env.data_dir, *folders.values(), *(file.parent for file in files)]
    missing = {path for each in needed for path in (each, *each.parents) if not path.exists()}
    try:
        yield
    except BaseException:
        for file in files:
            databases.delete(file)
        for path in sorted(missing, reverse=True):  # what lies deepest first
            with suppress(OSError):
                path.rmdir()
        raise


def _refuse_unless_empty(folders: dict[str, Path]) -> None:
    if connection.introspection.table_names():
        raise BackupError("The database holds tables already; --replace deletes what is there.")
    for folder in folders.values():
        if any(path.is_file() for path in folder.rglob("*")):
            raise BackupError(f"{folder} holds files already; --replace deletes what is there.")


def _refuse_unfit(manifest: Manifest, folders: dict[str, Path]) -> None:
    if manifest.database != connection.vendor:
        raise BackupError(
            f"The backup is of a {manifest.database} database and this installation has "
            f"{connection.vendor}; a backup is restored to the kind that it was made of."
        )
    if manifest.media and not folders:
        raise BackupError(
            "The backup holds media files, and MEDIA_URL names a bucket for them: restore "
            "without MEDIA_URL."
        )
    known = MigrationLoader(None, ignore_no_migrations=True).disk_migrations
    replaced = {name for migration in known.values() for name in migration.replaces}
    unknown = set(manifest.migrations) - known.keys() - replaced
    if unknown or get_version_tuple(manifest.kogu) > get_version_tuple(kogu.__version__):
        raise BackupError(
            f"The backup was made by a newer Kogu ({manifest.kogu}) than this one "
            f"({kogu.__version__})"
            + (f", which does not know {'.'.join(min(unknown))}." if unknown else ".")
        )


@contextmanager
def _exchanged(folders: dict[str, Path], unpacked: Path, others: Path) -> Iterator[None]:
    """New folders in place of the present; those come back when what follows fails."""
    with ExitStack() as undo:
        for name, folder in folders.items():
            folder.mkdir(parents=True, exist_ok=True)
            (unpacked / name).mkdir(parents=True, exist_ok=True)
            for old, new in ((folder, others / name), (unpacked / name, folder)):
                os.rename(old, new)
                undo.callback(os.rename, new, old)
        yield
        undo.pop_all()
