"""Presenters of the home page, information pages and news."""

from . import accessibility, home, news

__all__ = ["accessibility", "home", "news"]
