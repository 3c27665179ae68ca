"""What is restored equals the backup, and nothing else is put in place."""

import json
import sqlite3
import tarfile
from contextlib import closing

import psycopg
import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.db import connection

from kogu.delivery.backups import databases
from kogu.delivery.backups.archive import BackupError
from tests.delivery.backups.conftest import (
    FILES,
    RENEWED,
    contents,
    opened,
    remade,
    rows,
    usernames,
)

pytestmark = pytest.mark.django_db(transaction=True)


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


@pytest.mark.parametrize("is_there", [False, True], ids=["no folder", "an empty folder"])
def test_a_refused_restore_leaves_the_machine_as_it_was(small_archive, elsewhere, is_there):
    small_archive.write_bytes(small_archive.read_bytes()[:-200])
    if is_there:
        elsewhere.folder.mkdir()

    refused = elsewhere.run("restore", str(small_archive))

    assert "not a whole backup" in refused.stderr
    assert elsewhere.folder.exists() == is_there
    assert not is_there or list(elsewhere.folder.iterdir()) == []
    if connection.vendor != "sqlite":
        with closing(elsewhere.open()) as there:
            tables = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
            assert there.execute(tables).fetchall() == []


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
