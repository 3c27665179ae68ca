"""The views that answer for pages: registered by `kogu.web`, which renders them."""

from collections.abc import Callable

_views: dict[str, Callable] = {}


def register_page_views(answer: Callable, preview: Callable):
    """Registers the views for published pages and for drafts, both `fn(request, page)`."""
    _views.update(answer=answer, preview=preview)


def answer(request, page):
    """The published page as an HTTP response."""
    return _views["answer"](request, page)


def preview(request, page):
    """The draft as an HTTP response, as a visitor would see it."""
    return _views["preview"](request, page)
