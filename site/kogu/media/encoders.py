"""How a picture is written: at the quality it came with, then in ever fewer bytes."""

from PIL import JpegImagePlugin

# What a quantisation table is multiplied with where the picture's own takes too many bytes.
COARSER = (1, 1.25, 1.6, 2, 3)
QUALITIES = (90, 85, 80, 70, 60, 50, 40, 30, 20)


def encodings(opened, kind: str, original: bytes):
    """Formats with their options, the truest first."""
    return _BY_FORMAT[kind](opened, original)


def _jpeg(opened, _original):
    """With the quantisation tables that it came with, which are its quality."""
    grey = opened.mode == "L"
    tables = [table for _number, table in sorted(opened.quantization.items())][: 1 if grey else 2]
    options = {"optimize": True}
    if (sampling := JpegImagePlugin.get_sampling(opened)) >= 0:
        options["subsampling"] = sampling
    return [("JPEG", {**options, "qtables": _times(tables, factor)}) for factor in COARSER]


def _times(tables, factor):
    return [[min(255, round(each * factor)) for each in table] for table in tables]


def _png(_opened, _original):
    """Each way is lossless; the last is the smallest."""
    return [
        ("PNG", {"compress_level": 6}),
        ("PNG", {"compress_level": 9}),
        ("WEBP", {"lossless": True, "method": 2}),
    ]


def _webp(_opened, original):
    if b"VP8L" in original[12:64]:
        return [("WEBP", {"lossless": True, "method": method}) for method in (2, 4)]
    return [("WEBP", {"quality": quality, "method": 2}) for quality in QUALITIES]


def _avif(_opened, _original):
    return [("AVIF", {"quality": quality - 5, "speed": 9}) for quality in QUALITIES]


def _heif(opened, _original):
    """As what every program opens; WebP keeps what is transparent, and takes fewer bytes."""
    webp = [("WEBP", {"quality": quality, "method": 2}) for quality in QUALITIES]
    if opened.has_transparency_data:
        return webp
    return [
        *(("JPEG", {"quality": quality, "optimize": True}) for quality in QUALITIES[:4]),
        *webp[2:],
    ]


_BY_FORMAT = {"JPEG": _jpeg, "PNG": _png, "WEBP": _webp, "AVIF": _avif, "HEIF": _heif}
