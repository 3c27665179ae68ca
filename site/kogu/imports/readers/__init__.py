"""Readers of foreign files; each gives the same neutral lines."""

from kogu.imports import limits
from kogu.imports.errors import Refusal
from kogu.imports.readers import archive, mail, plain, web, word
from kogu.imports.readers.shortcodes import without_shortcodes
from kogu.imports.source import Source

__all__ = ["read"]

_OTHER_FORMATS = (
    (b"%PDF", "pdf"),
    (b"\xd0\xcf\x11\xe0", "old_word"),
    (b"{\\rtf", "rtf"),
)
# Office puts a document with a password into a file of the old format, under this name.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def read(data: bytes, name: str = "") -> Source:
    """Read a file by what is in it, its name being only a hint."""
    if len(data) > limits.MAX_FILE_BYTES:
        raise Refusal("too_large")
    if not data.strip():
        raise Refusal("empty")
    for beginning, code in _OTHER_FORMATS:
        if data.lstrip().startswith(beginning):
            is_encrypted = code == "old_word" and _ENCRYPTED in data
            raise Refusal("encrypted" if is_encrypted else code)
    if not archive.is_zip(data) and not mail.looks_like_mail(data, name):
        data = mail.unquoted(data)
    source = without_shortcodes(_reader(data, name)(data).unified())
    if not any(line.text for line in source.lines):
        raise Refusal("empty")
    if source.is_too_long:
        raise Refusal("too_long")
    return source


def _reader(data: bytes, name: str):
    if archive.is_zip(data):
        return word.read_word
    if mail.looks_like_mail(data, name):
        return mail.read_mail
    if name.lower().endswith((".html", ".htm", ".xhtml")) or web.looks_like_html(data):
        return web.read_web
    return plain.read_plain
