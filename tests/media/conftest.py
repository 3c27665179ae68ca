"""Pictures drawn for these tests, and ways to upload them."""

import io

import pytest
from django.contrib.auth import get_user_model
from django.core.files.images import ImageFile
from django.core.files.storage import FileSystemStorage
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from wagtail.models import Collection

from kogu.delivery.changes import public_change
from kogu.media.models import ImageText, KoguDocument, KoguImage
from kogu.media.renditions import make_now

from .documented_pages import documented  # noqa: F401 a fixture


def draw(kind="JPEG", size=(2000, 1000), mode="RGB", **options):
    """A picture with something to see in it, as the bytes of a file."""
    picture = Image.linear_gradient("L").resize(size).convert(mode)
    output = io.BytesIO()
    picture.save(output, kind, **options)
    return output.getvalue()


def upload(data, name="photo.jpg"):
    """What a form receives."""
    return SimpleUploadedFile(name, data)


def describe(image, language, alt, caption=""):
    """Gives an image its words in a language."""
    with public_change():
        return ImageText.objects.create(image=image, language=language, alt=alt, caption=caption)


@pytest.fixture
def root_collection(db):
    return Collection.get_first_root_node() or Collection.add_root(name="Root")


@pytest.fixture
def files_on_disk(tmp_path, monkeypatch):
    """Private files in a folder, as on a server; Wagtail serves documents from there."""
    folder = FileSystemStorage(tmp_path, base_url=None)
    for model in (KoguImage, KoguDocument):
        monkeypatch.setattr(model._meta.get_field("file").storage, "_wrapped", folder)
    return tmp_path


@pytest.fixture
def make_image(root_collection):
    """Makes an image; with `public=True` its renditions too."""

    def make(*, public=False, size=(2000, 1000), title="A meadow", **fields):
        data = draw(size=size)
        with public_change():
            image = KoguImage.objects.create(
                title=title, file=ImageFile(io.BytesIO(data), name="meadow.jpg"), **fields
            )
        if public:
            make_now(image.pk)
            image.refresh_from_db()
        return image

    return make


@pytest.fixture
def staff(client, staff_user):
    """A signed-in administrator's browser."""
    client.force_login(staff_user)
    return client


@pytest.fixture
def staff_user(root_collection):
    return get_user_model().objects.create_superuser("mari", "mari@example.org", "secret")
