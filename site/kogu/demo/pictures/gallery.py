"""Every picture of the demo by name, and how to have it drawn."""

import io
from dataclasses import dataclass

from PIL import Image

from kogu.demo.pictures import (
    gatherings,
    journeys,
    landscapes,
    marks,
    rooms,
    towns,
    waterland,
    workshops,
)

SCENES = {
    "river-morning": (landscapes.river_morning, 1),
    "lake-evening": (landscapes.lake_evening, 2),
    "bog-noon": (landscapes.bog_noon, 3),
    "hills-autumn": (landscapes.hills_autumn, 4),
    "forest-winter": (landscapes.forest_winter, 5),
    "field-summer": (waterland.field_summer, 6),
    "lake-monastery": (waterland.lake_monastery, 7),
    "night-lights": (waterland.night_lights, 8),
    "twin-town": (towns.twin_town, 9),
    "square-evening": (towns.square_evening, 10),
    "market-hall": (towns.market_hall, 11),
    "old-dairy": (towns.old_dairy, 12),
    "meeting": (rooms.meeting, 12),
    "notes-wall": (rooms.notes_wall, 12),
    "coworking": (rooms.coworking, 12),
    "woodwork": (workshops.woodwork, 1),
    "weaving": (workshops.weaving, 2),
    "library": (workshops.library, 3),
    "festival": (gatherings.festival, 4),
    "stage": (gatherings.stage, 5),
    "station": (journeys.station, 6),
    "cycle-path": (journeys.cycle_path, 7),
}
MARKS = {
    "eu-emblem": (marks.eu_emblem, 0),
    "network-logo": (marks.network_logo, 0),
    "craft-logo": (marks.craft_logo, 0),
    "food-logo": (marks.food_logo, 0),
    "work-logo": (marks.work_logo, 0),
    "portrait-one": (marks.portrait_one, 1),
    "portrait-two": (marks.portrait_two, 4),
    "portrait-three": (marks.portrait_three, 11),
}
NAMES = [*SCENES, *MARKS]


@dataclass(frozen=True)
class Drawing:
    """One drawn picture as the file a person would upload."""

    filename: str
    data: bytes
    width: int
    height: int


def draw(name):
    """Draw one picture of the demo; the same name always gives the same picture."""
    if name in SCENES:
        scene, seed = SCENES[name]
        return _file(f"{name}.jpg", scene(seed).finish(), "JPEG", quality=88, subsampling=0)
    mark, seed = MARKS[name]
    made = mark(seed)
    picture = made if isinstance(made, Image.Image) else made.finish(grain=0, vignette=0)
    if name.startswith("portrait"):
        return _file(f"{name}.jpg", picture, "JPEG", quality=88)
    return _file(f"{name}.png", picture.quantize(128, dither=Image.Dither.NONE), "PNG")


def _file(filename, picture, form, **options):
    out = io.BytesIO()
    picture.save(out, form, **options)
    return Drawing(filename, out.getvalue(), *picture.size)
