"""What a web page says about itself to machines."""

import json
from collections.abc import Iterator

from lxml.html import HtmlElement

_META = {
    "title": ("og:title", "twitter:title"),
    "date": ("article:published_time", "date", "dc.date", "dcterms.created", "datepublished"),
    "author": ("author", "article:author"),
}
_LONGEST, _DEEPEST = 200_000, 12


def metadata(tree: HtmlElement) -> dict[str, str]:
    """Title, day and author, empty where it does not say them."""
    about = {key: _meta(tree, names) for key, names in _META.items()}
    about["date"] = about["date"] or _linked_date(tree)
    return about


def _meta(tree: HtmlElement, names: tuple[str, ...]) -> str:
    for element in tree.xpath(".//meta|.//*[@itemprop='datePublished']"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        said = element.get("content") or element.get("datetime") or ""
        if name.lower() in names and said.strip():
            return " ".join(said.split())
    return ""


def _linked_date(tree: HtmlElement) -> str:
    """When the event that the page is about begins, else when it was published (JSON-LD)."""
    items = [
        item
        for script in tree.xpath(".//script[@type='application/ld+json']")
        for item in _items(_parsed(script.text or ""))
    ]
    for key in ("startDate", "datePublished"):
        for item in items:
            is_event = str(item.get("@type")).endswith("Event")
            if isinstance(item.get(key), str) and is_event == (key == "startDate"):
                return item[key]
    return ""


def _parsed(text: str):
    try:
        return json.loads(text) if len(text) <= _LONGEST else None
    except (ValueError, RecursionError):
        return None


def _items(value, depth: int = 0) -> Iterator[dict]:
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        yield value
        value = [value.get("@graph"), value.get("mainEntity")]
    for one in value if isinstance(value, list) else ():
        yield from _items(one, depth + 1)
