"""A database that is locked, lost or full, and a full disk, are told from our own mistakes."""

import errno
import sqlite3
from contextlib import contextmanager

import psycopg
import pytest
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.db import DatabaseError, connection, transaction
from django.urls import reverse
from django.utils import timezone
from wagtail.users.models import UserProfile

from kogu.demo.factories import AdministratorFactory
from kogu.web.errors.statuses import status_of


@contextmanager
def unavailable():
    """Another process writes for long on SQLite; on PostgreSQL the connection is lost."""
    values = connection.settings_dict
    if connection.vendor == "sqlite":
        connection.cursor().execute("PRAGMA busy_timeout = 50")
        other = sqlite3.connect(values["NAME"], isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        yield
        other.close()
        return
    own = connection.connection.info.backend_pid
    parts = {"host": values["HOST"], "port": values["PORT"], "user": values["USER"]}
    with psycopg.connect(**parts, dbname=values["NAME"], autocommit=True) as other:
        other.execute("SELECT pg_terminate_backend(%s)", [own])
    yield
    connection.close()


@pytest.fixture
def staff(client):
    user = AdministratorFactory()
    UserProfile.objects.create(user=user, preferred_language="pl")
    client.force_login(user)
    client.raise_request_exception = False


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("accepted", ["text/html", "application/json"])
def test_a_change_that_cannot_be_made_now_is_not_lost_in_silence(client, staff, accepted):
    with unavailable():
        answer = client.post(
            reverse("wagtailadmin_account"), {"name": "words"}, headers={"Accept": accepted}
        )

    assert answer.status_code == 503
    assert answer["Retry-After"]
    assert "Nothing of what you sent was saved" in answer.content.decode()
    assert answer["Content-Type"].startswith(accepted)
    # Who it was is not known any more when the connection is lost.
    assert answer["Content-Language"] == ("pl" if connection.vendor == "sqlite" else "et")


@pytest.mark.django_db(transaction=True)
def test_a_restored_database_answers_again(client, staff):
    with unavailable():
        client.post(reverse("wagtailadmin_account"))

    assert client.get(reverse("wagtailadmin_account")).status_code == 200


def failure_of(work):
    with pytest.raises(DatabaseError) as caught, transaction.atomic():
        work()
    return caught.value


def fill():
    """Writes more than there is room for."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            most = cursor.execute("PRAGMA max_page_count").fetchone()[0]
            pages = cursor.execute("PRAGMA page_count").fetchone()[0]
            cursor.execute(f"PRAGMA max_page_count = {pages}")
            try:
                Session.objects.create(
                    session_key="x", session_data="x" * 4_000_000, expire_date=timezone.now()
                )
            finally:
                # Django refuses a query in a transaction that has failed.
                connection.connection.execute(f"PRAGMA max_page_count = {most}")
        else:
            cursor.execute("DO $$ BEGIN RAISE 'no space left' USING ERRCODE = '53100'; END $$")


@pytest.mark.django_db
def test_a_full_disk_below_the_database_is_no_space():
    assert status_of(failure_of(fill)) == 507


@pytest.mark.django_db
def test_a_name_that_somebody_else_has_taken_is_a_conflict():
    Group.objects.create(name="Weavers")

    assert status_of(failure_of(lambda: Group.objects.create(name="Weavers"))) == 409


@pytest.mark.django_db
def test_a_missing_value_or_table_is_our_own_mistake():
    missing = failure_of(lambda: ContentType.objects.create(app_label=None, model="x"))
    unknown = failure_of(lambda: connection.cursor().execute("SELECT 1 FROM nowhere"))

    assert [status_of(missing), status_of(unknown), status_of(ValueError())] == [500, 500, 500]


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_is_seen_behind_what_it_led_to(number):
    outer = RuntimeError()
    outer.__cause__ = OSError(number, "full")

    assert status_of(outer) == 507
    assert status_of(OSError(errno.EACCES, "denied")) == 500
