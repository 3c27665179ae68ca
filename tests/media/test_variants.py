"""Public files of an image: a fixed set, made once, replaced when the picture changes."""

import datetime as dt
import json
from io import BytesIO

import pytest
from django.utils import timezone
from django.utils.module_loading import import_string
from wagtail.models import Collection, CollectionViewRestriction

from kogu.delivery.changes import public_change
from kogu.media import cleanup, renditions
from kogu.media.models import KoguImage, KoguRendition
from kogu.media.storage import PrivateStorage, PublicStorage
from kogu.media.variants import is_current, planned

pytestmark = pytest.mark.django_db


def names(image):
    return {each["name"] for each in KoguImage.objects.get(pk=image.pk).variants}


def widths(image, kind):
    return [each["width"] for each in image.variants if each["format"] == kind]


def test_an_image_is_served_in_four_widths_two_formats_and_a_fallback(make_image):
    image = make_image(public=True, size=(2400, 1200))

    assert widths(image, "avif") == widths(image, "webp") == [480, 960, 1440, 1920]
    assert widths(image, "jpeg") == [960]
    assert {each["height"] for each in image.variants if each["width"] == 960} == {480}
    assert all(PublicStorage().exists(name) for name in names(image))


def test_no_rendition_is_wider_than_the_original(make_image):
    image = make_image(public=True, size=(700, 350))

    assert widths(image, "avif") == widths(image, "webp") == [480, 700]
    assert widths(image, "jpeg") == [700]
    assert is_current(image)


def test_making_again_makes_nothing_new(make_image, django_assert_max_num_queries):
    image = make_image(public=True, size=(700, 350))
    before = names(image)

    with django_assert_max_num_queries(4):
        renditions.make_now(image.pk)

    assert names(image) == before
    assert KoguRendition.objects.count() == len(before)


def test_two_makers_at_once_leave_one_of_each(make_image, monkeypatch):
    image = make_image(size=(500, 300))
    encode = renditions.encode

    def slow_encode(*args):
        monkeypatch.setattr(renditions, "encode", encode)
        made = encode(*args)
        renditions.make_now(image.pk)
        return made

    monkeypatch.setattr(renditions, "encode", slow_encode)

    renditions.make_now(image.pk)

    rows = KoguRendition.objects.filter(image=image)
    assert rows.count() == len(planned(image)) == len(names(image))
    stored = PublicStorage().listdir(f"images/{image.uuid}")[1]
    assert len(stored) == rows.count()


def test_the_fallback_follows_the_commit_and_the_rest_a_job(
    make_image, django_capture_on_commit_callbacks, monkeypatch
):
    calls = []
    monkeypatch.setattr(
        renditions, "make_now", lambda pk, fallback_only=False: calls.append(fallback_only)
    )

    with django_capture_on_commit_callbacks(execute=True):
        make_image()
        inside = list(calls)

    assert inside == []
    assert calls == [True, False]


def test_the_fallback_alone_is_public_until_the_job_has_run(make_image):
    image = make_image()

    renditions.make_now(image.pk, fallback_only=True)
    image.refresh_from_db()

    assert [each["format"] for each in image.variants] == ["jpeg"]
    assert not is_current(image)


def test_a_new_focal_point_gives_new_names_and_removes_the_old_files(
    make_image, django_capture_on_commit_callbacks
):
    image = make_image(public=True, size=(500, 300))
    before = names(image)
    image.focal_point_x, image.focal_point_y = 100, 50
    image.focal_point_width, image.focal_point_height = 40, 40

    with django_capture_on_commit_callbacks(execute=True), public_change():
        image.save()

    assert names(image)
    assert not names(image) & before
    assert not any(PublicStorage().exists(name) for name in before)
    assert is_current(KoguImage.objects.get(pk=image.pk))


def test_old_files_serve_until_the_new_ones_are_made(make_image):
    image = make_image(public=True, size=(500, 300))
    before = names(image)
    image.focal_point_x = image.focal_point_y = 10
    image.focal_point_width = image.focal_point_height = 5

    with public_change():
        image.save()

    assert names(image) == before


def test_other_changes_leave_the_files_alone(make_image, django_capture_on_commit_callbacks):
    image = make_image(public=True, size=(500, 300))
    before = names(image)

    with django_capture_on_commit_callbacks(execute=True) as callbacks, public_change():
        image.title = "Another meadow"
        image.save()

    assert names(image) == before
    assert not callbacks


def test_deleting_an_image_deletes_its_files(make_image, django_capture_on_commit_callbacks):
    image = make_image(public=True, size=(500, 300))
    before = names(image)
    storage, original = image.file.storage, image.file.name

    with django_capture_on_commit_callbacks(execute=True), public_change():
        image.delete()

    assert not any(PublicStorage().exists(name) for name in before)
    assert not storage.exists(original)


@pytest.mark.parametrize("kind", [PrivateStorage, PublicStorage])
def test_a_queued_deletion_carries_no_settings_of_the_storage(kind):
    path, args, kwargs = json.loads(json.dumps(kind().deconstruct()))

    assert (args, kwargs) == ([], {})
    assert import_string(path)().exists("nothing") is False


def test_the_nightly_round_makes_what_is_missing_and_removes_what_nobody_names(
    make_image, monkeypatch, django_capture_on_commit_callbacks
):
    image = make_image(size=(300, 200))
    storage = PublicStorage()
    storage.save("images/left/over-480.webp", BytesIO(b"broken off"))
    storage.save("images/left/fresh-480.webp", BytesIO(b"being made"))
    now = timezone.now()
    private = PrivateStorage()
    private.save("original_images/taken-back.jpg", BytesIO(b"rolled back"))
    old = {"images/left/over-480.webp", "original_images/taken-back.jpg", image.file.name}
    monkeypatch.setattr(
        type(storage._wrapped),
        "get_modified_time",
        lambda self, name: now - dt.timedelta(days=2 * (name in old)),
    )

    with django_capture_on_commit_callbacks(execute=True):
        cleanup.nightly_cleanup()

    assert is_current(KoguImage.objects.get(pk=image.pk))
    assert not storage.exists("images/left/over-480.webp")
    assert storage.exists("images/left/fresh-480.webp")
    assert not private.exists("original_images/taken-back.jpg")
    assert private.exists(image.file.name)


class TestRestrictedCollections:
    @pytest.fixture
    def region(self, root_collection):
        return root_collection.add_child(name="Region")

    @pytest.fixture
    def photos(self, region):
        photos = region.add_child(name="Photos")
        return Collection.objects.get(pk=photos.pk)

    @pytest.fixture
    def update(self, django_capture_on_commit_callbacks):
        def run(work):
            with django_capture_on_commit_callbacks(execute=True), public_change():
                return work()

        return run

    def restrict(self, collection):
        return CollectionViewRestriction.objects.create(
            collection=collection, restriction_type=CollectionViewRestriction.LOGIN
        )

    def test_an_image_in_a_restricted_collection_gets_no_public_file(
        self, make_image, region, photos
    ):
        self.restrict(region)

        image = make_image(public=True, collection=photos)

        assert image.variants == []
        assert not KoguRendition.objects.exists()

    def test_a_restriction_above_withdraws_what_was_public_at_once(
        self, make_image, region, photos, update
    ):
        image = make_image(public=True, collection=photos, size=(500, 300))
        before = names(image)

        with public_change():
            self.restrict(region)
            assert names(image) == set()
        assert not KoguRendition.objects.exists()
        assert before

    def test_the_files_themselves_are_gone_after_the_commit(
        self, make_image, region, photos, update
    ):
        image = make_image(public=True, collection=photos, size=(500, 300))
        before = names(image)

        update(lambda: self.restrict(region))

        assert not any(PublicStorage().exists(name) for name in before)

    def test_lifting_the_restriction_makes_the_files_again(
        self, make_image, region, photos, update
    ):
        restriction = self.restrict(region)
        image = make_image(collection=photos, size=(500, 300))

        update(restriction.delete)

        assert is_current(KoguImage.objects.get(pk=image.pk))

    def test_one_of_two_restrictions_is_enough(self, make_image, region, photos, update):
        self.restrict(photos)
        restriction = self.restrict(region)
        image = make_image(collection=photos, size=(500, 300))

        update(restriction.delete)

        assert names(image) == set()

    def test_moving_images_in_bulk_into_a_restricted_collection_withdraws_them(
        self, make_image, root_collection, photos, update
    ):
        self.restrict(photos)
        image = make_image(public=True, collection=root_collection, size=(500, 300))

        update(lambda: KoguImage.objects.filter(pk=image.pk).update(collection=photos))

        assert names(image) == set()

    def test_moving_a_collection_below_a_restricted_one_withdraws_its_images(
        self, make_image, root_collection, region, photos, update
    ):
        closed = root_collection.add_child(name="Closed")
        self.restrict(closed)
        image = make_image(public=True, collection=photos, size=(500, 300))

        def move():
            collection = Collection.objects.get(pk=photos.pk)
            collection.save()
            collection.move(Collection.objects.get(pk=closed.pk), "sorted-child")

        update(move)

        assert names(image) == set()
