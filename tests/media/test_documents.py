"""Documents are what their names say, and are saved by readers, never shown."""

import io
import re
import struct
import zipfile
from urllib.parse import quote

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.models import CollectionViewRestriction

from kogu.delivery.changes import public_change
from kogu.demo.factories import UserFactory
from kogu.media import document_validation
from kogu.media.document_validation import check_document
from kogu.media.models import KoguDocument

from .conftest import upload

NONCE = re.compile(r'nonce="[^"]*"|name="csrfmiddlewaretoken" value="[^"]*"')
PAGE = b"<html><script>alert(document.domain)</script></html>"


def packed(*names, content=b"text"):
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, content)
    return output.getvalue()


def refusal(data, name):
    with pytest.raises(ValidationError) as caught:
        check_document(upload(data, name))
    return caught.value.code


class TestWhatComesIn:
    @pytest.mark.parametrize(
        ("name", "data"),
        [
            ("report.pdf", b"%PDF-1.7\n..."),
            ("report.DOCX", packed("[Content_Types].xml", "word/document.xml")),
            ("table.xlsx", packed("xl/workbook.xml")),
            ("slides.pptx", packed("ppt/presentation.xml")),
            ("letter.odt", packed("mimetype", "content.xml")),
            ("notes.txt", "Õhtul kell 7".encode("cp1257")),
            ("table.csv", "Nimi;Linn\n".encode("utf-16")),
            ("all.csv.zip", packed("a.csv")),
            ("report.docx.pdf", b"%PDF-1.4"),
        ],
    )
    def test_known_kinds_are_accepted(self, name, data):
        document = upload(data, name)

        check_document(document)

        assert document.tell() == 0

    @pytest.mark.parametrize(
        ("name", "data", "code"),
        [
            ("page.html", PAGE, "invalid_extension"),
            ("page.xml", PAGE, "invalid_extension"),
            ("drawing.svg", PAGE, "invalid_extension"),
            ("macro.docm", packed("word/document.xml"), "invalid_extension"),
            ("tool.exe", b"MZ", "invalid_extension"),
            ("report.html.pdf", b"%PDF-1.7", "double_extension"),
            ("report.pdf.exe", b"%PDF-1.7", "invalid_extension"),
            ("report.pdf", PAGE, "other_format"),
            ("report.docx", PAGE, "other_format"),
            ("report.docx", packed("xl/workbook.xml"), "other_format"),
            ("report.docx", packed("word/document.xml")[:40], "other_format"),
            ("notes.txt", b"MZ\0\0\0", "other_format"),
        ],
        ids=lambda value: "" if isinstance(value, bytes) else value,
    )
    def test_other_kinds_are_refused(self, name, data, code):
        assert refusal(data, name) == code

    def test_a_file_of_25_mb_is_refused(self):
        assert refusal(b"%PDF-" + b"\0" * (25 * 1024 * 1024), "report.pdf") == "file_too_large"

    def test_a_zip_bomb_is_refused_by_its_own_list(self, monkeypatch):
        monkeypatch.setattr(document_validation, "MAX_UNPACKED", 1_000_000)

        assert refusal(packed("a", "b", content=b"\0" * 600_000), "a.zip") == "unpacks_to_too_much"

    def test_a_zip_with_an_endless_list_is_refused_unread(self, monkeypatch):
        data = bytearray(packed("word/document.xml"))
        place = data.rfind(b"PK\x05\x06")
        struct.pack_into("<I", data, place + 12, 2**31)
        monkeypatch.setattr(zipfile, "ZipFile", pytest.fail)

        assert refusal(bytes(data), "report.docx") == "other_format"


class TestHowItIsServed:
    @pytest.fixture
    def document(self, root_collection, files_on_disk):
        collection = root_collection.add_child(name="Minutes")
        with public_change():
            return KoguDocument.objects.create(
                title="Minutes",
                file=ContentFile(PAGE, name="minutes.txt"),
                collection=collection,
            )

    def address(self, document):
        return reverse("wagtaildocs_serve", args=[document.pk, document.filename])

    def test_a_document_is_saved_and_never_shown(self, client, document):
        response = client.get(self.address(document))

        assert response.status_code == 200
        assert b"".join(response.streaming_content) == PAGE
        assert response["Content-Disposition"].startswith("attachment")
        assert response["X-Content-Type-Options"] == "nosniff"
        assert "sandbox" in response["Content-Security-Policy"]
        assert response["Content-Type"] == "text/plain"
        assert "public" in response["Cache-Control"]

    def test_a_reader_who_has_it_is_not_sent_it_again(self, client, document):
        etag = client.get(self.address(document))["ETag"]

        response = client.get(self.address(document), headers={"if-none-match": etag})

        assert response.status_code == 304

    def test_another_name_finds_nothing(self, client, document):
        other = reverse("wagtaildocs_serve", args=[document.pk, "other.txt"])

        assert client.get(other).status_code == 404

    @pytest.mark.parametrize("kind", ["login", "groups"])
    def test_a_closed_document_is_answered_as_one_that_does_not_exist(
        self, client, document, staff_user, kind
    ):
        restriction = CollectionViewRestriction.objects.create(
            collection=document.collection, restriction_type=kind
        )
        group = Group.objects.create(name="Board")
        restriction.groups.add(group)
        other, no_such = self.wrong_addresses(document)

        answers = [self.told(client, each) for each in (self.address(document), other, no_such)]
        client.force_login(staff_user)
        staff_user.groups.add(group)
        member = client.get(self.address(document))

        assert answers[0][0] == 404
        assert answers == [answers[0]] * 3
        assert "/_util/login/?next=" in answers[0][1]
        assert member.status_code == 200
        assert "no-store" in member["Cache-Control"]
        assert "public" not in member["Cache-Control"]

    def test_who_has_signed_in_and_may_not_have_it_is_told_no_more(self, client, document):
        CollectionViewRestriction.objects.create(
            collection=document.collection, restriction_type="groups"
        )
        client.force_login(UserFactory())

        answers = [
            self.told(client, each)
            for each in (self.address(document), *self.wrong_addresses(document))
        ]

        assert answers[0][0] == 404
        assert answers == [answers[0]] * 3

    def test_a_password_is_asked_whatever_name_is_guessed(self, client, document):
        CollectionViewRestriction.objects.create(
            collection=document.collection, restriction_type="password", password="koiv"
        )

        guessed = self.told(client, self.wrong_addresses(document)[0])

        assert self.told(client, self.address(document)) == guessed
        assert guessed[0] == 200
        assert 'type="password"' in guessed[1]

    def wrong_addresses(self, document):
        return [
            reverse("wagtaildocs_serve", args=[pk, name])
            for pk, name in ((document.pk, "other.txt"), (document.pk + 1000, document.filename))
        ]

    def told(self, client, address):
        """Status and words, without what was asked for."""
        answer = client.get(address)
        text = answer.content.decode().replace(quote(address, safe=""), "").replace(address, "")
        return answer.status_code, NONCE.sub("", text)
