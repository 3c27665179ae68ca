"""What an operator may have left out: system checks kogu.E010, E011 and kogu.W012."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.core.checks import Warning as CheckWarning
from django.core.files.storage import FileSystemStorage, storages


@register("kogu")
def check_processes(app_configs: Sequence[AppConfig] | None, **_kwargs: Any) -> list[CheckMessage]:
    """SQLite has one writer at a time, whose turns are given within one process."""
    if settings.KOGU_WEB_PROCESSES == 1 or "sqlite3" not in settings.DATABASES["default"]["ENGINE"]:
        return []
    hint = (
        "Name PostgreSQL in DATABASE_URL. SQLite serves from one process, with WEB_THREADS threads."
    )
    return [Error("WEB_PROCESSES above 1 needs PostgreSQL.", hint, id="kogu.E010")]


@register("kogu")
def check_folders(app_configs: Sequence[AppConfig] | None, **_kwargs: Any) -> list[CheckMessage]:
    """Media in files, not in a bucket, lie below DATA_DIR in folders made when first needed."""
    kept = [storages[alias] for alias in ("default", "public")]
    folders = [Path(one.location) for one in kept if isinstance(one, FileSystemStorage)]
    hint = "Let the user that Kogu runs as write there, or name another folder in DATA_DIR."
    return [
        Error(f"{folder} cannot be written.", hint, id="kogu.E011")
        for folder in folders
        if not _may_be_made(folder)
    ]


def _may_be_made(folder: Path) -> bool:
    """Whether files may be written in the folder, or in that above it which exists already.

    What lies in a folder that may not be entered counts as missing; `Path.exists` would raise.
    """
    nearest = next(one for one in (folder, *folder.parents) if os.path.exists(one))
    return nearest.is_dir() and os.access(nearest, os.W_OK | os.X_OK)


@register("kogu")
def check_catalogues(app_configs: Sequence[AppConfig] | None, **_kwargs: Any) -> list[CheckMessage]:
    """A language of the site without messages is shown in English around its pages."""
    ours = settings.LOCALE_PATHS[:1]
    hint = "Run `make install`, which compiles the messages, or translate them for this language."
    return [
        CheckWarning(f"LANGUAGES names {code!r}, which has no messages.", hint, id="kogu.W012")
        for code, _name in settings.LANGUAGES
        for folder in ours
        if code != "en" and not (Path(folder) / code / "LC_MESSAGES" / "django.mo").exists()
    ]
