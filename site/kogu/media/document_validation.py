"""Documents as they arrive from outside: what they say they are, and not more than they seem.

They are never opened by us and only ever sent to be saved, so a look at their first
bytes and at a ZIP's own list of contents is enough.
"""

import struct
import zipfile

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from .file_names import check_name
from .uploads import check_size

MEGABYTE = 1024 * 1024
# A ZIP that unpacks to more than this, or lists more files, would harm who opens it.
MAX_UNPACKED = 500 * MEGABYTE
MAX_LISTING = MEGABYTE
PACKED = {
    "docx": "word/",
    "xlsx": "xl/",
    "pptx": "ppt/",
    "odt": "content.xml",
    "ods": "content.xml",
    "odp": "content.xml",
    "zip": "",
}
END_OF_LISTING = b"PK\x05\x06"


def check_document(upload):
    """Refuses a file that is too large, wrongly named, or not what its name says."""
    extension = check_name(upload.name, settings.WAGTAILDOCS_EXTENSIONS)
    check_size(upload.size, settings.WAGTAILDOCS_MAX_UPLOAD_SIZE)
    try:
        if extension == "pdf":
            genuine = _starts_with(upload, b"%PDF-")
        elif extension in PACKED:
            genuine = _is_packed(upload, PACKED[extension])
        else:
            genuine = _is_text(upload)
    finally:
        upload.seek(0)
    if not genuine:
        raise ValidationError(
            _("This file is called %(extension)s but holds something else, or is damaged."),
            code="other_format",
            params={"extension": f".{extension}"},
        )


def _starts_with(upload, mark: bytes) -> bool:
    upload.seek(0)
    return upload.read(len(mark)) == mark


def _is_text(upload) -> bool:
    """Text in any encoding people still use; a NUL outside UTF-16 means it is none."""
    upload.seek(0)
    start = upload.read(MEGABYTE)
    return start.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" not in start


def _is_packed(upload, content: str) -> bool:
    """A ZIP that lists what this kind of document is made of."""
    if not _starts_with(upload, b"PK") or not _listing_is_short(upload):
        return False
    try:
        with zipfile.ZipFile(upload) as archive:
            listed = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return False
    if sum(each.file_size for each in listed) > MAX_UNPACKED:
        raise ValidationError(
            _("This file unpacks to more than %(limit)s MB, which would harm those who open it."),
            code="unpacks_to_too_much",
            params={"limit": MAX_UNPACKED // MEGABYTE},
        )
    return any(each.filename.startswith(content) for each in listed)


def _listing_is_short(upload) -> bool:
    """Whether the list of contents can be read without harm; it says its length at the end."""
    upload.seek(max(0, upload.size - 65_557))
    tail = upload.read()
    place = tail.rfind(END_OF_LISTING)
    if place < 0 or len(tail) < place + 16:
        return False
    (length,) = struct.unpack_from("<I", tail, place + 12)
    return length <= MAX_LISTING
