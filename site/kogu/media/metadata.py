"""A picture's file without anything but its pixels, which are left as they are."""

import struct

_JPEG_JFIF, _JPEG_ADOBE, _JPEG_SCAN, _JPEG_END = 0xE0, 0xEE, 0xDA, 0xD9
# Frames with their codes, scans, quantisation and restarts.
_JPEG_KEPT = {*range(0xC0, 0xD0), _JPEG_SCAN, 0xDB, 0xDD} - {0xC8}
_JFIF = b"\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
_PNG_KEPT = {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"}
_WEBP_KEPT = {b"VP8 ", b"VP8L", b"ALPH"}
_WEBP_ALPHA = 0x10


def without_metadata(data: bytes, kind: str) -> bytes | None:
    """The same picture; None where its file is built in a way that we do not know."""
    strip = _BY_FORMAT.get(kind)
    try:
        return b"".join(strip(data)) if strip else None
    except (struct.error, IndexError, ValueError):
        return None


def _jpeg(data):
    yield data[:2]
    position = 2
    while (marker := _marker(data, position)) != _JPEG_END:
        (length,) = struct.unpack_from(">H", data, position + 2)
        end = position + 2 + length
        segment = data[position:end]
        if marker == _JPEG_JFIF and segment[4:9] == b"JFIF\0":
            yield _JFIF
        elif marker == _JPEG_ADOBE and segment[4:9] == b"Adobe":
            # Says how colours are coded.
            yield b"\xff\xee\x00\x0e" + segment[4:16]
        elif marker in _JPEG_KEPT:
            yield segment
        if marker == _JPEG_SCAN:
            end, start = _end_of_scan(data, end), end
            yield data[start:end]
        position = end
    yield b"\xff\xd9"


def _marker(data, position):
    if data[position] != 0xFF:
        raise ValueError(position)
    return data[position + 1]


def _end_of_scan(data, position):
    """Where the next marker stands that is neither a stuffed byte nor a restart."""
    while True:
        position = data.index(b"\xff", position)
        following = data[position + 1]
        if following and not 0xD0 <= following <= 0xD7:
            return position
        position += 2


def _png(data):
    yield data[:8]
    position, name = 8, b""
    while name != b"IEND":
        length, name = struct.unpack_from(">I4s", data, position)
        end = position + 12 + length
        if name in _PNG_KEPT:
            yield data[position:end]
        position = end


def _webp(data):
    kept = b"".join(_webp_chunks(data))
    yield b"RIFF" + struct.pack("<I", 4 + len(kept)) + b"WEBP" + kept


def _webp_chunks(data):
    (end,) = struct.unpack_from("<I", data, 4)
    position = 12
    while position < end + 8:
        name, length = struct.unpack_from("<4sI", data, position)
        following = position + 8 + length + length % 2
        if following > len(data):
            raise ValueError(following)
        if name == b"VP8X":
            flags, rest = data[position + 8], data[position + 9 : following]
            yield struct.pack("<4sIB", name, length, flags & _WEBP_ALPHA) + rest
        elif name == b"ANIM":
            raise ValueError(name)
        elif name in _WEBP_KEPT:
            yield data[position:following]
        position = following


_BY_FORMAT = {"JPEG": _jpeg, "PNG": _png, "WEBP": _webp}
