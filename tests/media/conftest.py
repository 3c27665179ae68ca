"""Pictures drawn for these tests, and ways to upload them."""

import io

import pytest
from django.contrib.auth import get_user_model
from django.core.files.images import ImageFile
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from wagtail.models import Collection

from kogu.delivery.changes import public_change
from kogu.media.models import KoguImage
from kogu.media.renditions import make_now


def draw(kind="JPEG", size=(2000, 1000), mode="RGB", **options):
    """A picture with something to see in it, as the bytes of a file."""
    picture = Image.linear_gradient("L").resize(size).convert(mode)
    output = io.BytesIO()
    picture.save(output, kind, **options)
    return output.getvalue()


def upload(data, name="photo.jpg"):
    """What a form receives."""
    return SimpleUploadedFile(name, data)


@pytest.fixture
def root_collection(db):
    return Collection.get_first_root_node() or Collection.add_root(name="Root")


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
def staff(client, root_collection):
    """A signed-in administrator's browser."""
    user = get_user_model().objects.create_superuser("mari", "mari@example.org", "secret")
    client.force_login(user)
    return client
