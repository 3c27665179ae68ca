"""Pictures on pages: looked up in fixed queries, worded in the page's language, never made."""

import dataclasses

import pytest

from kogu.media.models import KoguRendition
from kogu.media.pictures import images_with_texts, picture
from kogu.media.renditions import make_now

from .conftest import describe

pytestmark = pytest.mark.django_db


def test_a_picture_offers_modern_formats_and_a_fallback(make_image):
    image = make_image(public=True, size=(1000, 500), credit="Mari Maasikas", licence="cc0-1.0")

    shown = picture(image, language="et", sizes="50vw", lazy=False)

    assert [source.type for source in shown.sources] == ["image/avif", "image/webp"]
    assert shown.sources[0].srcset.count(".avif ") == 3
    assert shown.sources[0].srcset.endswith("-1000.avif 1000w")
    assert shown.src.startswith("/media/images/")
    assert shown.src.endswith("-960.jpg")
    assert (shown.width, shown.height) == (960, 480)
    assert (shown.sizes, shown.lazy) == ("50vw", False)
    assert (shown.credit, shown.licence, shown.ratio) == ("Mari Maasikas", "cc0-1.0", 2)
    assert shown.focal == (50, 50)
    with pytest.raises(dataclasses.FrozenInstanceError):
        shown.alt = "other"


def test_the_words_of_the_use_come_before_the_words_of_the_image(make_image):
    image = make_image(public=True, size=(300, 200))
    describe(image, "lv", "Pļava", "Pļava vasarā")

    own = picture(image, language="lv", alt="Mūsu pļava", caption="Pie upes")
    general = picture(image, language="lv")
    none = picture(image, language="pl")
    decorative = picture(image, language="lv", decorative=True)

    assert (own.alt, own.caption, own.missing_alt) == ("Mūsu pļava", "Pie upes", False)
    assert (general.alt, general.caption, general.missing_alt) == ("Pļava", "Pļava vasarā", False)
    assert (none.alt, none.caption, none.missing_alt) == ("", "", True)
    assert (decorative.alt, decorative.missing_alt) == ("", False)


def test_ten_images_with_words_cost_one_query(make_image, django_assert_num_queries):
    images = [make_image(size=(40, 20)) for _ in range(10)]
    for image in images:
        make_now(image.pk, fallback_only=True)
        describe(image, "et", f"Niit {image.pk}")
        describe(image, "lv", f"Pļava {image.pk}")

    with django_assert_num_queries(1):
        found = images_with_texts([*(image.pk for image in images), None], "et")
        shown = {pk: picture(image, language="et") for pk, image in found.items()}

    assert {pk: each.alt for pk, each in shown.items()} == {
        image.pk: f"Niit {image.pk}" for image in images
    }


def test_no_image_costs_no_query(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert images_with_texts([None], "et") == {}
        assert picture(None, language="et") is None


def test_the_fallback_alone_is_shown_until_the_others_are_made(make_image):
    image = make_image()
    make_now(image.pk, fallback_only=True)
    image.refresh_from_db()

    shown = picture(image, language="et")

    assert shown.sources == ()
    assert shown.src.endswith("-960.jpg")


def test_an_image_without_public_files_is_not_shown_and_nothing_is_made(make_image):
    image = make_image()

    assert picture(image, language="et") is None
    assert not KoguRendition.objects.exists()


def test_the_focal_point_is_given_in_percent(make_image):
    image = make_image(
        public=True,
        size=(400, 200),
        focal_point_x=100,
        focal_point_y=150,
        focal_point_width=20,
        focal_point_height=20,
    )

    assert picture(image, language="et").focal == (25, 75)
