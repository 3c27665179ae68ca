"""Funders' notices: who shows them is decided here, what they say by the directory."""

from collections.abc import Callable
from dataclasses import dataclass

_source: list[Callable] = []


@dataclass(frozen=True)
class Emblem:
    """A funder's mark; `src` is a public file, sizes are in pixels."""

    src: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True)
class Notice:
    """What a funder's rules in force say must stand on the page."""

    key: str
    statement: str
    disclaimer: str
    emblems: tuple[Emblem, ...]
    project_title: str = ""
    project_url: str = ""
    project_locale: str = ""


def from_source(fn):
    """Registers who knows the rules: `fn(project_keys, locale, placement) -> [Notice]`."""
    _source[:] = [fn]
    return fn


def for_projects(keys, locale, placement="page"):
    """Notices of the grants of these projects, each once, in the order of the projects."""
    if not keys or not _source:
        return ()
    notices = {notice.key: notice for notice in _source[0](keys, locale, placement)}
    return tuple(notices.values())
