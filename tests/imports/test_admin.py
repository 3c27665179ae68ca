"""Staff upload a document, see what was understood beside it, correct it, get a draft."""

import datetime as dt
import re
from html import unescape

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.urls import reverse
from django.utils import timezone
from wagtail.users.models import UserProfile

from directory.models import ProjectPage
from home.models import NewsIndexPage, NewsPage
from kogu.delivery.changes import public_change
from kogu.imports import limits
from kogu.imports.correction_form import CorrectionForm
from kogu.imports.expiry import clear_uploads
from kogu.imports.messages import ADVICE, REASONS, WARNINGS
from kogu.imports.models import ImportedDocument, ProvisionalTitle
from tests.imports.uploads import entered, review_of, upload

PICTURE = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"


def test_upload_is_understood_and_becomes_a_corrected_draft(client, staff):
    response = upload(client, "project-et.txt")
    values = entered(response)

    assert values["project.acronym"] == "NOORMEISTER"
    values |= {"project.acronym": "MEISTER", "project.activities": "töötoad\nnäitus"}
    client.post(review_of(ImportedDocument.objects.get()), values)

    page = ProjectPage.objects.get()
    assert page.acronym == "MEISTER"
    assert [row.description for row in page.activities.all()] == ["töötoad", "näitus"]
    assert page.owner == staff
    assert not page.live
    assert ImportedDocument.objects.get().page_id == page.pk


def test_missing_year_is_proposed_and_chosen_by_a_person(client, staff):
    response = upload(client, "news-et.txt")
    values = entered(response)

    assert values["date"] == ""
    assert "2023-03-07" in response.content.decode()
    client.post(review_of(ImportedDocument.objects.get()), {**values, "date": "2023-03-07"})

    assert NewsPage.objects.get().shown_at.date() in {dt.date(2023, 3, 6), dt.date(2023, 3, 7)}


def test_the_screens_speak_the_language_of_the_editor(client, staff, catalogues):
    UserProfile.objects.create(user=staff, preferred_language="et")

    html = unescape(upload(client, "news-et.txt").content.decode())
    client.post(
        review_of(ImportedDocument.objects.get()),
        entered(client.get(review_of(ImportedDocument.objects.get()))),
    )

    report = ImportedDocument.objects.get().report
    said = [*WARNINGS.values(), *ADVICE.values(), *REASONS.values()]
    english = [one.partition("{")[0] for one in said if one]
    assert [words for words in english if words in html + report] == []
    assert "Kuupäeval puudub aasta" in html
    assert "Kuupäeval puudub aasta" in report


def test_each_group_of_warnings_says_once_what_to_do(client, staff):
    text = "Mill fair\n\nNext week it is on 12 May 2027."
    html = upload(client, "fair.txt", text.encode()).content.decode()

    for code in ("kind_doubtful", "relative_date"):
        assert html.count(ADVICE[code]) == 1
    assert ADVICE.keys() == WARNINGS.keys()


def test_original_is_shown_in_a_scriptless_frame(client, staff):
    response = upload(client, "news-lv.html")
    document = ImportedDocument.objects.get()

    assert "<iframe sandbox title" in response.content.decode()
    original = client.get(reverse("kogu_imports_original", args=[document.key]))

    assert "sandbox" in original["Content-Security-Policy"]
    assert original["X-Frame-Options"] == "SAMEORIGIN"
    assert "<script" not in original.content.decode()
    assert "onload" not in original.content.decode()


def kept():
    """Names of uploads in the storage, which outlives a test."""
    try:
        return set(default_storage.listdir("imports")[1])
    except FileNotFoundError:
        return set()


def test_refused_upload_is_not_kept(client, staff):
    before = kept()

    response = upload(client, "broken.txt", PICTURE)

    assert "not a text, HTML or Word document" in response.content.decode()
    assert not ImportedDocument.objects.get().file
    assert kept() == before


def test_too_large_an_upload_is_said_and_not_kept(client, staff, monkeypatch):
    before = kept()
    monkeypatch.setattr(limits, "MAX_FILE_BYTES", 100)

    response = upload(client, "large.txt", b"x" * 101)

    assert "larger than 20 MB" in response.content.decode()
    assert kept() == before


def test_a_refused_upload_cannot_be_read_again(client, staff):
    upload(client, "broken.txt", PICTURE)
    document = ImportedDocument.objects.get()

    client.post(review_of(document), {"again": "1", "kind": "news", "language": "et"})

    document.refresh_from_db()
    assert document.refusal == "binary"


def test_document_can_be_read_again_as_another_kind(client, staff):
    upload(client, "news-et.txt")
    document = ImportedDocument.objects.get()

    response = client.post(
        review_of(document), {"again": "1", "kind": "project", "language": "et"}, follow=True
    )

    assert response.context["document"].understood["kind"] == "project"


def test_a_refused_correction_is_shown_even_after_a_first_draft(client, staff):
    response = upload(client, "news-et.txt")
    form = response.context["form"]
    values = {name: form[name].value() or "" for name in form.fields}
    values["section"] = NewsIndexPage.objects.first().pk
    document = ImportedDocument.objects.get()
    client.post(review_of(document), values)
    document.refresh_from_db()
    assert document.page

    refused = client.post(review_of(document), {**values, "date": "35.13.2024"})

    html = refused.content.decode()
    assert "No draft was made" in html
    assert re.search(r"<details open>\s*<summary>Make another draft", html)


def test_what_was_missed_is_added(client, staff):
    response = upload(client, "news-et.txt", kind="cluster")
    form, section = response.context["form"], NewsIndexPage.objects.first()
    values = {name: form[name].value() or "" for name in form.fields}
    values |= {
        "cluster.supporters-0-organisation": "Ranna vald",
        "cluster.supporters-0-programme": "Mereäär",
        "cluster.supporters-0-purpose": "ruumid",
        "cluster.coordinator-organisation": "Ranna Selts",
    }
    document = ImportedDocument.objects.get()
    form = CorrectionForm(
        {**values, "section": section.pk}, understood=document.understood, sections=[section]
    )

    assert form.is_valid(), form.errors
    corrected = form.corrected()["cluster"]
    assert corrected["coordinator"]["organisation"] == "Ranna Selts"
    assert [one["organisation"] for one in corrected["supporters"]] == ["Ranna vald"]
    assert corrected["supporters"][0]["programme"] == "Mereäär"


def test_uploads_expire_with_their_files(client, staff, django_capture_on_commit_callbacks):
    upload(client, "news-et.txt")
    document = ImportedDocument.objects.get()
    name = document.file.name
    left = document.expires_at - timezone.now()
    assert dt.timedelta(days=6) < left <= dt.timedelta(days=7)

    ImportedDocument.objects.update(expires_at=timezone.now())
    with django_capture_on_commit_callbacks(execute=True):
        gone = clear_uploads()

    assert gone == 1
    assert not default_storage.exists(name)


def test_an_upload_goes_with_the_account_of_its_owner(
    client, staff, django_capture_on_commit_callbacks
):
    upload(client, "news-et.txt")
    name = ImportedDocument.objects.get().file.name

    with django_capture_on_commit_callbacks(execute=True), public_change():
        staff.delete()

    assert not default_storage.exists(name)


def test_a_file_that_no_upload_names_is_swept(client, staff, time_machine):
    name = default_storage.save("imports/left-over", ContentFile(b"words"))

    clear_uploads()
    assert default_storage.exists(name)
    time_machine.move_to(timezone.now() + dt.timedelta(days=2))
    clear_uploads()

    assert not default_storage.exists(name)


def test_proposed_title_is_confirmed_on_the_page(client, staff):
    response = upload(client, "news-en.docx")
    client.post(review_of(ImportedDocument.objects.get()), entered(response))
    page = NewsPage.objects.get()
    address = reverse("kogu_imports_confirm_title", args=[page.pk])
    assert (
        address in client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    )

    client.post(address)

    assert not ProvisionalTitle.objects.exists()
