"""Pictures as they arrive from outside: checked by name and content, and written anew."""

import json
import threading
from pathlib import PurePath

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

from kogu.sandbox.parent import SandboxError, run

from .file_names import check_name
from .variants import EXTENSIONS, WIDTHS

REENCODER = "kogu.media.reencode"
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
# Of what the child writes: a palette may become colours, which take more bytes.
MAX_ANSWER = 256 * 1024 * 1024
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
    with _turns:
        answer, picture = _reencode(data, FORMATS[extension])
    if "problem" in answer:
        raise _refusal(answer["problem"], answer["details"], extension)
    return ContentFile(picture, name=_named_after(name, extension, answer["format"]))


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


def _reencode(data: bytes, expected: str) -> tuple[dict, bytes]:
    """The child's answer, and the picture unless the answer is a problem."""
    request = {
        "expected": expected,
        "max_pixels": settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS,
        "max_side": MAX_SIDE,
        "max_width": MAX_WIDTH,
    }
    given = json.dumps(request).encode() + b"\n" + data
    try:
        answer, _, picture = run(REENCODER, given, SECONDS, most=MAX_ANSWER).partition(b"\n")
        return json.loads(answer), picture
    except (SandboxError, ValueError):
        return {"problem": "too_much", "details": []}, b""


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
