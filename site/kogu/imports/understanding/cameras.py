"""Names that cameras and telephones give to pictures, which stray into pasted text."""

import re

_EXTENSION = r"(?:\.(?:jpe?g|png|heic|heif|webp|gif|tiff?|bmp|raw|cr2|nef|arw|dng|mp4|mov|mp))"
_STAMP = r"(?:[_-](?:\d+|HDR|BURST\d*|COVER|EDIT(?:ED)?|PORTRAIT|NIGHT|LS|MP|[A-Z]{1,4}\b))*"
_COPY = r"(?:\s?\(\d{1,3}\))?"
_NAMED = (
    rf"(?:FB_)?(?:IMG|IMAG|MVIMG|DSCN|DSCF|DSC|PXL|PANO|GOPR|DJI|SAM|CIMG|KIMG|VID|BURST|MG)"
    rf"[_-]?\d{{3,}}{_STAMP}{_COPY}{_EXTENSION}*"
)
_PATTERN = re.compile(
    rf"WhatsApp[ _]Image[ _]\d{{4}}-\d\d-\d\d[ _]at[ _]\d\d?[.:]\d\d(?:[.:]\d\d)?"
    rf"(?:[ _][AP]M)?{_COPY}{_EXTENSION}?"
    rf"|(?:signal|photo|Screenshot|Screen Shot|received|viber_image|image)"
    rf"[ _-]\d{{4,}}[\d._-]*(?:at[ _])?[\d._-]*{_COPY}{_EXTENSION}?"
    rf"|_?{_NAMED}"
    rf"|(?<!\d)(?:19|20)\d{{6}}_\d{{6}}{_STAMP}{_COPY}{_EXTENSION}?"
    rf"|(?<![\w])P\d{{7}}{_EXTENSION}"
    rf"|(?<![\w])image\d{{1,4}}{_EXTENSION}"
    rf"|(?<![\w/@.-])(?!\w{{0,80}}?(?:IMG|DSC|PXL|PANO|DJI)[_-]?\d)"
    rf"[\w-]{{0,80}}\d{{3,}}[\w-]{{0,80}}{_EXTENSION}(?!\w)"
)
_IGNORING_EXTENSION_CASE = re.compile(_PATTERN.pattern.replace(_EXTENSION, f"(?i:{_EXTENSION})"))
_LEFT_OVER = re.compile(r"\(\s*\)|\[\s*\]")


def without_camera_names(text: str) -> tuple[str, list[str]]:
    """The text without such names, and the names; a word they are glued to stays."""
    names: list[str] = []

    def remove(match: re.Match) -> str:
        names.append(match.group().strip())
        before = text[match.start() - 1 : match.start()] if match.start() else ""
        after = text[match.end() : match.end() + 1]
        return " " if before.isalnum() and after.isupper() else ""

    cleaned = _IGNORING_EXTENSION_CASE.sub(remove, text)
    if not names:
        return text, []
    cleaned = re.sub(r"\s+([.,;:!?])", r"\1", _LEFT_OVER.sub("", cleaned))
    return re.sub(r"\s{2,}", " ", cleaned).strip(" ,;"), names
