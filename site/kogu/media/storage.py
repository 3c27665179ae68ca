"""Where files are kept, by name: what is private stays apart from what everybody may fetch."""

from django.core.files.storage import storages
from django.utils.functional import LazyObject


class NamedStorage(LazyObject):
    """A storage known by its alias, so that a queued job never carries its settings or keys."""

    alias = "default"

    def _setup(self):
        self._wrapped = storages[self.alias]

    def deconstruct(self):
        """How a job or a migration finds this storage again."""
        kind = type(self)
        return f"{kind.__module__}.{kind.__qualname__}", [], {}


class PrivateStorage(NamedStorage):
    """Originals, thumbnails for staff, documents: reached only by views that ask who it is."""


class PublicStorage(NamedStorage):
    """The renditions public pages show."""

    alias = "public"
