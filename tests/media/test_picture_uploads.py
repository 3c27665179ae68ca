"""Pictures from outside: only pixels come in, and what is refused is refused before it costs."""

import io
import json
import resource
import struct
import sys
import time
import zlib

import pytest
from django.core.exceptions import ValidationError
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from kogu.media import uploads
from kogu.media.reencode import in_web_colours
from kogu.media.uploads import clean_upload
from kogu.sandbox.parent import run

from .conftest import draw, upload

TALLINN = {1: "N", 2: (59.0, 26.0, 13.0), 3: "E", 4: (24.0, 44.0, 43.0)}
KINDS = [("JPEG", "a.jpg"), ("PNG", "a.png"), ("WEBP", "a.webp"), ("AVIF", "a.avif")]


def opened(data):
    picture = Image.open(io.BytesIO(data))
    picture.load()
    return picture


def with_gps(kind, orientation=1, size=(60, 40)):
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "Camera of Mari"
    exif.get_ifd(0x8825).update(TALLINN)
    return draw(kind, size=size, exif=exif.tobytes(), xmp=b"<x:xmpmeta>Mari</x:xmpmeta>")


def png_bomb(width, height):
    """A PNG of a few bytes that claims to be enormous."""

    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"\0" * 1000)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    )


def cleaned(data, name):
    return uploads.cleaned(data, name).read()


def refusal(data, name):
    with pytest.raises(ValidationError) as caught:
        cleaned(data, name)
    return caught.value


@pytest.mark.parametrize(("kind", "name"), KINDS)
def test_the_place_where_a_photo_was_taken_does_not_come_in(kind, name):
    data = with_gps(kind)
    assert opened(data).getexif().get_ifd(0x8825)

    clean = cleaned(data, name)

    picture = opened(clean)
    assert picture.format == kind
    assert dict(picture.getexif()) == {}
    assert b"Mari" not in clean


def test_a_comment_in_a_png_or_jpeg_does_not_come_in():
    words = PngInfo()
    words.add_text("Author", "Mari Maasikas")

    assert b"Maasikas" not in cleaned(draw("PNG", size=(9, 9), pnginfo=words), "a.png")
    assert b"Maasikas" not in cleaned(draw(size=(9, 9), comment=b"Maasikas"), "a.jpg")


def test_a_photo_taken_on_its_side_is_stored_upright():
    clean = cleaned(with_gps("JPEG", orientation=6, size=(60, 40)), "a.jpg")

    assert opened(clean).size == (40, 60)


def test_colours_of_a_profile_are_kept_without_the_profile():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    picture = Image.new("RGB", (8, 8), (200, 40, 40))
    output = io.BytesIO()
    picture.save(output, "PNG", icc_profile=profile)

    clean = opened(cleaned(output.getvalue(), "a.png"))

    assert "icc_profile" not in clean.info
    assert clean.getpixel((4, 4)) == pytest.approx((200, 40, 40), abs=2)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_every_kind_of_png_is_accepted(mode):
    picture = Image.new("RGBA", (8, 8), (200, 40, 40, 128))
    if mode == "I;16":
        picture = Image.new("I;16", (8, 8), 32768)
    output = io.BytesIO()
    (picture if mode == "I;16" else picture.convert(mode)).save(output, "PNG")

    clean = opened(cleaned(output.getvalue(), "a.png"))

    assert in_web_colours(clean.copy()).mode in {"L", "LA", "RGB", "RGBA"}
    if mode == "I;16":
        assert clean.getpixel((4, 4)) == pytest.approx(128, abs=1)


def test_a_cmyk_photo_becomes_one_a_browser_can_show():
    assert opened(cleaned(draw(size=(8, 8), mode="CMYK"), "a.jpg")).mode == "RGB"


def test_what_is_hidden_behind_a_picture_does_not_come_in():
    page = b"<html><script>alert(document.domain)</script></html>"
    archive = b"PK\x03\x04" + b"evil.jar" + b"PK\x05\x06" + b"\0" * 18

    for hidden in (page, archive):
        clean = cleaned(draw(size=(50, 50)) + hidden, "a.jpg")
        assert hidden[:12] not in clean
        assert opened(clean).size == (50, 50)


def test_a_page_in_the_comment_of_a_picture_does_not_come_in():
    clean = cleaned(draw(size=(50, 50), comment=b"*/=alert(1)/*<script>"), "a.jpg")

    assert b"<script>" not in clean


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("photo.php.jpg", "double_extension"),
        ("photo.svg.png", "double_extension"),
        ("photo.JSP.JPG", "double_extension"),
        (".htaccess.jpg", "double_extension"),
        ("photo.jpg.exe", "invalid_extension"),
        ("drawing.svg", "invalid_extension"),
        ("page.html", "invalid_extension"),
        ("photo.tiff", "invalid_extension"),
        ("photo", "invalid_extension"),
        ("photo.jpg\0.php", "invalid_extension"),
    ],
)
def test_names_of_other_kinds_are_refused(name, code):
    assert refusal(draw(size=(5, 5)), name).code == code


@pytest.mark.parametrize("name", ["Screenshot 2026-11-21 at 10.20.30.jpg", "IMG.2026.JPEG"])
def test_dots_in_a_name_are_no_harm(name):
    assert cleaned(draw(size=(5, 5)), name)


def test_a_file_under_a_wrong_name_is_refused():
    problem = refusal(draw("PNG", size=(5, 5)), "photo.jpg")

    assert problem.code == "other_format"
    assert "PNG" in problem.messages[0]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not a picture",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"GIF89a/*<svg/onload=alert(1)>*/=1;",
        b"%PDF-1.7\n",
        b"\xff\xd8\xff\xe0",
    ],
)
def test_what_is_no_picture_is_refused(data):
    assert refusal(data, "photo.jpg").code == "unreadable"


@pytest.mark.parametrize(("kind", "name"), KINDS)
def test_a_truncated_picture_is_refused(kind, name):
    data = draw(kind, size=(400, 400))

    assert refusal(data[: len(data) // 2], name).code in {"damaged", "unreadable"}


@pytest.mark.parametrize("size", [(50_000, 50_000), (12_000, 6_000), (2**31 - 1, 2**31 - 1)])
def test_a_pixel_bomb_is_refused_before_it_is_unpacked(size):
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    began = time.monotonic()

    problem = refusal(png_bomb(*size), "bomb.png")

    assert problem.code in {"too_many_pixels", "unreadable"}
    assert time.monotonic() - began < 2
    after = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    assert max(0, after - before) < 200 * 1024


def test_a_picture_too_long_for_browsers_is_refused():
    assert refusal(draw("PNG", size=(20_000, 2)), "long.png").code == "too_long"


def test_a_file_of_25_mb_is_refused_without_being_read(monkeypatch):
    monkeypatch.setattr(uploads, "_reencode", pytest.fail)
    large = upload(b"\0" * (25 * 1024 * 1024))

    with pytest.raises(ValidationError) as caught:
        clean_upload(large)

    assert caught.value.code == "file_too_large"
    assert "25.0" in caught.value.messages[0] or "25,0" in caught.value.messages[0]


def test_a_parser_that_does_not_end_in_time_is_stopped(monkeypatch):
    monkeypatch.setattr(uploads, "SECONDS", 0.001)

    assert refusal(draw(size=(5, 5)), "photo.jpg").code == "too_much"


NOSY = """
import os
import socket

from kogu.media import reencode


def rewrite(data, secret):
    refused = []
    for act in (lambda: open(secret), socket.socket, os.fork):
        try:
            act()
        except OSError:
            refused.append(act)
    raise reencode.Refused("tried", len(refused))


reencode.rewrite = rewrite
reencode.main()
"""


def test_what_reads_pictures_reaches_no_file_network_or_process(tmp_path):
    root, secret = tmp_path / "root", tmp_path / "secret"
    root.mkdir()
    (root / "nosy.py").write_text(NOSY)
    secret.write_text("very secret")

    given = json.dumps({"secret": str(secret)}).encode() + b"\n"
    answer = json.loads(run("nosy", given, 30, root=root))

    assert answer == {"problem": "tried", "details": [3 if sys.platform == "linux" else 0]}


def test_an_upload_is_rewritten_in_place_and_only_once(monkeypatch):
    photo = upload(with_gps("JPEG"))
    clean_upload(photo)
    data = photo.read()

    monkeypatch.setattr(uploads, "_reencode", pytest.fail)
    clean_upload(photo)

    assert photo.size == len(data)
    assert b"Mari" not in data
