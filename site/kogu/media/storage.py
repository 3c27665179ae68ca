"""Where files are kept, by name: what is private stays apart from what everybody may fetch."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.core.files import File
from django.core.files.storage import FileSystemStorage, Storage, storages
from django.utils.functional import LazyObject, empty

# Beside the places where files are kept; what a crash leaves here is swept with the rest.
UNFINISHED = "unfinished"
_saved: ContextVar[list[tuple[Storage, str]] | None] = ContextVar("kogu_saved_files", default=None)


@contextmanager
def saved_files() -> Iterator[list[tuple[Storage, str]]]:
    """Collects what is saved meanwhile, for whoever must delete it when its rows are not kept."""
    saved: list[tuple[Storage, str]] = []
    token = _saved.set(saved)
    try:
        yield saved
    finally:
        _saved.reset(token)


class _Written(File):
    """A file that is moved to its place."""

    def temporary_file_path(self):
        return self.name


class AtomicFileSystemStorage(FileSystemStorage):
    """A folder in which a file is there whole or not at all, also when the disk is full."""

    def _save(self, name, content):
        folder = Path(self.location, UNFINISHED)
        folder.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=folder, delete=False) as written:
            path = Path(written.name)
            try:
                for chunk in content.chunks():
                    written.write(chunk if isinstance(chunk, bytes) else chunk.encode())
                written.flush()
                return self._place(written, name)
            finally:
                path.unlink(missing_ok=True)

    def _place(self, written, name):
        """Under a name that nobody else is given meanwhile: a link never replaces a file."""
        if self.file_permissions_mode is not None:
            Path(written.name).chmod(self.file_permissions_mode)
        self._ensure_location_group_id(written.name)
        while True:
            path = Path(self.path(name))
            path.parent.mkdir(parents=True, exist_ok=True)
            try:
                path.hardlink_to(written.name)
            except FileExistsError:
                name = self.get_available_name(name)
            except OSError:  # a file system without links
                return super()._save(name, _Written(written, name=written.name))
            else:
                return path.relative_to(self.location).as_posix()


class NamedStorage(LazyObject):
    """A storage known by its alias, so that a queued job never carries its settings or keys."""

    alias = "default"

    def _setup(self):
        self._wrapped = storages[self.alias]

    def save(self, name, content, max_length=None):
        """Saves as the storage does, and notes the name for `saved_files`."""
        if self._wrapped is empty:
            self._setup()
        name = self._wrapped.save(name, content, max_length=max_length)
        if (saved := _saved.get()) is not None:
            saved.append((self._wrapped, name))
        return name

    def deconstruct(self):
        """How a job or a migration finds this storage again."""
        kind = type(self)
        return f"{kind.__module__}.{kind.__qualname__}", [], {}


class PrivateStorage(NamedStorage):
    """Originals, thumbnails for staff, documents: reached only by views that ask who it is."""


class PublicStorage(NamedStorage):
    """The renditions public pages show."""

    alias = "public"
