"""Presenters: frozen views of pages, from which HTML, feeds, JSON-LD and the API are made."""

from .chrome import Chrome, chrome
from .groups import Group
from .page import (
    ContactView,
    PagePresenter,
    PageView,
    present,
    present_many,
    presenter,
    presenter_of,
)
from .reading_relations import Relations

__all__ = [
    "Chrome",
    "ContactView",
    "Group",
    "PagePresenter",
    "PageView",
    "Relations",
    "chrome",
    "present",
    "present_many",
    "presenter",
    "presenter_of",
]
