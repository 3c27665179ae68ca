"""Small pictures for staff, made when first looked at and kept where the public cannot reach."""

import re
from io import BytesIO

from wagtail.images.models import Filter

from .storage import PrivateStorage

# What Wagtail's screens ask for; larger ones would only be a way to keep the server busy.
_SPEC = re.compile(r"(max|fill|min)-([1-9]\d{1,3})x([1-9]\d{1,3})|(width|height)-([1-9]\d{1,3})")
LARGEST = 1200


def is_allowed(spec: str) -> bool:
    """Whether staff may ask for a thumbnail of this kind."""
    match = _SPEC.fullmatch(spec)
    return bool(match) and all(
        int(size) <= LARGEST for size in match.group(2, 3, 5) if size is not None
    )


def open_thumbnail(image, spec: str):
    """The stored thumbnail, made now if nobody has looked at it before."""
    storage = PrivateStorage()
    name = f"{_folder(image.uuid)}/{image.state_key}-{spec}.webp"
    if not storage.exists(name):
        output = BytesIO()
        Filter(f"{spec}|format-webp").run(image, output)
        output.seek(0)
        storage.save(name, output)
    return storage.open(name)


def delete_thumbnails(uuid):
    """Removes an image's thumbnails."""
    storage = PrivateStorage()
    try:
        _, names = storage.listdir(_folder(uuid))
    except FileNotFoundError:
        return
    for name in names:
        storage.delete(f"{_folder(uuid)}/{name}")


def _folder(uuid):
    return f"thumbnails/{uuid}"
