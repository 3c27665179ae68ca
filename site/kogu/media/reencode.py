"""Reads a foreign picture and writes it anew, with nothing in it but pixels.

`uploads` runs this module as a process of its own: it knows only Pillow, and confines itself
before the first byte is read. The first line of standard input is the request as JSON, the rest
is the picture; standard output likewise gets the answer and the picture as it is written.
"""

import json
import sys
from io import BytesIO

from PIL import ExifTags, Image, ImageCms, ImageOps
from pillow_heif import register_heif_opener

from kogu.sandbox.confinement import confine

from .encoders import encodings
from .metadata import without_metadata

MEGABYTE = 1024 * 1024
MEMORY_BYTES = 2048 * MEGABYTE
CPU_SECONDS = 60
PLAIN_MODES = {"L", "LA", "RGB", "RGBA"}
READ_FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "HEIF")
# A photo with a second picture behind it, as phones add for bright screens.
ALSO_CALLED = {"MPO": "JPEG"}


class Refused(Exception):
    """The picture is not accepted; the first argument says why."""


def in_web_colours(opened):
    """The picture upright, in sRGB grey or colour, without anything that came along with it."""
    # In place, because another copy of a large picture is another quarter of a gigabyte.
    ImageOps.exif_transpose(opened, in_place=True)
    picture, profile = opened, opened.info.get("icc_profile")
    if picture.mode.startswith("I;16"):
        picture = picture.convert("I").point(lambda value: value / 256).convert("L")
    if profile:
        picture = _in_srgb(picture, profile)
    if picture.mode not in PLAIN_MODES:
        transparent = picture.has_transparency_data
        picture = picture.convert("RGBA" if transparent else "RGB")
    if "transparency" in picture.info:
        picture = picture.convert("LA" if picture.mode == "L" else "RGBA")
    picture.info = {}
    return picture


def _in_srgb(picture, profile):
    """Colours as the camera meant them; a broken profile is as good as none."""
    try:
        return ImageCms.profileToProfile(
            picture,
            ImageCms.ImageCmsProfile(BytesIO(profile)),
            ImageCms.createProfile("sRGB"),
            outputMode="RGBA" if picture.mode == "RGBA" else "RGB",
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture


def rewrite(original, expected, max_pixels, max_side, max_width):
    """Checks, decodes and encodes; returns the format and the bytes that it became.

    `max_width` is what it is reduced to; more pixels or a longer side are refused.
    """
    opened = _opened(original, expected, max_pixels, max_side)
    try:
        return _written(opened, expected, original, max_width)
    except Exception:  # noqa: BLE001 it could be read, so it is the limits that it met
        raise Refused("too_much") from None


def _opened(original, expected, max_pixels, max_side):
    """The decoded picture; what is too large is refused by its header."""
    # Our own limit is the lower one, and says what it is.
    Image.MAX_IMAGE_PIXELS = None
    try:
        opened = Image.open(BytesIO(original), formats=READ_FORMATS)
    except Exception:  # noqa: BLE001 whatever a parser stumbles over, the file is no picture
        raise Refused("unreadable") from None
    width, height = opened.size
    found = ALSO_CALLED.get(opened.format, opened.format)
    if found != expected:
        raise Refused("other_format", found)
    if width * height > max_pixels:
        raise Refused("too_many_pixels", width, height)
    if max(width, height) > max_side:
        raise Refused("too_long", width, height)
    try:
        opened.load()
    except MemoryError:
        raise Refused("too_much") from None
    except Exception:  # noqa: BLE001 truncated or damaged
        raise Refused("damaged") from None
    return opened


def _written(opened, kind, original, max_width):
    """Format and bytes of the first encoding that takes no more than the original did.

    Before a coarser one, the original itself is kept without its metadata.
    """
    ways, as_it_came = encodings(opened, kind, original), _is_as_it_came(opened)
    picture = _reduced(in_web_colours(opened), max_width)
    kept = without_metadata(original, kind) if as_it_came else None
    tried = []
    for written, options in ways:
        output = BytesIO()
        picture.save(output, written, **options)
        if output.tell() <= len(original):
            return written, output.getvalue()
        if kept:
            return kind, kept
        tried.append((written, output.getvalue()))
    return min(tried, key=lambda each: len(each[1]))


def _reduced(picture, max_width):
    if picture.width <= max_width:
        return picture
    height = max(1, round(picture.height * max_width / picture.width))
    return picture.resize((max_width, height), Image.Resampling.LANCZOS)


def _is_as_it_came(opened):
    """Whether a browser shows it rightly also without what comes along with its pixels."""
    upright = opened.getexif().get(ExifTags.Base.Orientation, 1) == 1
    return upright and opened.mode != "CMYK" and _is_srgb(opened.info.get("icc_profile"))


def _is_srgb(profile):
    if not profile:
        return True
    try:
        return "sRGB" in ImageCms.getProfileDescription(BytesIO(profile))
    except (ImageCms.PyCMSError, OSError, ValueError):
        return True


def main():
    """Answers the one request that stands in standard input."""
    register_heif_opener()
    # Decoders have threads.
    confine(memory_bytes=MEMORY_BYTES, cpu_seconds=CPU_SECONDS, threads=True)
    request = json.loads(sys.stdin.buffer.readline())
    try:
        written, picture = rewrite(sys.stdin.buffer.read(), **request)
        answer = {"format": written}
    except Refused as refusal:
        problem, *details = refusal.args
        answer, picture = {"problem": problem, "details": details}, b""
    sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n" + picture)


if __name__ == "__main__":
    main()
