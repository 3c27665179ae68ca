"""Which resource serves which kind of items, and the API's addresses of both."""

from typing import Any
from uuid import UUID

from kogu.content.site_urls import absolute

INDEX = "_index"
# Filled as resources are registered: the name of the resource by kind.
served_by: dict[str, str] = {}


def api_url(kind: str, key: UUID, locale: str) -> str | None:
    """The full address of an item in the API, in a language; None where no resource serves it."""
    name = served_by.get(kind)
    return str(absolute(f"/api/v1/{name}/{key}?locale={locale}")) if name else None


def listed_by(section: Any) -> str | None:
    """Where the API lists what stands in a section, in its language; None for other pages."""
    name = served_by.get(section.kind.removesuffix(INDEX))
    if name is None or not section.kind.endswith(INDEX):
        return None
    return str(absolute(f"/api/v1/{name}?locale={section.locale}"))
