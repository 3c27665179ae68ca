"""Rich text as readers get it: links resolved from what was found, HTML sanitised."""

import re
from html import unescape

import nh3
from django.utils.html import escape

from kogu.content.site_urls import safe_url
from kogu.delivery.row_ids import ROW_ID
from kogu.media.documents import document_id_in, document_ids_in, without_documents

ALLOWED = {
    "p": set(),
    "br": set(),
    "b": set(),
    "strong": set(),
    "i": set(),
    "em": set(),
    "ul": set(),
    "ol": {"start"},
    "li": set(),
    "a": {"href", "hreflang", "lang"},
    "span": {"lang"},
    "sub": set(),
    "sup": set(),
    "h2": set(),
    "h3": set(),
    "h4": set(),
    "blockquote": set(),
}
_CLEANER = nh3.Cleaner(
    tags=set(ALLOWED),
    attributes={tag: names for tag, names in ALLOWED.items() if names},
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel=None,
)
_LINK = re.compile(r"<a\b([^>]*)>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')


def _links(html):
    for match in _LINK.finditer(html):
        yield dict(_ATTRIBUTE.findall(match.group(1)))


def collect(html, needs):
    """Note the pages and documents the text links to."""
    for link in _links(html or ""):
        if (page_id := _page_id(link)) is not None:
            needs.page_ids.add(page_id)
        if (document_id := _document_id(link)) is not None:
            needs.document_ids.add(document_id)
    needs.document_ids |= document_ids_in(unescape(html or ""))


def render(html, resolved):
    """Sanitised HTML; a link whose target is not public keeps its words only."""

    def opening(match):
        link = dict(_ATTRIBUTE.findall(match.group(1)))
        href = _address(link, resolved)
        href = href if href.startswith("#") else safe_url(href)
        return f'<a href="{escape(href)}">' if href else "<a>"

    shown = sanitise(_LINK.sub(opening, html or ""))
    return without_documents(shown, is_public=lambda pk: resolved.document(pk) is not None)


def _address(link, resolved):
    if (page_id := _page_id(link)) is not None:
        return resolved.page_url(page_id)
    if (document_id := _document_id(link)) is not None:
        document = resolved.document(document_id)
        return document.url if document else ""
    return "" if "linktype" in link else _href(link)


def _page_id(link):
    return _chosen(link, "page")


def _document_id(link):
    """The document a link leads to: one that was chosen, or one by its address on this site."""
    return _chosen(link, "document") or document_id_in(_href(link))


def _chosen(link, linktype):
    is_one = link.get("linktype") == linktype and ROW_ID.fullmatch(link.get("id", ""))
    return int(link["id"]) if is_one else None


def _href(link):
    return unescape(link.get("href", ""))


def sanitise(html):
    """Only the elements and attributes that a story may hold."""
    return _CLEANER.clean(html)


def plain_text(html):
    """The words alone, with spaces where elements ended."""
    spaced = re.sub(r"</(p|li|h[2-6]|blockquote)>|<br\s*/?>", " ", html or "")
    return re.sub(r"\s+", " ", without_documents(nh3.clean(spaced, tags=set()))).strip()
