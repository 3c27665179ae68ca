"""A backup as one file: a compressed tar archive, the last member of which is its manifest."""

import hashlib
import io
import os
import tarfile
import tempfile
import zlib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from pydantic import BaseModel, ValidationError

FORMAT = 1
DATABASE = "database"
MANIFEST = "manifest.json"
MEDIA = "media"


class BackupError(Exception):
    """Why a backup is not made or not restored, in one sentence."""


class Member(BaseModel):
    """Size and digest that a file of the archive must have."""

    size: int
    sha256: str


class Manifest(BaseModel):
    """What an archive holds and which installation it comes from."""

    format: int = FORMAT
    kogu: str
    database: str
    media: bool
    made_at: datetime
    migrations: list[tuple[str, str]]
    files: dict[str, Member] = {}


class _HashingReader:
    """Reads a file and keeps the size and checksum of what was read."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._digest = hashlib.sha256()
        self._size = 0

    def read(self, size: int = -1) -> bytes:
        data = self._file.read(size)
        self._digest.update(data)
        self._size += len(data)
        return data

    def member(self) -> Member:
        return Member(size=self._size, sha256=self._digest.hexdigest())


class ArchiveWriter:
    """Adds files to a tar archive and remembers their checksums."""

    def __init__(self, tar: tarfile.TarFile):
        self._tar = tar
        self._files: dict[str, Member] = {}

    def add(self, name: str, path: Path) -> None:
        """One file; of a file that grows meanwhile, what it held at first."""
        with open(path, "rb") as file:
            status = os.fstat(file.fileno())
            info = tarfile.TarInfo(name)
            info.size, info.mtime = status.st_size, int(status.st_mtime)
            info.mode = status.st_mode & 0o777
            reader = _HashingReader(file)
            self._tar.addfile(info, reader)
        self._files[name] = reader.member()

    def add_folder(self, name: str, folder: Path) -> None:
        """Every file below; what is deleted meanwhile is left out, links are not followed."""
        for parent, folders, files in os.walk(folder):
            folders.sort()
            for file in sorted(files):
                path = Path(parent, file)
                if path.is_file() and not path.is_symlink():
                    try:
                        self.add(f"{name}/{path.relative_to(folder).as_posix()}", path)
                    except FileNotFoundError:
                        continue

    def add_manifest(self, manifest: Manifest) -> None:
        """The last member: the manifest with the sizes and checksums of all others."""
        data = manifest.model_copy(update={"files": self._files}).model_dump_json(indent=1).encode()
        info = tarfile.TarInfo(MANIFEST)
        info.size, info.mode = len(data), 0o600
        self._tar.addfile(info, io.BytesIO(data))


def write(target: Path, fill: Callable[[ArchiveWriter, Path], None]) -> None:
    """Make the archive beside its place and name it when it is whole and on the disk.

    `fill` gets a folder for what must be written before it is added. Only the owner may read
    either; when anything fails, both are gone.
    """
    _refuse_existing(target)
    with tempfile.TemporaryDirectory(prefix=".kogu-backup-", dir=target.parent) as folder:
        unfinished = Path(folder) / "archive"
        descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            with tarfile.open(fileobj=file, mode="w:gz", compresslevel=6) as tar:
                fill(ArchiveWriter(tar), Path(folder))
            file.flush()
            os.fsync(file.fileno())
        _refuse_existing(target)
        unfinished.rename(target)
    _sync_folder(target.parent)


def unpack(archive: Path, folder: Path) -> Manifest:
    """Unpack into an empty folder; refuses all of it unless each file is what the manifest says."""
    found: dict[str, Member] = {}
    try:
        with tarfile.open(archive, "r:gz") as tar:
            for info in tar:
                if not _is_expected(info) or info.name in found:
                    raise BackupError(f"{archive} holds {info.name!r}, which no backup holds.")
                tar.extract(info, folder, filter="data")
                found[info.name] = _measure(folder / info.name)
    except (tarfile.TarError, EOFError, zlib.error) as error:
        raise BackupError(f"{archive} is not a whole backup: {error}.") from error
    manifest = _read_manifest(archive, folder / MANIFEST)
    found.pop(MANIFEST)
    for name in sorted(found.keys() | manifest.files.keys()):
        if found.get(name) != manifest.files.get(name):
            raise BackupError(f"{archive} is damaged: {name} is not what the manifest says.")
    if DATABASE not in found:
        raise BackupError(f"{archive} holds no database.")
    return manifest


def _is_expected(info: tarfile.TarInfo) -> bool:
    path = PurePosixPath(info.name)
    return (
        info.isreg()
        and str(path) == info.name
        and ".." not in path.parts
        and (
            info.name in {DATABASE, MANIFEST}
            or (path.parts[:1] == (MEDIA,) and len(path.parts) > 2)
        )
    )


def _measure(path: Path) -> Member:
    with open(path, "rb") as file:
        digest = hashlib.file_digest(file, "sha256")
        return Member(size=file.tell(), sha256=digest.hexdigest())


def _read_manifest(archive: Path, path: Path) -> Manifest:
    try:
        manifest = Manifest.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        raise BackupError(f"{archive} has no manifest: it is not a whole backup.") from None
    except ValidationError as error:
        raise BackupError(f"The manifest of {archive} cannot be read.") from error
    if manifest.format > FORMAT:
        raise BackupError(f"{archive} was made by a newer Kogu ({manifest.kogu}).")
    return manifest


def _refuse_existing(target: Path) -> None:
    if not target.parent.is_dir():
        raise BackupError(f"The folder {target.parent} does not exist.")
    if target.exists() or target.is_symlink():
        raise BackupError(f"{target} exists already; a backup overwrites nothing.")


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
