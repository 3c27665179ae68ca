"""Which release answers: a new template or style makes every stored answer old."""

import hashlib
import secrets
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings

_OURS = {"kogu", "home", "events", "directory", "search"}


def release() -> str:
    """The same on every machine that runs the same code; while developing, new each time."""
    return secrets.token_hex(4) if settings.DEBUG else _digest()


@cache
def _digest() -> str:
    return _digest_of(_files()).hexdigest()[:16]


@cache
def code_number() -> int:
    """Another one for other code, whatever its templates are; the database can keep it."""
    return int.from_bytes(_digest_of(_code()).digest()[:7])


def _digest_of(files: Iterable[Path]) -> "hashlib._Hash":
    digest = hashlib.sha256()
    for file in sorted(files):
        digest.update(file.name.encode() + file.read_bytes())
    return digest


def _code() -> Iterator[Path]:
    for app in apps.get_app_configs():
        # A library's release is told by ours, which pins it.
        if app.name.partition(".")[0] in _OURS:
            yield from Path(app.path).rglob("*.py")


def _files() -> Iterator[Path]:
    """Our code, templates and translations, and the names of our style sheets."""
    yield from _code()
    engines: list[dict[str, Any]] = settings.TEMPLATES
    for engine in engines:
        for folder in engine["DIRS"]:
            yield from (file for file in Path(folder).rglob("*") if file.is_file())
    for folder in settings.LOCALE_PATHS:
        yield from Path(folder).rglob("*.mo")
    yield from Path(settings.STATIC_ROOT).glob("staticfiles.json")
