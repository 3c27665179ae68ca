"""Presenters: frozen views of pages, from which HTML, feeds, JSON-LD and the API are made."""

from .chrome import Chrome, chrome, chrome_around
from .groups import Group
from .page import PagePresenter, present, present_many, presenter, presenter_of
from .reading_relations import Relations
from .repeats import without_repeats
from .views import ContactView, PageView

__all__ = [
    "Chrome",
    "ContactView",
    "Group",
    "PagePresenter",
    "PageView",
    "Relations",
    "chrome",
    "chrome_around",
    "present",
    "present_many",
    "presenter",
    "presenter_of",
    "without_repeats",
]
