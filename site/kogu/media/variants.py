"""Which sizes and formats of an image public pages may show."""

from collections.abc import Iterator
from dataclasses import dataclass

WIDTHS = (480, 960, 1440, 1920)
FALLBACK_FORMAT = "jpeg"
FALLBACK_WIDTH = 960
MODERN_FORMATS = ("avif", "webp")
EXTENSIONS = {"avif": "avif", "webp": "webp", "jpeg": "jpg"}
MIME_TYPES = {"avif": "image/avif", "webp": "image/webp", "jpeg": "image/jpeg"}
# Beyond this many pixels a side the format cannot say how large the picture is.
LONGEST_SIDE = {"webp": 16_383, "jpeg": 65_535, "avif": 65_535}


@dataclass(frozen=True, slots=True)
class Variant:
    """One size and format to be made of an image."""

    format: str
    width: int

    @property
    def spec(self) -> str:
        """How Wagtail's rendition machinery calls it."""
        return f"width-{self.width}|format-{self.format}"

    def name(self, image) -> str:
        """The public file: its name changes with the picture, so it may be kept for ever."""
        extension = EXTENSIONS[self.format]
        return f"images/{image.uuid}/{image.state_key}-{self.width}.{extension}"


def fallback(image) -> Variant:
    """The one every browser can show, made first."""
    return Variant(FALLBACK_FORMAT, min(FALLBACK_WIDTH, image.width))


def planned(image) -> list[Variant]:
    """The whole set for an image, smallest first in each format, none wider than the original."""
    return [fallback(image), *_modern(image)]


def is_current(image) -> bool:
    """Whether all public files are there, made of the present file and focal point."""
    mark = f"/{image.state_key}-"
    made = {(each["format"], each["width"]) for each in image.variants if mark in each["name"]}
    return made == {(each.format, each.width) for each in planned(image)}


def _modern(image) -> Iterator[Variant]:
    for width in sorted({min(width, image.width) for width in WIDTHS}):
        height = round(image.height * width / image.width)
        for name in MODERN_FORMATS:
            if height <= LONGEST_SIDE[name]:
                yield Variant(name, width)
