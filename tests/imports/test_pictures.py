"""Pictures of a document are read by the worker and come where the editor may add them."""

from io import BytesIO

import docx
import pytest
from django.contrib.auth.models import Permission
from PIL import Image
from wagtail.models import Collection, GroupCollectionPermission

from home.models import NewsPage
from kogu.demo.factories import GroupFactory, UserFactory
from kogu.imports import limits
from kogu.imports.messages import WARNINGS
from kogu.imports.models import ImportedDocument, ImportedPicture
from kogu.media import uploads
from kogu.media.models import KoguImage
from kogu.media.storage import PrivateStorage
from kogu.sandbox import parent
from tests.imports.uploads import entered, review_of, upload
from tests.translation.conftest import group_called


def word_with(*colours, size=(40, 30)):
    """A Word file with a picture of each colour."""
    document, file = docx.Document(), BytesIO()
    document.add_heading("How the workshop works", 1)
    document.add_paragraph("The workshop opens its doors every week and everybody is welcome.")
    for colour in colours:
        picture = BytesIO()
        Image.new("RGB", size, colour).save(picture, "PNG")
        document.add_picture(BytesIO(picture.getvalue()))
    document.save(file)
    return file.getvalue()


def uploaded(client, *colours):
    options = {"kind": "news", "language": "en"}
    return upload(client, "workshop.docx", word_with(*colours), **options)


def draft(client, response):
    document = ImportedDocument.objects.get()
    client.post(review_of(document), entered(response))
    document.refresh_from_db()
    return document


def pictures_of(page):
    return [one["value"]["image"] for one in page.story.raw_data if one["type"] == "image"]


def test_nothing_of_a_document_is_opened_when_the_draft_is_made(client, staff, monkeypatch):
    response = uploaded(client, "teal", "navy")
    monkeypatch.setattr(parent, "ask", pytest.fail)
    monkeypatch.setattr(uploads, "_reencode", pytest.fail)

    draft(client, response)

    images = set(KoguImage.objects.values_list("pk", flat=True))
    assert len(images) == 2
    assert set(pictures_of(NewsPage.objects.get())) == images


def test_pictures_beyond_the_limit_are_said_to_be_left_out(client, staff, monkeypatch):
    monkeypatch.setattr(limits, "MAX_PICTURES", 1)

    response = uploaded(client, "teal", "navy")
    document = draft(client, response)

    assert "these were left out:" in response.content.decode()
    assert "image2.png" in response.content.decode()
    assert "image2.png" in document.report
    assert KoguImage.objects.count() == 1


def test_the_warning_names_the_limit():
    assert f" {limits.MAX_PICTURES} pictures" in WARNINGS["pictures_beyond_limit"]


@pytest.mark.parametrize(
    "limit", ["WAGTAILIMAGES_MAX_IMAGE_PIXELS", "WAGTAILIMAGES_MAX_UPLOAD_SIZE"]
)
def test_a_picture_that_is_too_large_is_said_to_be_left_out(client, staff, settings, limit):
    setattr(settings, limit, 10)

    response = uploaded(client, "teal")

    assert "too large" in response.content.decode()
    assert "image1.png" in response.content.decode()
    assert not ImportedPicture.objects.exists()


def test_pictures_go_with_their_document(
    client,
    staff,
    django_capture_on_commit_callbacks,
):
    uploaded(client, "teal")
    name = ImportedPicture.objects.get().file.name

    with django_capture_on_commit_callbacks(execute=True):
        ImportedDocument.objects.get().delete()

    assert not PrivateStorage().exists(name)


@pytest.fixture
def editor(client, sections):
    """Somebody who may add pages, and pictures only where a group of theirs may."""
    group = group_called("Editors")
    GroupCollectionPermission.objects.filter(group=group).delete()
    user = UserFactory(groups=[group, GroupFactory(name="Pictures")])
    client.force_login(user)
    return user


def test_who_may_add_no_pictures_gets_none_into_the_library(client, editor):
    document = draft(client, uploaded(client, "teal"))

    assert not KoguImage.objects.exists()
    assert pictures_of(NewsPage.objects.get()) == []
    assert "left out" in document.report
    assert "image1.png" in document.report


def test_pictures_come_into_the_collection_to_which_one_may_add(client, editor):
    own = Collection.get_first_root_node().add_child(name="Own")
    for action in ("add", "choose"):
        permission = Permission.objects.get(
            content_type__app_label="wagtailimages", codename=f"{action}_image"
        )
        GroupCollectionPermission.objects.create(
            group=editor.groups.get(name="Pictures"), collection=own, permission=permission
        )

    draft(client, uploaded(client, "teal"))

    assert KoguImage.objects.get().collection == own
