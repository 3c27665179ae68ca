"""What readers get of the front door's pages."""

from . import accessibility, home, news

__all__ = ["accessibility", "home", "news"]
