"""No picture takes more bytes for having been uploaded, and none is wider than pages need."""

import io
import os

import pytest
from PIL import Image, ImageChops, ImageCms, ImageFilter
from pillow_heif import register_heif_opener

from kogu.media import uploads
from kogu.media.metadata import without_metadata
from kogu.media.variants import WIDTHS

register_heif_opener()


def photo(size=(1200, 900), mode="RGB"):
    """Something with edges, soft places and grain, as a camera sees it."""
    gradient = Image.linear_gradient("L").resize(size)
    grain = Image.frombytes("L", size, os.urandom(size[0] * size[1]))
    soft = grain.filter(ImageFilter.GaussianBlur(2))
    bands = [gradient, soft, Image.blend(gradient, grain, 0.05)]
    picture = Image.merge("RGB", bands)
    if mode in {"RGBA", "LA"}:
        picture.putalpha(gradient)
    return picture.convert(mode)


def saved(picture, kind, **options):
    output = io.BytesIO()
    picture.save(output, kind, **options)
    return output.getvalue()


def opened(data):
    picture = Image.open(io.BytesIO(data))
    picture.load()
    return picture


def cleaned(data, name):
    return uploads.cleaned(data, name).read()


def difference(one, other):
    """The mean distance of their colours."""
    bands = ImageChops.difference(one.convert("RGB"), other.convert("RGB")).split()
    return sum(sum(i * n for i, n in enumerate(band.histogram())) for band in bands) / (
        3 * one.width * one.height
    )


WAYS = [
    *(("JPEG", {"quality": quality}) for quality in (20, 60, 85, 95, 100)),
    ("JPEG", {"quality": 75, "optimize": True, "progressive": True, "subsampling": 0}),
    *(("PNG", {"compress_level": level}) for level in (1, 9)),
    *(("WEBP", {"quality": quality}) for quality in (20, 75, 98)),
    ("WEBP", {"lossless": True, "method": 6}),
    *(("AVIF", {"quality": quality, "speed": 8}) for quality in (30, 75)),
    *(("HEIF", {"quality": quality}) for quality in (30, 60, 90)),
]
NAMES = {"JPEG": "a.jpg", "PNG": "a.png", "WEBP": "a.webp", "AVIF": "a.avif", "HEIF": "a.heic"}


@pytest.mark.parametrize(("kind", "options"), WAYS)
@pytest.mark.parametrize("width", [700, 3000])
def test_no_picture_grows(kind, options, width):
    picture = photo((width, 200))
    data = saved(picture, kind, **options)

    clean = cleaned(data, NAMES[kind])

    assert len(clean) <= len(data)
    found = opened(clean)
    if found.size == picture.size:
        assert difference(found, opened(data)) < 4


@pytest.mark.parametrize("mode", ["L", "RGB", "RGBA", "P", "1", "LA"])
@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_drawings_do_not_grow_either(kind, mode):
    picture = Image.new("RGBA", (3600, 300), "white")
    picture.paste("navy", (0, 0, 1800, 150))
    if kind == "WEBP" and mode in {"P", "1", "LA"}:
        mode = "RGBA"
    data = saved(
        picture.convert("RGB").convert(mode) if mode == "P" else picture.convert(mode),
        kind,
        lossless=True,
    )

    clean = cleaned(data, NAMES[kind])

    assert len(clean) <= len(data)
    assert opened(clean).convert("L").getpixel((5, 5)) < 60


def test_a_large_photo_is_reduced_to_what_pages_show_with_room_for_cropping():
    data = saved(photo((4032, 3024)), "JPEG", quality=90)

    clean = opened(cleaned(data, "a.jpg"))

    assert clean.size == (2880, 2160)
    assert clean.width >= WIDTHS[-1] * 1.3


def test_a_photo_taken_on_its_side_is_reduced_by_the_width_it_is_shown_in():
    exif = Image.Exif()
    exif[0x0112] = 6
    data = saved(photo((4000, 1000)), "JPEG", quality=90, exif=exif.tobytes())

    assert opened(cleaned(data, "a.jpg")).size == (1000, 4000)


@pytest.mark.parametrize("quality", [35, 60, 80, 92])
def test_a_photo_keeps_the_quality_it_came_with(quality):
    data = saved(photo(), "JPEG", quality=quality, comment=b"x" * 900)

    clean = opened(cleaned(data, "a.jpg"))

    assert clean.quantization == opened(data).quantization
    assert difference(clean, opened(data)) < 1


def test_a_drawing_that_would_grow_by_being_reduced_is_kept_without_metadata():
    stripes = Image.new("P", (3600, 600))
    stripes.putpalette([255, 255, 255, 20, 20, 90])
    for left in range(0, 3600, 9):
        stripes.paste(1, (left, 0, left + 4, 600))
    exif = Image.Exif()
    exif[0x010F] = "Camera of Mari"
    data = saved(stripes, "PNG", exif=exif.tobytes())

    clean = cleaned(data, "a.png")

    assert len(clean) < len(data)
    assert b"Mari" not in clean
    assert opened(clean).tobytes() == opened(data).tobytes()


@pytest.mark.parametrize(
    ("kind", "mode", "options"),
    [
        ("JPEG", "RGB", {"quality": 80}),
        ("JPEG", "L", {"quality": 80}),
        ("JPEG", "RGB", {"quality": 80, "progressive": True, "restart_marker_rows": 2}),
        ("JPEG", "RGB", {"quality": 80, "keep_rgb": True}),
        ("PNG", "RGBA", {}),
        ("PNG", "P", {}),
        ("WEBP", "RGB", {"quality": 80}),
        ("WEBP", "RGBA", {"quality": 80}),
        ("WEBP", "RGBA", {"lossless": True}),
    ],
)
def test_pixels_without_metadata_are_the_same(kind, mode, options):
    exif = Image.Exif()
    exif[0x010F] = "Camera of Mari"
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    picture = photo((301, 203), mode)
    hidden = b"<script>Mari</script>" * 3
    data = saved(picture, kind, exif=exif.tobytes(), icc_profile=profile, **options) + hidden

    kept = without_metadata(data, kind)

    assert opened(kept).tobytes() == opened(data).tobytes()
    assert opened(kept).mode == opened(data).mode
    assert b"Mari" not in kept
    assert profile not in kept
    assert "icc_profile" not in opened(kept).info
    assert len(kept) < len(data)


@pytest.mark.parametrize("marker", [0xC8, 0xE3, 0xF7, 0xFE])
def test_nothing_is_kept_of_a_photo_that_is_no_part_of_its_pixels(marker):
    data = saved(photo((60, 40)), "JPEG")
    hidden = bytes([0xFF, marker, 0, 6]) + b"Mari"

    kept = without_metadata(data[:2] + hidden + data[2:], "JPEG")

    assert kept == without_metadata(data, "JPEG")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_file_cut_off_has_no_lossless_form(kind):
    data = saved(photo((60, 40)), kind)

    assert without_metadata(data[: len(data) // 2], kind) is None


def test_wide_colours_become_those_that_every_screen_shows():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    other = profile.replace("sRGB".encode("utf-16-be"), "wide".encode("utf-16-be"))
    assert other != profile
    data = saved(photo(), "JPEG", quality=30, optimize=True, progressive=True, icc_profile=other)

    clean = opened(cleaned(data, "a.jpg"))

    assert "icc_profile" not in clean.info
    assert difference(clean, opened(data)) < 4


class TestPhotosOfPhones:
    def test_heic_becomes_a_jpeg_that_every_browser_shows(self):
        exif = Image.Exif()
        exif[0x010F] = "Camera of Mari"
        data = saved(photo((3000, 300)), "HEIF", quality=60, exif=exif.tobytes())

        clean = uploads.cleaned(data, "IMG_1234.HEIC")
        found = opened(clean.read())

        assert clean.name == "IMG_1234.jpg"
        assert (found.format, found.size) == ("JPEG", (2880, 288))
        assert dict(found.getexif()) == {}
        assert clean.size <= len(data)

    def test_heic_taken_on_its_side_is_stored_upright(self):
        exif = Image.Exif()
        exif[0x0112] = 6
        data = saved(photo((600, 400)), "HEIF", quality=60, exif=exif.tobytes())

        assert opened(cleaned(data, "a.heic")).size == (400, 600)

    def test_what_is_transparent_stays_so(self):
        data = saved(photo((600, 400), "RGBA"), "HEIF", quality=60)

        clean = uploads.cleaned(data, "a.heif")

        assert clean.name == "a.webp"
        assert opened(clean.read()).mode == "RGBA"

    def test_a_photo_with_a_second_picture_behind_it_is_a_photo(self):
        one, other = photo((600, 400)), photo((300, 200))
        data = saved(one, "MPO", save_all=True, append_images=[other])
        assert opened(data).format == "MPO"

        clean = cleaned(data, "a.jpg")

        assert opened(clean).format == "JPEG"
        assert len(clean) < len(data) * 0.9
