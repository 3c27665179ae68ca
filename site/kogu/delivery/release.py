"""Which release answers: a new template or style makes every stored answer old."""

import hashlib
import secrets
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from django.apps import apps
from django.conf import settings

_OURS = {"kogu", "home", "events", "directory", "search"}


def release() -> str:
    """The same on every machine that runs the same code; while developing, new each time."""
    return secrets.token_hex(4) if settings.DEBUG else _digest()


@cache
def _digest() -> str:
    digest = hashlib.sha256()
    for file in sorted(_files()):
        digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()[:16]


def _files() -> Iterator[Path]:
    """Our code, templates and translations, and the names of our style sheets."""
    for app in apps.get_app_configs():
        # A library's release is told by ours, which pins it.
        if app.name.partition(".")[0] in _OURS:
            yield from Path(app.path).rglob("*.py")
    for engine in settings.TEMPLATES:
        for folder in engine["DIRS"]:
            yield from (file for file in Path(folder).rglob("*") if file.is_file())
    for folder in settings.LOCALE_PATHS:
        yield from Path(folder).rglob("*.mo")
    yield from Path(settings.STATIC_ROOT).glob("staticfiles.json")
