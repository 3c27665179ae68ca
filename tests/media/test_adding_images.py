"""Images are added one by one or several at once: cleaned, described, refused with a reason."""

import errno
import json

import pytest
from django.core.files.storage import InMemoryStorage
from django.core.files.uploadhandler import MemoryFileUploadHandler
from django.urls import reverse
from django.utils.html import escape

from kogu.delivery.changes import is_open
from kogu.media import uploads
from kogu.media.models import KoguImage
from kogu.media.uploads import PROBLEMS

from .conftest import draw, upload
from .test_picture_sizes import photo, saved
from .test_picture_uploads import with_gps

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("root_collection")]


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
            monkeypatch.setattr(MemoryFileUploadHandler, "file_complete", full)
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
