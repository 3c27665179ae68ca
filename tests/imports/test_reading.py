"""Uploads are read by the worker; the screen says how far it is, and what has failed."""

import datetime as dt
import errno
import subprocess
from pathlib import Path

import pytest
from django.core.files.storage import InMemoryStorage, default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.db.models.functions import Now
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from kogu.delivery import leases, periodic
from kogu.delivery.models import JobLease, Slot
from kogu.delivery.worker import Worker
from kogu.demo.factories import AdministratorFactory, NewsIndexPageFactory
from kogu.imports import jobs, limits
from kogu.imports.models import ImportedDocument
from tests.delivery.jobs import queued

CORPUS = Path(__file__).parent / "corpus"
PICTURE = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"


@pytest.fixture(autouse=True)
def _staff(client, homes):
    NewsIndexPageFactory(parent=homes["et"], locale="et")
    client.force_login(AdministratorFactory())


@pytest.fixture(autouse=True)
def _queued(_staff, settings, monkeypatch):
    """Uploads wait for a worker, as they do outside tests."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    monkeypatch.setattr(jobs, "read_upload", queued(jobs.read_upload.func))
    monkeypatch.setattr(periodic, "_registered", {})


@pytest.fixture
def document(client):
    upload(client, "news-et.txt")
    return ImportedDocument.objects.get()


def upload(client, *names):
    files = [
        SimpleUploadedFile(name, PICTURE if name == "broken.txt" else (CORPUS / name).read_bytes())
        for name in names
    ]
    form = {"file": files, "kind": "auto", "language": "auto"}
    return client.post(reverse("kogu_imports_upload"), form, follow=True)


def screen(client, document):
    address = reverse("kogu_imports_reading", args=[document.key])
    return client.get(address, follow=True)


def reading(client):
    """Keys of the uploads that are still to be read, as the script asks for them."""
    return client.get(reverse("kogu_imports_state")).json()["reading"]


def read_again(client, document, kind="auto"):
    entered = {"again": "1", "kind": kind, "language": "et"}
    return client.post(reverse("kogu_imports_review", args=[document.key]), entered)


def half_an_hour_later():
    DBTaskResult.objects.update(enqueued_at=timezone.now() - dt.timedelta(minutes=30))


def test_the_upload_answers_before_the_document_is_read(client):
    answer = upload(client, "news-et.txt")

    document = ImportedDocument.objects.get()
    assert "The document waits for its turn" in answer.content.decode()
    assert document.understood == {}
    assert reading(client) == [str(document.key)]


def test_what_the_worker_read_is_shown(client, document):
    Worker().run_once()

    assert reading(client) == []
    assert screen(client, document).context["form"]["title"].value()


def test_a_document_that_is_refused_stops_no_other(client):
    listed = upload(client, "news-et.txt", "broken.txt", "news-lv.html")
    assert len(listed.context["reading"]) == 3
    Worker().run_once()

    listed = client.get(reverse("kogu_imports_upload"))

    assert listed.context["reading"] == []
    assert "not a text, HTML or Word document" in listed.content.decode()
    assert ImportedDocument.objects.exclude(understood={}).count() == 2
    assert not ImportedDocument.objects.get(name="broken.txt").file


def stored():
    try:
        return set(default_storage.listdir("imports")[1])
    except FileNotFoundError:
        return set()


def test_a_disk_that_fills_up_during_an_upload_leaves_nothing(client, monkeypatch):
    def save(storage, name, content):
        if content.name.endswith(".html"):
            raise OSError(errno.ENOSPC, "No space left on device")
        return original(storage, name, content)

    original = InMemoryStorage._save
    monkeypatch.setattr(InMemoryStorage, "_save", save)
    client.raise_request_exception = False
    before = stored()

    answer = upload(client, "news-et.txt", "news-lv.html")

    assert answer.status_code == 507
    assert not ImportedDocument.objects.exists()
    assert not DBTaskResult.objects.exists()
    assert stored() == before


def test_a_document_whose_file_is_lost_is_said(client, document):
    document.file.storage.delete(document.file.name)

    Worker().run_once()

    assert "could not be read" in screen(client, document).content.decode()


def test_a_document_whose_worker_was_killed_is_read_by_the_next(client, document):
    leases.take("killed")
    JobLease.objects.update(expires_at=Now() - dt.timedelta(seconds=1))
    DBTaskResult.objects.update(started_at=timezone.now() - dt.timedelta(minutes=2))

    assert reading(client) == [str(document.key)]
    Worker().run_once()

    assert screen(client, document).context["form"]["title"].value()


def test_a_reading_that_was_given_up_is_said_and_begun_anew(client, document):
    DBTaskResult.objects.update(status="FAILED")

    assert "was not read" in screen(client, document).content.decode()
    assert reading(client) == []
    read_again(client, document)
    Worker().run_once()

    document.refresh_from_db()
    assert document.understood["language"] == "et"


def test_it_is_said_when_no_worker_runs(client, document):
    half_an_hour_later()

    assert "No worker is running" in screen(client, document).content.decode()
    assert "No worker is running" in client.get(reverse("kogu_imports_upload")).content.decode()
    assert reading(client) == []


@pytest.mark.parametrize(
    "sign, said", [("rounds", "waits for its turn"), ("lease", "is being read")]
)
def test_a_document_waits_while_a_worker_is_busy(client, document, sign, said):
    half_an_hour_later()
    if sign == "rounds":
        seconds = int(timezone.now().timestamp())
        Slot.objects.create(name="kogu.delivery.sweep", number=seconds // 20)
    else:
        leases.take("busy")

    assert f"The document {said}" in screen(client, document).content.decode()
    assert reading(client) == [str(document.key)]


def test_the_one_that_is_read_says_so_and_the_next_waits_for_its_turn(client, document):
    upload(client, "news-lv.html")
    leases.take("worker")
    second = ImportedDocument.objects.exclude(pk=document.pk).get()

    assert "The document is being read" in screen(client, document).content.decode()
    assert "The document waits for its turn" in screen(client, second).content.decode()
    assert sorted(reading(client)) == sorted([str(document.key), str(second.key)])


def test_no_screen_opens_a_document(client, document, monkeypatch):
    Worker().run_once()
    monkeypatch.setattr(subprocess, "Popen", pytest.fail)

    for name in ("review", "reading", "original"):
        address = reverse(f"kogu_imports_{name}", args=[document.key])
        assert client.get(address, follow=True).status_code == 200
    assert client.get(reverse("kogu_imports_upload")).status_code == 200


def test_what_was_asked_last_is_what_is_saved(client, document):
    for kind in ("project", "cluster"):
        read_again(client, document, kind)

    Worker().run_once()

    document.refresh_from_db()
    assert document.understood["kind"] == "cluster"


def test_a_reading_of_what_is_no_longer_asked_is_not_saved(document, monkeypatch):
    def read_document(*arguments):
        ImportedDocument.objects.update(kind="project")
        return original(*arguments)

    original = jobs.read_document
    monkeypatch.setattr(jobs, "read_document", read_document)
    jobs.read_upload.func(document.pk)

    document.refresh_from_db()
    assert document.is_pending


def test_only_so_many_documents_of_a_person_may_wait(client, monkeypatch):
    monkeypatch.setattr(limits, "MAX_PENDING", 2)

    answer = upload(client, "news-et.txt", "project-et.txt", "news-lv.html")

    names = set(ImportedDocument.objects.values_list("name", flat=True))
    assert names == {"news-et.txt", "project-et.txt"}
    assert "these were not taken: news-lv.html" in answer.content.decode()
    Worker().run_once()
    upload(client, "news-lv.html")
    assert ImportedDocument.objects.count() == 3


def test_a_document_that_is_read_is_kept_while_too_many_wait(client, document, monkeypatch):
    Worker().run_once()
    monkeypatch.setattr(limits, "MAX_PENDING", 0)

    read_again(client, document, "event")

    document.refresh_from_db()
    assert document.understood
    assert not DBTaskResult.objects.filter(status="READY").exists()


def test_one_job_waits_however_often_it_is_asked_for(client, document):
    for kind in ("news", "event", "event"):
        read_again(client, document, kind)

    assert DBTaskResult.objects.filter(status="READY").count() == 1
    Worker().run_once()
    assert "Understood as: event" in screen(client, document).content.decode()


@pytest.mark.parametrize("name", ["kogu_imports_upload", "kogu_imports_state"])
def test_many_documents_cost_as_much_as_one(client, document, name):
    half_an_hour_later()
    client.get(reverse(name))
    with CaptureQueriesContext(connection) as one:
        client.get(reverse(name))
    upload(client, *["news-et.txt"] * 5)
    half_an_hour_later()
    DBTaskResult.objects.filter(pk=document.task_id).delete()

    with CaptureQueriesContext(connection) as many:
        client.get(reverse(name))

    # One more, since the job of one has ended.
    assert len(many) <= len(one) + 1
