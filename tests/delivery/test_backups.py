"""A backup is whole or not there; what is restored equals it, and nothing else is put in place."""

import errno
import io
import json
import os
import secrets
import sqlite3
import subprocess
import sys
import tarfile
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import Mock

import psycopg
import pytest
from django.contrib.auth import get_user_model
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.backends.postgresql.client import DatabaseClient
from django.utils import timezone

import kogu
from kogu.delivery.backups import databases
from kogu.delivery.backups.archive import DATABASE, BackupError, Manifest, write

pytestmark = pytest.mark.django_db(transaction=True)

ROOT = Path(__file__).resolve().parents[2]
FILES = {"private/original_images/sõna.jpg": b"\xff\xd8original", "public/images/a.webp": b"web"}
# The restore itself ends sessions and rebuilds the cards, for which the clock advances.
RENEWED = {"django_session", "delivery_tag", "delivery_clock", "base_card"}


@pytest.fixture
def media(settings, tmp_path):
    """Media in folders, with a private and a public file."""
    folder = tmp_path / "media"
    for name, data in FILES.items():
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_bytes(data)
    kind = "django.core.files.storage.FileSystemStorage"
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {"BACKEND": kind, "OPTIONS": {"location": folder / "private"}},
        "public": {"BACKEND": kind, "OPTIONS": {"location": folder / "public"}},
    }
    return folder


@pytest.fixture
def archive(media, tmp_path):
    get_user_model().objects.create_user("liis", "liis@example.org")
    Session.objects.create(session_key="liis", expire_date=timezone.now())
    target = tmp_path / "kept" / "kogu.tar.gz"
    target.parent.mkdir()
    call_command("backup", target, verbosity=0)
    return target


@pytest.fixture
def small_archive(media, tmp_path):
    """A backup but for its database, which is never looked into."""
    (tmp_path / "kept").mkdir()
    (tmp_path / "dump").write_bytes(secrets.token_bytes(1000))
    manifest = Manifest(
        kogu=kogu.__version__,
        database=connection.vendor,
        media=True,
        made_at=timezone.now(),
        migrations=[("accounts", "0001_initial")],
    )

    def fill(writer, folder):
        writer.add(DATABASE, tmp_path / "dump")
        writer.add_folder("media", media)
        writer.add_manifest(manifest)

    write(tmp_path / "kept" / "small.tar.gz", fill)
    return tmp_path / "kept" / "small.tar.gz"


def contents(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def usernames():
    return sorted(get_user_model().objects.values_list("username", flat=True))


def remade(archive, change):
    """The archive with its members changed."""
    with tarfile.open(archive) as tar:
        members = [(info, tar.extractfile(info).read()) for info in tar]
    changed = archive.with_name("changed.tar.gz")
    with tarfile.open(changed, "w:gz") as tar:
        for info, data in change(members):
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))
    return changed


def opened(name):
    """A database of the kind that is tested, without Django."""
    if connection.vendor == "sqlite":
        return sqlite3.connect(name, isolation_level=None)
    values = connection.settings_dict
    parts = {part: values[part.upper()] for part in ("host", "port", "user", "password")}
    return psycopg.connect(**parts, dbname=name, autocommit=True)


class Elsewhere:
    """An empty installation of the same database kind, and its own process."""

    def __init__(self, folder):
        self.folder = folder
        self.name = f"test_kogu_restored_{os.getpid()}_{secrets.token_hex(4)}"
        values = connection.settings_dict
        if connection.vendor == "sqlite":
            self.url = ""
        else:
            with closing(opened("postgres")) as server:
                server.execute(f'CREATE DATABASE "{self.name}"')
            self.url = (
                f"postgres://{values['USER']}:{values['PASSWORD']}@"
                f"{values['HOST']}:{values['PORT']}/{self.name}"
            )

    def open(self):
        return opened(self.folder / "kogu.sqlite3" if connection.vendor == "sqlite" else self.name)

    def run(self, *command):
        environment = {
            **os.environ,
            "DATABASE_URL": self.url,
            "DATA_DIR": str(self.folder),
            "MEDIA_URL": "",
            "DJANGO_SETTINGS_MODULE": "kogu.settings.dev",
        }
        return subprocess.run(
            [sys.executable, "manage.py", *command],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def drop(self):
        if connection.vendor != "sqlite":
            with closing(opened("postgres")) as server:
                server.execute(f'DROP DATABASE "{self.name}" WITH (FORCE)')


@pytest.fixture
def elsewhere(tmp_path):
    made = Elsewhere(tmp_path / "elsewhere")
    yield made
    made.drop()


def rows(database, tables):
    return {
        table: sorted(map(repr, database.execute(f'SELECT * FROM "{table}"').fetchall()))
        for table in tables
    }


def test_an_empty_installation_becomes_what_was_backed_up(homes, archive, elsewhere):
    done = elsewhere.run("restore", str(archive))

    assert done.returncode == 0, done.stderr
    assert contents(elsewhere.folder / "media") == FILES
    tables = set(connection.introspection.table_names()) - RENEWED
    with (
        closing(elsewhere.open()) as there,
        closing(opened(connection.settings_dict["NAME"])) as here,
    ):
        assert rows(there, tables) == rows(here, tables)
        assert rows(there, ["django_session"]) == {"django_session": []}
        assert len(rows(there, ["base_card"])["base_card"]) == len(homes)


def test_what_is_there_is_replaced_only_when_asked(archive, elsewhere):
    assert elsewhere.run("restore", str(archive)).returncode == 0
    with closing(elsewhere.open()) as there:
        there.execute("UPDATE accounts_user SET username = 'other'")
        there.execute("CREATE TABLE of_a_newer_version (id integer)")
    later = elsewhere.folder / "media/private/later.txt"
    later.write_text("later")

    refused = elsewhere.run("restore", str(archive))
    assert "holds tables already" in refused.stderr
    assert later.exists()

    assert elsewhere.run("restore", str(archive), "--replace").returncode == 0
    assert contents(elsewhere.folder / "media") == FILES
    with closing(elsewhere.open()) as there:
        names = there.execute("SELECT username FROM accounts_user").fetchall()
        with pytest.raises((sqlite3.OperationalError, psycopg.errors.UndefinedTable)):
            there.execute("SELECT * FROM of_a_newer_version")
    assert [tuple(row) for row in names] == [("liis",)]


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


def flip(members):
    return [(info, data[::-1] if info.name.endswith("webp") else data) for info, data in members]


def truncate_database(members):
    return [(info, data[:-1] if info.name == "database" else data) for info, data in members]


def leave_out(members):
    return [(info, data) for info, data in members if not info.name.endswith("webp")]


def without_manifest(members):
    return [(info, data) for info, data in members if info.name != "manifest.json"]


def adding(name, **values):
    def add(members):
        info = tarfile.TarInfo(name)
        for key, value in values.items():
            setattr(info, key, value)
        return [(info, b""), *members]

    return add


def telling(**values):
    def tell(members):
        return [
            (info, json.dumps({**json.loads(data), **values}).encode())
            if info.name == "manifest.json"
            else (info, data)
            for info, data in members
        ]

    return tell


REFUSED = {
    "a changed file": (flip, "not what the manifest says"),
    "a shorter database": (truncate_database, "not what the manifest says"),
    "a missing file": (leave_out, "not what the manifest says"),
    "no manifest": (without_manifest, "no manifest"),
    "a file the manifest lacks": (adding("media/public/more.txt"), "not what the manifest says"),
    "a path that leads out": (adding("media/public/../../../out.txt"), "no backup holds"),
    "an absolute path": (adding("/media/public/out.txt"), "no backup holds"),
    "a link": (adding("media/public/x", type=tarfile.SYMTYPE, linkname="/etc"), "no backup holds"),
    "a hard link": (
        adding("media/public/x", type=tarfile.LNKTYPE, linkname="database"),
        "no backup holds",
    ),
    "a file twice": (adding("database"), "no backup holds"),
    "another kind of database": (telling(database="oracle"), "of a oracle database"),
    "a newer version": (telling(kogu="99.0.0"), "made by a newer Kogu"),
    "a newer migration": (telling(migrations=[["home", "9999_later"]]), "home.9999_later"),
    "a newer format": (telling(format=99), "made by a newer Kogu"),
    "another manifest": (telling(files=3), "cannot be read"),
}


@pytest.mark.django_db
@pytest.mark.parametrize("change, reason", REFUSED.values(), ids=REFUSED)
def test_nothing_is_touched_when_an_archive_is_refused(small_archive, media, change, reason):
    changed = remade(small_archive, change)
    get_user_model().objects.create_user("later")

    with pytest.raises(CommandError, match=reason):
        call_command("restore", changed, replace=True)
    assert usernames() == ["later"]
    assert contents(media) == FILES
    assert [path.name for path in media.iterdir() if path.name.startswith(".")] == []


@pytest.mark.django_db
def test_what_does_not_exist_is_named(media, tmp_path):
    with pytest.raises(CommandError, match=f"folder {tmp_path / 'gone'} does not exist"):
        call_command("backup", tmp_path / "gone" / "kogu.tar.gz")
    with pytest.raises(CommandError, match=r"kogu\.tar\.gz does not exist"):
        call_command("restore", tmp_path / "kogu.tar.gz")
    assert contents(media) == FILES


@pytest.mark.django_db
def test_a_broken_off_archive_is_refused(small_archive, media):
    small_archive.write_bytes(small_archive.read_bytes()[:-200])

    with pytest.raises(CommandError, match="not a whole backup"):
        call_command("restore", small_archive, replace=True)
    assert contents(media) == FILES


@pytest.mark.django_db
def test_media_alone_make_an_installation_not_empty(small_archive, media, monkeypatch):
    monkeypatch.setattr(connection.introspection, "table_names", list)

    with pytest.raises(CommandError, match="holds files already"):
        call_command("restore", small_archive)


@pytest.mark.django_db
def test_media_return_when_the_database_cannot_be_loaded(small_archive, media, monkeypatch):
    (media / "public/later.txt").write_text("later")

    def fail(path, folder):
        raise BackupError("The database is in use.")

    monkeypatch.setattr(databases, "load", fail)

    with pytest.raises(CommandError, match="in use"):
        call_command("restore", small_archive, replace=True)
    assert contents(media) == {**FILES, "public/later.txt": b"later"}
    assert sorted(path.name for path in media.iterdir()) == ["private", "public"]


def test_a_running_site_is_not_replaced(archive, media):
    with closing(opened(connection.settings_dict["NAME"])) as running:
        running.execute("BEGIN")
        running.execute("SELECT COUNT(*) FROM accounts_user").fetchone()

        with pytest.raises(CommandError, match=r"stop the web process|lock timeout"):
            call_command("restore", archive, replace=True)
    assert usernames() == ["liis"]
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
