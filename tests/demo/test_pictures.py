"""The demo's pictures: small files, all in use, with words, and no list shows one twice."""

from collections import Counter

import pytest
from PIL import Image

from kogu.demo.region_files import FOLDER, LANGUAGES, picture_files, region, table

EU_BLUE, EU_GOLD = "#003399", "#ffcc00"
ITEMS = list(region().values())
# Which picture a card shows: the first that an item has.
SHOWN_IN_LISTS = {"organisation": ("logo", "image"), "person": ("photo",)}


def galleries(item):
    return [block["images"] for block in item.story if "images" in block]


def named(item):
    """Every picture that the item shows anywhere."""
    yield from (item.facts[name] for name in ("image", "logo", "photo") if name in item.facts)
    yield from (block["image"] for block in item.story if "image" in block)
    yield from (name for names in galleries(item) for name in names)
    yield from item.facts.get("rules", {}).get("emblems", [])


def listed(item):
    """The picture that lists show of the item, if any."""
    fields = SHOWN_IN_LISTS.get(item.kind, ("image", "logo"))
    return next((item.facts[name] for name in fields if name in item.facts), None)


def repeated(names):
    return {name for name, times in Counter(names).items() if times > 1}


def test_every_picture_named_is_there_every_file_is_used_and_has_words_in_every_language():
    words = table("images.toml")

    assert {name for item in ITEMS for name in named(item)} == set(picture_files()) == set(words)
    assert all(set(LANGUAGES) <= set(each) for each in words.values())


def test_no_list_shows_a_picture_twice():
    assert repeated(name for item in ITEMS if (name := listed(item))) == set()


def test_no_two_logos_are_the_same():
    assert repeated(item.facts["logo"] for item in ITEMS if "logo" in item.facts) == set()


def test_no_gallery_shows_a_picture_twice_nor_that_of_its_page():
    shown = [[item.facts.get("image"), *each] for item in ITEMS for each in galleries(item)]

    assert shown
    assert [names for names in shown if repeated(names)] == []


def test_no_two_files_hold_the_same_picture():
    assert repeated(path.read_bytes() for path in picture_files().values()) == set()


def test_all_files_together_are_small_and_say_who_may_use_them():
    folder = FOLDER / "pictures"

    assert sum(path.stat().st_size for path in folder.iterdir()) <= 2_000_000
    assert "CC BY 4.0" in (folder / "README.md").read_text()


@pytest.mark.parametrize("name", [name for name in picture_files() if not name.endswith("emblem")])
def test_a_picture_is_sharp_at_the_largest_size_shown(name):
    with Image.open(picture_files()[name]) as picture:
        expected = (1440, 960) if picture.format == "WEBP" else (600, 600)
        assert picture.size == ((900, 900) if name.startswith("portrait") else expected)
        assert len(picture.convert("RGB").getcolors(2_000_000)) > 3


def test_the_emblem_of_the_union_follows_its_rules():
    with Image.open(picture_files()["eu-emblem"]) as opened:
        picture = opened.convert("RGB")
    width, height = picture.size

    assert width * 2 == height * 3
    assert "#{:02x}{:02x}{:02x}".format(*picture.getpixel((0, 0))) == EU_BLUE
    for x, y in ((0.5, 1 / 6), (0.5 + 2 / 9, 0.5), (0.5, 5 / 6), (0.5 - 2 / 9, 0.5)):
        star = picture.getpixel((round(width * x), round(height * y)))
        assert "#{:02x}{:02x}{:02x}".format(*star) == EU_GOLD
    assert picture.getpixel((width // 2, height // 2)) == picture.getpixel((0, 0))
