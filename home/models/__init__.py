"""Home page, information pages, news, accessibility statement."""

from .accessibility import AccessibilityException, AccessibilityStatementPage
from .home import HomePage, InformationPage
from .news import NewsIndexPage, NewsPage

__all__ = [
    "AccessibilityException",
    "AccessibilityStatementPage",
    "HomePage",
    "InformationPage",
    "NewsIndexPage",
    "NewsPage",
]
