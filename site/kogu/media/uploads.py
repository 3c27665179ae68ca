"""Pictures as they arrive from outside: checked by name and content, and written anew."""

import json
import subprocess
import sys
import threading
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

from .file_names import check_name
from .variants import EXTENSIONS, WIDTHS

REENCODER = ("-P", "-m", "kogu.media.reencode")
IMPORT_ROOT = Path(__file__).resolve().parents[2]
FORMATS = {
    "jpg": "JPEG",
    "jpeg": "JPEG",
    "png": "PNG",
    "webp": "WEBP",
    "avif": "AVIF",
    "heic": "HEIF",
    "heif": "HEIF",
}
MAX_SIDE = 16_000
# What the widest variant is made of; a third may still be cut off beside it.
MAX_WIDTH = WIDTHS[-1] * 3 // 2
SECONDS = 60
# Decoding a large picture takes half a gigabyte: never more than two at once in a process.
_turns = threading.BoundedSemaphore(2)

PROBLEMS = {
    "unreadable": _("This file is not a picture we can read. Use JPEG, PNG, WebP, AVIF or HEIC."),
    "damaged": _("This picture is damaged or incomplete. Try to save or send it again."),
    "other_format": _(
        "This file is called %(extension)s but holds %(found)s. Save it again under its real kind."
    ),
    "too_much": _("This picture takes too much to read. Make it smaller and try again."),
    "too_many_pixels": _(
        "This picture has %(width)s × %(height)s pixels; at most %(limit)s million are accepted. "
        "Make it smaller and try again."
    ),
    "too_long": _(
        "This picture has %(width)s × %(height)s pixels; at most %(side)s a side are accepted. "
        "Make it smaller and try again."
    ),
}


def cleaned(data: bytes, name: str) -> ContentFile:
    """The same picture without metadata and without anything that is not a picture.

    It takes no more bytes than before, and is reduced to `MAX_WIDTH` where that saves any;
    its name follows its format, as HEIC becomes what every browser shows. Raises
    ValidationError, in words for the person who sent it.
    """
    extension = check_name(name, FORMATS)
    check_size(len(data), settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE)
    with _turns, TemporaryDirectory(prefix="kogu-picture-") as folder:
        source, target = Path(folder, "source"), Path(folder, "target")
        source.write_bytes(data)
        answer = _reencode(source, target, FORMATS[extension])
        if "problem" in answer:
            raise _refusal(answer["problem"], answer["details"], extension)
        file_name = _named_after(name, extension, answer["format"])
        return ContentFile(target.read_bytes(), name=file_name)


def _named_after(name, extension, written):
    if FORMATS[extension] == written:
        return name
    return str(PurePath(name).with_suffix(f".{EXTENSIONS[written.lower()]}"))


def clean_upload(upload):
    """Rewrites an uploaded picture in place, once, however many forms look at it."""
    if getattr(upload, "kogu_problem", None):
        raise upload.kogu_problem
    if getattr(upload, "kogu_cleaned", False):
        return
    try:
        check_name(upload.name, FORMATS)
        check_size(upload.size, settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE)
        upload.seek(0)
        clean = cleaned(upload.read(), upload.name)
    except ValidationError as problem:
        upload.kogu_problem = problem
        raise
    upload.seek(0)
    upload.file.truncate()
    upload.file.write(clean.read())
    upload.file.flush()
    upload.seek(0)
    upload.name, upload.size = clean.name, clean.size
    upload.kogu_cleaned = True


def check_size(size: int, limit: int):
    """Refuses what is larger than the limit, naming both."""
    if size > limit:
        raise ValidationError(
            _("This file has %(size)s; at most %(limit)s are accepted."),
            code="file_too_large",
            params={"size": filesizeformat(size), "limit": filesizeformat(limit)},
        )


def _reencode(source: Path, target: Path, expected: str) -> dict:
    limits = map(str, (settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS, MAX_SIDE, MAX_WIDTH))
    try:
        finished = subprocess.run(  # noqa: S603 our own module, and no words of a client
            [sys.executable, "-s", "-B", *REENCODER, source, target, expected, *limits],
            capture_output=True,
            timeout=SECONDS,
            check=True,
            env={"PYTHONPATH": str(IMPORT_ROOT)},
        )
        return json.loads(finished.stdout)
    except (subprocess.SubprocessError, ValueError):
        return {"problem": "too_much", "details": []}


def _refusal(problem: str, details: list, extension: str) -> ValidationError:
    sizes = dict(zip(("width", "height"), details, strict=False))
    return ValidationError(
        PROBLEMS[problem],
        code=problem,
        params={
            **sizes,
            "found": details[0] if details else "",
            "extension": f".{extension}",
            "limit": settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS // 1_000_000,
            "side": MAX_SIDE,
        },
    )
