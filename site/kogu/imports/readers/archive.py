"""Opens a ZIP file in memory and trusts nothing it says about itself."""

import io
import re
import struct
import zipfile
import zlib

from kogu.imports import limits
from kogu.imports.errors import Refusal

# What the standard library says of an archive whose bytes or places are not what they claim.
_DAMAGED = (
    zipfile.BadZipFile, zlib.error, struct.error, NotImplementedError, RuntimeError, EOFError,
    ValueError, OSError,
)  # fmt: skip
_DECLARATIONS = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ENCRYPTED = 1
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_EXTERNAL = re.compile(
    rb"<(?:\w+:)?Relationship\b(?=[^>]*\bTargetMode\s*=\s*[\"']\s*External)[^>]*>", re.IGNORECASE
)
_LINK = re.compile(rb"\bType\s*=\s*[\"'][^\"']*/(?:hyperlink|attachedTemplate)[\"']", re.I)
_REMOTE_TEMPLATE = re.compile(
    rb"(?=.*/attachedTemplate)(?=.*Target\s*=\s*[\"']\s*https?:)", re.I | re.S
)


def is_zip(data: bytes) -> bool:
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def open_parts(data: bytes) -> dict[str, bytes]:
    """Every part of the archive; bytes are counted as they are inflated."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _inflate(archive)
    except _DAMAGED as error:
        raise Refusal("broken_archive") from error


def _inflate(archive: zipfile.ZipFile) -> dict[str, bytes]:
    names = archive.infolist()
    if len(names) > limits.MAX_PARTS:
        raise Refusal("too_many_parts")
    parts: dict[str, bytes] = {}
    total = 0
    for name in names:
        if name.is_dir():
            continue
        if name.flag_bits & _ENCRYPTED:
            raise Refusal("encrypted")
        with archive.open(name) as stream:
            content = stream.read(limits.MAX_PART_BYTES + 1)
        total += len(content)
        if len(content) > limits.MAX_PART_BYTES or total > limits.MAX_INFLATED_BYTES:
            raise Refusal("inflates_too_much")
        # Some programs part the folders of their archives as Windows does.
        path = name.filename.replace("\\", "/")
        if path in parts:
            raise Refusal("broken_archive")
        parts[path] = content
    return parts


def refuse_dangerous(parts: dict[str, bytes]) -> None:
    """Refuse macros, document type declarations and anything fetched from elsewhere."""
    for name, content in parts.items():
        low = name.lower()
        if low.endswith(("vbaproject.bin", "vbadata.xml")) or b"macroEnabled" in content[:100_000]:
            raise Refusal("macros")
        if low.endswith((".xml", ".rels")):
            if content.startswith(_WIDE) or _DECLARATIONS.search(content):
                raise Refusal("declarations")
            _refuse_external(content)


def _refuse_external(content: bytes) -> None:
    for relation in _EXTERNAL.findall(content):
        if not _LINK.search(relation) or _REMOTE_TEMPLATE.search(relation):
            raise Refusal("external_relation")
