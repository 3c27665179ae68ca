"""Reads a foreign picture and writes it anew, with nothing in it but pixels.

`uploads` runs this file as a process of its own: it knows only Pillow, and what
it may use of memory, time and disk is limited before the first byte is read.

    python -I reencode.py SOURCE TARGET FORMAT MAX_PIXELS MAX_SIDE
"""

import json
import resource
import sys
from io import BytesIO

from PIL import Image, ImageCms, ImageOps

MEGABYTE = 1024 * 1024
LIMITS = {
    resource.RLIMIT_AS: 2048 * MEGABYTE,
    resource.RLIMIT_CPU: 60,
    resource.RLIMIT_FSIZE: 256 * MEGABYTE,
}
PLAIN_MODES = {"L", "LA", "RGB", "RGBA"}
OPTIONS = {
    "JPEG": {"quality": 90},
    "PNG": {"compress_level": 4},
    "WEBP": {"quality": 90, "method": 2},
    "AVIF": {"quality": 85, "speed": 9},
}


class Refused(Exception):
    """The picture is not accepted; the first argument says why."""


def plain(opened):
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


def rewrite(source, target, expected, max_pixels, max_side):
    """Checks the header, decodes, and writes; refuses before decoding what is too large."""
    # Our own limit is the lower one, and says what it is.
    Image.MAX_IMAGE_PIXELS = None
    try:
        opened = Image.open(source, formats=list(OPTIONS))
    except Exception:  # noqa: BLE001 - whatever a parser stumbles over, the file is no picture
        raise Refused("unreadable") from None
    width, height = opened.size
    if opened.format != expected:
        raise Refused("other_format", opened.format)
    if width * height > max_pixels:
        raise Refused("too_many_pixels", width, height)
    if max(width, height) > max_side:
        raise Refused("too_long", width, height)
    try:
        opened.load()
    except MemoryError:
        raise Refused("too_much") from None
    except Exception:  # noqa: BLE001 - truncated or damaged
        raise Refused("damaged") from None
    try:
        plain(opened).save(target, expected, **OPTIONS[expected])
    except Exception:  # noqa: BLE001 - it could be read, so it is the limits that it met
        raise Refused("too_much") from None


def main(source, target, expected, max_pixels, max_side):
    """Answers on standard output, as JSON."""
    for limit, value in LIMITS.items():
        resource.setrlimit(limit, (value, value))
    answer = {}
    try:
        rewrite(source, target, expected, int(max_pixels), int(max_side))
    except Refused as refusal:
        problem, *details = refusal.args
        answer = {"problem": problem, "details": details}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main(*sys.argv[1:])
