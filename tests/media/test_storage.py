"""A file is stored whole, with its row, or not at all."""

import errno
import os
import resource
import stat
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from kogu.demo.factories import AdministratorFactory
from kogu.media import renditions
from kogu.media.models import KoguImage
from kogu.media.storage import AtomicFileSystemStorage, PrivateStorage

from .conftest import draw, upload


@contextmanager
def no_file_larger_than(size):
    """The system refuses to write on, as on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def files(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def test_a_file_that_cannot_be_written_whole_is_not_there(tmp_path):
    storage = AtomicFileSystemStorage(tmp_path)

    with no_file_larger_than(1000), pytest.raises(OSError, match="File too large"):
        storage.save("documents/long.txt", ContentFile(b"x" * 200_000))

    assert files(tmp_path) == []


def test_files_of_one_name_stand_beside_each_other(tmp_path):
    storage = AtomicFileSystemStorage(tmp_path)

    names = [storage.save("a/words.txt", ContentFile(words)) for words in ("õun", b"pirn")]

    assert names[0] != names[1]
    assert [storage.open(name).read().decode() for name in names] == ["õun", "pirn"]
    assert stat.S_IMODE((tmp_path / names[0]).stat().st_mode) == 0o644
    assert len(files(tmp_path)) == 2


def test_uploads_that_are_given_one_name_at_once_are_all_kept(tmp_path, monkeypatch):
    contents = [str(number) * 1000 for number in range(4)]
    storage = AtomicFileSystemStorage(tmp_path)
    has_waited, all_there = threading.local(), threading.Barrier(len(contents))

    def together(stock):
        def move(*args, **options):
            if not hasattr(has_waited, "once"):
                has_waited.once = True
                all_there.wait(30)
            return stock(*args, **options)

        return move

    for name in ("link", "rename"):
        monkeypatch.setattr(os, name, together(getattr(os, name)))
    with ThreadPoolExecutor(len(contents)) as threads:
        names = threads.map(lambda one: storage.save("words.txt", ContentFile(one)), contents)
        stored = [storage.open(name).read().decode() for name in names]

    assert stored == contents
    assert len(files(tmp_path)) == len(contents)


def test_a_file_is_stored_where_there_are_no_links(tmp_path, monkeypatch):
    def refuse(self, target):
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    storage = AtomicFileSystemStorage(tmp_path)

    names = [storage.save("a/words.txt", ContentFile(words)) for words in ("õun", b"pirn")]

    assert [storage.open(name).read().decode() for name in names] == ["õun", "pirn"]


def originals():
    try:
        return PrivateStorage().listdir("original_images")[1]
    except FileNotFoundError:
        return []


@pytest.mark.django_db
@pytest.mark.parametrize("failure", [OSError(28, "No space left on device"), ValueError("ours")])
def test_a_file_goes_with_its_row_that_was_rolled_back(
    client, root_collection, monkeypatch, failure
):
    def fail(images):
        raise failure

    client.force_login(AdministratorFactory())
    client.raise_request_exception = False
    monkeypatch.setattr(renditions, "update_public_files", fail)
    before = originals()

    client.post(
        reverse("wagtailimages:add"),
        {"title": "Weaving", "file": upload(draw(size=(9, 9))), "collection": root_collection.pk},
    )

    assert not KoguImage.objects.exists()
    assert originals() == before
