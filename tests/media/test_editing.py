"""Wherever staff upload a picture or document, the same rules hold and words can be given."""

import json

import pytest
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.documents.forms import get_document_form
from wagtail.images.forms import get_image_form, get_image_multi_form

from kogu.media.forms import DocumentForm, ImageForm
from kogu.media.models import KoguDocument, KoguImage
from tests.media.test_adding_images import fields_for

from .conftest import describe, draw, upload
from .test_picture_uploads import with_gps

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("root_collection")]


def test_every_way_in_uses_the_same_forms():
    assert issubclass(get_image_form(KoguImage), ImageForm)
    assert issubclass(get_image_multi_form(KoguImage), ImageForm)
    assert issubclass(get_document_form(get_document_model()), DocumentForm)


class TestEditing:
    def address(self, image):
        return reverse("wagtailimages:edit", args=[image.pk])

    def test_the_form_shows_the_words_in_every_language(self, staff, make_image):
        image = make_image(size=(30, 20))
        describe(image, "pl", "Łąka")

        html = staff.get(self.address(image)).content.decode()

        for language in ("et", "lv", "pl", "en"):
            assert f'name="words_alt_{language}"' in html
            assert f'name="words_caption_{language}"' in html
        assert 'value="Łąka"' in html
        assert "/pictures/" in html

    def test_words_change_without_touching_those_of_other_languages(self, staff, make_image):
        image = make_image(size=(30, 20))
        kept = describe(image, "pl", "Łąka")

        staff.post(
            self.address(image),
            fields_for(words_alt_pl="Łąka", words_alt_en="A meadow by the river"),
        )

        texts = {text.language: text.alt for text in image.texts.all()}
        assert texts == {"pl": "Łąka", "en": "A meadow by the river"}
        assert image.texts.get(language="pl").pk == kept.pk

    def test_words_can_be_taken_back(self, staff, make_image):
        image = make_image(size=(30, 20))
        describe(image, "pl", "Łąka")

        staff.post(self.address(image), fields_for(words_alt_pl="", words_alt_et="Niit"))

        assert {text.language: text.alt for text in image.texts.all()} == {"pl": "", "et": "Niit"}

    def test_who_sends_no_words_erases_none(self, staff, make_image):
        image = make_image(size=(30, 20))
        describe(image, "pl", "Łąka")

        staff.post(self.address(image), fields_for())

        assert image.texts.get().alt == "Łąka"

    def test_a_new_file_replaces_the_old_one_and_its_renditions(
        self, staff, make_image, django_capture_on_commit_callbacks
    ):
        image = make_image(public=True, size=(300, 200))
        before = image.file.name

        with django_capture_on_commit_callbacks(execute=True):
            staff.post(
                self.address(image),
                {**fields_for(), "file": upload(draw(size=(500, 100)), "other.jpg")},
            )

        image = KoguImage.objects.get()
        assert (image.width, image.height) == (500, 100)
        assert {each["width"] for each in image.variants} == {480, 500}
        assert not image.file.storage.exists(before)


class TestTheChooser:
    address = "wagtailimages_chooser:create"
    prefix = "image-chooser-upload"

    def test_the_words_in_the_default_language_can_be_given_at_once(self, staff):
        html = staff.get(reverse("wagtailimages_chooser:choose")).content.decode()

        assert f"{self.prefix}-words_alt_et" in html
        assert f"{self.prefix}-words_alt_pl" not in html

    def test_an_uploaded_picture_is_cleaned_described_and_shown(self, staff):
        data = {f"{self.prefix}-{name}": v for name, v in fields_for(words_alt_et="Niit").items()}
        data[f"{self.prefix}-file"] = upload(with_gps("JPEG"))

        answer = json.loads(staff.post(reverse(self.address), data).content)

        image = KoguImage.objects.get()
        assert answer["step"] == "chosen"
        assert "/pictures/" in answer["result"]["preview"]["url"]
        assert image.texts.get().alt == "Niit"
        assert b"Mari" not in image.file.read()

    def test_nothing_is_encoded_while_the_request_holds_its_transaction(self, staff, monkeypatch):
        monkeypatch.setattr(KoguImage, "generate_rendition_file", pytest.fail)
        data = {f"{self.prefix}-{name}": v for name, v in fields_for().items()}
        data[f"{self.prefix}-file"] = upload(draw(size=(30, 20)))

        answer = json.loads(staff.post(reverse(self.address), data).content)

        assert answer["step"] == "chosen"


class TestDocuments:
    def send(self, staff, file):
        return staff.post(
            reverse("wagtaildocs:add_multiple"),
            {"title": "Minutes", "files[]": file},
            headers={"x-requested-with": "XMLHttpRequest"},
        )

    def test_a_known_kind_is_accepted(self, staff, files_on_disk):
        answer = json.loads(self.send(staff, upload(b"%PDF-1.7", "minutes.pdf")).content)

        assert answer["success"]
        assert KoguDocument.objects.get().file_hash

    @pytest.mark.parametrize("name", ["minutes.html", "minutes.svg", "minutes.pdf"])
    def test_others_are_refused_with_words(self, staff, name):
        answer = json.loads(self.send(staff, upload(b"<html>", name)).content)

        assert not answer["success"]
        assert answer["error_message"]
        assert not KoguDocument.objects.exists()

    def test_why_is_said_once(self, staff):
        answer = json.loads(self.send(staff, upload(b"<html>", "minutes.html")).content)

        assert "\n" not in answer["error_message"]

    def test_the_chooser_refuses_them_too(self, staff):
        response = staff.post(
            reverse("wagtaildocs_chooser:create"),
            {
                "document-chooser-upload-title": "Minutes",
                "document-chooser-upload-file": upload(b"<html>", "minutes.pdf"),
            },
        )

        answer = json.loads(response.content)
        assert "error" in answer["htmlFragment"]
        assert not KoguDocument.objects.exists()
