"""Turns an original into the files of its variants; slow, so never inside a transaction."""

from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO

from django.core.files import File
from PIL import Image as PillowImage
from wagtail.images.models import Filter

from .reencode import in_web_colours
from .storage import PublicStorage
from .variants import WIDTHS, Variant


@dataclass(frozen=True, slots=True)
class Encoded:
    """A variant whose file has been stored, not yet known to the database."""

    variant: Variant
    name: str
    width: int
    height: int


def encode(image, variants: Iterable[Variant]) -> list[Encoded]:
    """Stores the files of these variants; the original is decoded once for all of them."""
    variants = list(variants)
    if not variants:
        return []
    source = _reduced(image)
    return [_encode(image, variant, source) for variant in variants]


def _reduced(image) -> bytes:
    """The picture upright, in plain colours, and no larger than the widest variant."""
    with image.open_file() as file, PillowImage.open(file) as opened:
        opened.draft("RGB", (WIDTHS[-1] * 2, WIDTHS[-1] * 2))
        picture = in_web_colours(opened)
    if picture.width > WIDTHS[-1]:
        height = max(1, round(picture.height * WIDTHS[-1] / picture.width))
        picture = picture.resize((WIDTHS[-1], height), PillowImage.Resampling.LANCZOS)
    output = BytesIO()
    picture.save(output, "PNG", compress_level=0)
    return output.getvalue()


def _encode(image, variant: Variant, source: bytes) -> Encoded:
    rendition = image.generate_rendition_file(
        Filter(variant.spec), source=File(BytesIO(source), name="reduced.png")
    )
    rendition.seek(0)
    with PillowImage.open(rendition) as opened:
        width, height = opened.size
    rendition.seek(0)
    name = PublicStorage().save(variant.name(image), rendition)
    return Encoded(variant, name, width, height)
