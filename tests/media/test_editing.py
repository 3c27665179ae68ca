"""Wherever staff upload a picture or document, the same rules hold and words can be given."""

import errno
import json

import pytest
from django.core.files.storage import InMemoryStorage
from django.urls import reverse
from django.utils.html import escape
from wagtail.documents import get_document_model
from wagtail.documents.forms import get_document_form
from wagtail.images.forms import get_image_form, get_image_multi_form

from kogu.delivery.changes import is_open
from kogu.media import uploads
from kogu.media.forms import DocumentForm, ImageForm
from kogu.media.models import KoguDocument, KoguImage
from kogu.media.uploads import PROBLEMS

from .conftest import describe, draw, upload
from .test_picture_sizes import photo, saved
from .test_picture_uploads import with_gps

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _collections(root_collection):
    return root_collection


def test_every_way_in_uses_the_same_forms():
    assert issubclass(get_image_form(KoguImage), ImageForm)
    assert issubclass(get_image_multi_form(KoguImage), ImageForm)
    assert issubclass(get_document_form(get_document_model()), DocumentForm)


def codes(form):
    return [error.code for error in form.errors.as_data()["file"]]


def fields_for(image=None, **words):
    return {"title": "A meadow", "tags": "", "credit": "Mari", "licence": "own", **words}


class TestAddingOneImage:
    def test_the_picture_is_cleaned_and_described(self, staff):
        data = {
            **fields_for(
                words_alt_et="Niit", words_alt_lv="Pļava", words_caption_lv="Pļava vasarā"
            ),
            "file": upload(with_gps("JPEG")),
        }

        response = staff.post(reverse("wagtailimages:add"), data)

        image = KoguImage.objects.get()
        assert response.status_code == 302
        assert b"Mari" not in image.file.read()
        assert image.file_hash
        texts = {text.language: (text.alt, text.caption) for text in image.texts.all()}
        assert texts == {"et": ("Niit", ""), "lv": ("Pļava", "Pļava vasarā")}

    def test_it_is_cleaned_once_and_before_the_request_holds_the_database(self, staff, monkeypatch):
        held, reencode = [], uploads._reencode

        def noted(*args):
            held.append(is_open())
            return reencode(*args)

        monkeypatch.setattr(uploads, "_reencode", noted)

        staff.post(
            reverse("wagtailimages:add"), {**fields_for(), "file": upload(draw(size=(9, 9)))}
        )

        assert held == [False]
        assert KoguImage.objects.exists()

    def test_visitors_cannot_make_the_server_read_pictures(self, client, monkeypatch):
        monkeypatch.setattr(uploads, "_reencode", pytest.fail)

        response = client.post(
            reverse("wagtailimages:add"), {**fields_for(), "file": upload(draw(size=(9, 9)))}
        )

        assert response.status_code == 302
        assert not KoguImage.objects.exists()

    def test_a_refused_picture_leaves_nothing_behind_and_says_why(self, staff):
        data = {**fields_for(words_alt_et="Niit"), "file": upload(b"<svg/>", "photo.jpg")}

        response = staff.post(reverse("wagtailimages:add"), data)

        html = response.content.decode()
        assert escape(str(PROBLEMS["unreadable"])) in html
        assert 'value="Niit"' in html
        assert not KoguImage.objects.exists()

    @pytest.mark.parametrize("moment", ["receiving", "saving"])
    def test_a_full_disk_is_said_in_words_and_leaves_no_row(self, staff, monkeypatch, moment):
        staff.raise_request_exception = False

        def full(*args, **kwargs):
            raise OSError(errno.ENOSPC, "No space left on device")

        if moment == "receiving":
            monkeypatch.setattr(uploads, "TemporaryDirectory", full)
        else:
            monkeypatch.setattr(InMemoryStorage, "_save", full)

        response = staff.post(
            reverse("wagtailimages:add"), {**fields_for(), "file": upload(draw(size=(9, 9)))}
        )

        assert response.status_code == 507
        assert "There is no space left" in response.content.decode()
        assert not KoguImage.objects.exists()

    def test_svg_is_refused(self, staff):
        data = {**fields_for(), "file": upload(b"<svg/>", "drawing.svg")}

        response = staff.post(reverse("wagtailimages:add"), data)

        assert codes(response.context["form"]) == ["invalid_extension"]
        assert not KoguImage.objects.exists()


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


class TestAddingSeveralImages:
    def send(self, staff, file, **data):
        return staff.post(
            reverse("wagtailimages:add_multiple"),
            {"title": "Meadow", "files[]": file, **data},
            headers={"x-requested-with": "XMLHttpRequest"},
        )

    def test_the_picture_is_cleaned_and_its_words_are_asked_for(self, staff):
        answer = json.loads(self.send(staff, upload(with_gps("JPEG"))).content)

        image = KoguImage.objects.get()
        assert answer["success"]
        assert f"image-{image.pk}-words_alt_et" in answer["form"]
        assert b"Mari" not in image.file.read()

    def test_a_photo_of_a_phone_is_offered_and_kept_as_jpeg(self, staff):
        data = saved(photo((60, 40)), "HEIF")

        screen = staff.get(reverse("wagtailimages:add_multiple")).content.decode()
        answer = json.loads(self.send(staff, upload(data, "IMG_1.HEIC")).content)

        assert answer["success"]
        image = KoguImage.objects.get()
        assert image.filename.endswith(".jpg")
        assert (image.width, image.height) == (60, 40)
        assert "image/heic" in screen
        assert "|heic|" in screen

    def test_the_words_are_saved(self, staff, make_image):
        image = make_image(size=(30, 20))
        prefix = f"image-{image.pk}-"
        data = {
            f"{prefix}{name}": value for name, value in fields_for(words_alt_lv="Pļava").items()
        }

        answer = staff.post(reverse("wagtailimages:edit_multiple", args=[image.pk]), data)

        assert json.loads(answer.content)["success"]
        assert image.texts.get().alt == "Pļava"

    def test_a_refused_picture_is_explained(self, staff):
        answer = json.loads(self.send(staff, upload(draw("PNG"), "photo.jpg")).content)

        assert not answer["success"]
        assert "PNG" in answer["error_message"]

    def test_a_picture_waiting_for_a_better_title_waits_cleaned(self, staff):
        from wagtail.models import UploadedFile

        answer = json.loads(self.send(staff, upload(with_gps("JPEG")), title="x" * 300).content)

        waiting = UploadedFile.objects.get(pk=answer["uploaded_file_id"])
        assert b"Mari" not in waiting.file.read()


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
