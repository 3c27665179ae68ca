"""What tests of backups stand on: media, archives of them, and an installation elsewhere."""

import io
import os
import secrets
import sqlite3
import subprocess
import sys
import tarfile
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from django.contrib.auth import get_user_model
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

import kogu
from kogu.delivery.backups.archive import DATABASE, Manifest, write
from tests import databases

ROOT = Path(__file__).resolve().parents[3]
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
        if connection.vendor == "sqlite":
            self.url = ""
        else:
            with closing(opened("postgres")) as server:
                server.execute(f'CREATE DATABASE "{self.name}"')
            self.url = databases.postgres_url(connection.settings_dict, self.name)

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
