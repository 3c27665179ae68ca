"""A backup is whole or not there."""

import errno
import json
import os
import tarfile
from types import SimpleNamespace
from unittest.mock import Mock

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.backends.postgresql.client import DatabaseClient

from kogu.delivery.backups import databases
from tests.delivery.backups.conftest import FILES, contents

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_archive_tells_of_itself_and_only_its_owner_reads_it(archive):
    with tarfile.open(archive) as tar:
        manifest = json.load(tar.extractfile("manifest.json"))

    assert archive.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in archive.parent.iterdir()] == ["kogu.tar.gz"]
    assert manifest["database"] == connection.vendor
    assert ["accounts", "0001_initial"] in manifest["migrations"]
    assert set(manifest["files"]) == {"database", *(f"media/{name}" for name in FILES)}


@pytest.mark.django_db
def test_a_backup_overwrites_nothing(small_archive):
    before = small_archive.read_bytes()

    with pytest.raises(CommandError, match="exists already"):
        call_command("backup", small_archive)
    assert small_archive.read_bytes() == before


@pytest.mark.django_db
@pytest.mark.parametrize("when", ["writing", "naming"])
def test_a_full_disk_leaves_no_file(media, tmp_path, monkeypatch, when):
    def full(*args, **kwargs):
        raise OSError(errno.ENOSPC, "No space left on device")

    where = (tarfile.TarFile, "addfile") if when == "writing" else (os, "fsync")
    monkeypatch.setattr(databases, "dump", lambda path: path.write_bytes(b"dump"))
    monkeypatch.setattr(*where, full)
    target = tmp_path / "kept" / "kogu.tar.gz"
    target.parent.mkdir()

    with pytest.raises(CommandError, match="No space left"):
        call_command("backup", target)
    assert list(target.parent.iterdir()) == []


@pytest.mark.django_db
def test_a_backup_does_not_lie_among_the_media(media):
    with pytest.raises(CommandError, match="among the media"):
        call_command("backup", media / "public" / "kogu.tar.gz")


def test_without_media_folders_the_backup_says_what_is_missing(tmp_path, capsys):
    call_command("backup", tmp_path / "kogu.tar.gz")

    assert "MEDIA_URL" in capsys.readouterr().err


@pytest.mark.django_db
def test_what_does_not_exist_is_named(media, tmp_path):
    with pytest.raises(CommandError, match=f"folder {tmp_path / 'gone'} does not exist"):
        call_command("backup", tmp_path / "gone" / "kogu.tar.gz")
    with pytest.raises(CommandError, match=r"kogu\.tar\.gz does not exist"):
        call_command("restore", tmp_path / "kogu.tar.gz")
    assert contents(media) == FILES


def test_the_password_stands_in_no_command(tmp_path, monkeypatch):
    values = {"NAME": "kogu", "USER": "u", "PASSWORD": "se cret", "HOST": "db", "OPTIONS": {}}
    server = SimpleNamespace(vendor="postgresql", client=DatabaseClient, settings_dict=values)
    done = Mock(return_value=SimpleNamespace(returncode=0))
    monkeypatch.setattr(databases, "connection", server)
    monkeypatch.setattr(databases.shutil, "which", str)
    monkeypatch.setattr(databases.subprocess, "run", done)

    databases.dump(tmp_path / "dump")

    assert done.call_args.args[0][0] == "pg_dump"
    assert "se cret" not in " ".join(done.call_args.args[0])
    assert done.call_args.kwargs["env"]["PGPASSWORD"] == "se cret"
