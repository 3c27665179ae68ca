"""The demo draws its own pictures: the same each time, quickly, at the size of a photograph."""

import io
import time

import pytest
from PIL import Image

from kogu.demo.pictures.gallery import MARKS, NAMES, SCENES, draw
from kogu.demo.pictures.marks import EU_BLUE, EU_GOLD, eu_emblem

pytestmark = pytest.mark.pure


def test_there_are_at_most_thirty():
    assert len(NAMES) == len(SCENES) + len(MARKS) <= 30


@pytest.mark.parametrize("name", ["lake-evening", "meeting", "portrait-one", "work-logo"])
def test_a_picture_is_the_same_each_time(name):
    assert draw(name).data == draw(name).data


def test_a_scene_has_the_size_of_a_photograph_and_many_colours():
    drawing = draw("forest-winter")

    picture = Image.open(io.BytesIO(drawing.data))
    assert picture.format == "JPEG"
    assert picture.size == (drawing.width, drawing.height) == (1600, 1067)
    assert len(picture.resize((80, 53)).getcolors(80 * 53)) > 500


def test_a_scene_is_drawn_in_little_time():
    began = time.process_time()

    draw("meeting")

    assert time.process_time() - began < 4


def test_the_emblem_of_the_union_is_drawn_by_its_rules():
    picture = eu_emblem()
    width, height = picture.size

    assert width * 2 == height * 3
    assert "#{:02x}{:02x}{:02x}".format(*picture.getpixel((0, 0))) == EU_BLUE
    for x, y in ((0.5, 1 / 6), (0.5 + 2 / 9, 0.5), (0.5, 5 / 6), (0.5 - 2 / 9, 0.5)):
        star = picture.getpixel((round(width * x), round(height * y)))
        assert "#{:02x}{:02x}{:02x}".format(*star) == EU_GOLD
    assert picture.getpixel((width // 2, height // 2)) == picture.getpixel((0, 0))
