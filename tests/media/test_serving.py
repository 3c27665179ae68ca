"""Public renditions are served for ever, thumbnails to staff, originals to nobody else."""

from io import BytesIO

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.models import Collection, CollectionViewRestriction, GroupCollectionPermission

from kogu.media.storage import PublicStorage

pytestmark = pytest.mark.django_db


def thumbnail(image, spec="max-165x165"):
    return reverse("kogu_media_staff_picture", args=[image.pk, spec])


@pytest.fixture
def writer(root_collection):
    """Somebody who may enter the admin and nothing more."""
    group = Group.objects.create(name="Writers")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    user = get_user_model().objects.create_user("jaan", "jaan@example.org", "secret")
    user.groups.add(group)
    return user


@pytest.fixture
def closed(root_collection):
    collection = root_collection.add_child(name="Closed")
    CollectionViewRestriction.objects.create(
        collection=collection, restriction_type=CollectionViewRestriction.LOGIN
    )
    return Collection.objects.get(pk=collection.pk)


def test_a_rendition_may_be_kept_for_ever(client, make_image):
    image = make_image(public=True, size=(300, 200))

    for each in image.variants:
        response = client.get(f"/media/{each['name']}")

        assert response.status_code == 200
        assert response["Content-Type"] == f"image/{each['format']}"
        assert response["Cache-Control"] == "public, max-age=31536000, immutable"
        assert response["X-Content-Type-Options"] == "nosniff"
        assert len(b"".join(response.streaming_content)) == int(response["Content-Length"])


@pytest.mark.parametrize(
    "name",
    [
        "images/none.jpg",
        "../private/original_images/meadow.jpg",
        "images/../../private/original_images/meadow.jpg",
        "images//meadow.jpg",
        "/etc/passwd",
        "images/.hidden.jpg",
        "images/%00.jpg",
        "images/meadow%00.webp",
        "images/%2e%2e/%2e%2e/settings.jpg",
        "images\\..\\meadow.jpg",
        "images/page.html",
        "images",
    ],
)
def test_nothing_else_is_found(client, name):
    assert client.get(f"/media/{name}").status_code == 404


def test_a_file_of_another_kind_is_not_served_even_if_it_is_there(client, db):
    PublicStorage().save("images/page.html", BytesIO(b"<script>"))

    assert client.get("/media/images/page.html").status_code == 404


def test_an_original_is_not_public(client, make_image):
    image = make_image(size=(300, 200))

    assert client.get(f"/media/{image.file.name}").status_code == 404
    assert client.get(thumbnail(image, "original")).status_code == 302


def test_media_answers_to_reading_only(client, make_image):
    image = make_image(public=True, size=(300, 200))

    assert client.post(f"/media/{image.variants[0]['name']}").status_code == 405
    assert client.head(f"/media/{image.variants[0]['name']}").status_code == 200


def test_staff_see_thumbnails_made_when_they_look(staff, make_image):
    image = make_image(size=(300, 200))

    first = staff.get(thumbnail(image))
    made = b"".join(first.streaming_content)
    again = b"".join(staff.get(thumbnail(image)).streaming_content)

    assert first["Content-Type"] == "image/webp"
    assert "private" in first["Cache-Control"]
    assert made.startswith(b"RIFF")
    assert made == again


@pytest.mark.parametrize("spec", ["max-9000x9000", "scale-500", "format-png", "original|max-9x9"])
def test_thumbnails_come_in_small_sizes_only(staff, make_image, spec):
    assert staff.get(thumbnail(make_image(size=(30, 20)), spec)).status_code == 404


def test_visitors_are_asked_to_sign_in(client, make_image):
    response = client.get(thumbnail(make_image(size=(30, 20))))

    assert response.status_code == 302
    assert "login" in response["Location"]


def test_a_writer_sees_thumbnails_but_no_originals_and_nothing_closed(
    client, writer, closed, make_image
):
    client.force_login(writer)
    open_image = make_image(size=(30, 20))
    closed_image = make_image(size=(30, 20), collection=closed)

    assert client.get(thumbnail(open_image)).status_code == 200
    assert client.get(thumbnail(open_image, "original")).status_code == 404
    assert client.get(thumbnail(closed_image)).status_code == 404
    assert client.get(thumbnail(closed_image, "original")).status_code == 404


def test_who_may_choose_from_a_closed_collection_sees_its_pictures(
    client, writer, closed, make_image
):
    GroupCollectionPermission.objects.create(
        group=writer.groups.get(),
        collection=closed,
        permission=Permission.objects.get(
            content_type__app_label="wagtailimages", codename="choose_image"
        ),
    )
    client.force_login(writer)
    image = make_image(size=(30, 20), collection=closed)

    assert client.get(thumbnail(image)).status_code == 200
    assert client.get(thumbnail(image, "original")).status_code == 200


def test_who_may_choose_everywhere_sees_no_pictures_for_other_groups(
    client, writer, closed, make_image
):
    GroupCollectionPermission.objects.create(
        group=writer.groups.get(),
        collection=Collection.get_first_root_node(),
        permission=Permission.objects.get(
            content_type__app_label="wagtailimages", codename="choose_image"
        ),
    )
    restriction = CollectionViewRestriction.objects.get(collection=closed)
    restriction.restriction_type = CollectionViewRestriction.GROUPS
    restriction.save()
    client.force_login(writer)
    image = make_image(size=(30, 20), collection=closed)
    assert client.get(thumbnail(image)).status_code == 404

    restriction.groups.set(writer.groups.all())

    assert client.get(thumbnail(image)).status_code == 200
