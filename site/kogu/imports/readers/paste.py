"""Reads what was copied from Word or a web page, to be pasted into a story."""

import re
from unicodedata import normalize
from urllib.parse import parse_qs, urlsplit

from lxml.html import HtmlElement

from kogu.imports.errors import Refusal
from kogu.imports.readers import cleaning
from kogu.imports.readers.bullets import with_typed_lists
from kogu.imports.readers.web import lines_of, parsed, pictures_elsewhere
from kogu.imports.readers.word_lists import with_lists
from kogu.imports.source import Notice, Source

_NOTE_MARK = re.compile(r"\W{0,2}(?:\d{1,3}|[ivxlc]{1,6}|[a-z]|[*†‡])\W{0,2}", re.IGNORECASE)
_WEIGHT = re.compile(r"font-weight:\s*(bold|normal|\d+)", re.IGNORECASE)
_ITALIC = re.compile(r"font-style:\s*italic", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
# Google's documents and mails lead to other sites by way of this.
_RE = {"re": "http://exslt.org/regular-expressions"}
_REDIRECT = re.compile(r"https?://www\.google\.[a-z.]+/url\?", re.IGNORECASE)


def read_paste(text: str) -> Source:
    """Everything that was copied, for nothing stands around it; what was left out is reported."""
    if not text.strip():
        raise Refusal("empty")
    tree = parsed(text)
    _lead_directly(tree)  # before addresses are looked at
    _forget_local_pictures(tree)
    notices = [
        *cleaning.clean(tree),
        *_remove_note_marks(tree),
        *_links_within_a_site(tree),
        *pictures_elsewhere(tree),
    ]
    _mark_styles(tree)
    with_lists(tree)
    lines = with_typed_lists(lines_of(tree))
    if not lines and not notices:
        raise Refusal("empty")
    source = Source("paste", tuple(lines), notices=tuple(notices)).unified()
    if source.is_too_long:
        raise Refusal("too_long")
    return source


def _remove_note_marks(tree: HtmlElement) -> list[Notice]:
    """Links to notes and back lead nowhere in a story."""
    marks = []
    for link in tree.xpath(".//a[starts-with(@href, '#') or contains(@href, '#_ftn')]"):
        text = " ".join(normalize("NFKC", link.text_content()).split())
        if _NOTE_MARK.fullmatch(text):
            marks.append(text)
            link.drop_tree()
    return [Notice("note_marks_left_out", " · ".join(marks))] if marks else []


def _forget_local_pictures(tree: HtmlElement) -> None:
    """Temporary files of Word, and pictures in the markup, say nothing to whoever pastes."""
    for picture in tree.xpath(".//img[re:test(@src, '^(file|data|blob|cid):')]", namespaces=_RE):
        del picture.attrib["src"]


def _links_within_a_site(tree: HtmlElement) -> list[Notice]:
    """Links whose site is not known here; their words stay."""
    addresses = [link.get("href").strip() for link in tree.xpath(".//a[@href]")]
    lost = [one for one in addresses if one and not one.startswith("#") and not _SCHEME.match(one)]
    return [Notice("links_within_a_site", " · ".join(lost))] if lost else []


def _lead_directly(tree: HtmlElement) -> None:
    for link in tree.xpath(".//a[@href]"):
        if _REDIRECT.match(link.get("href")):
            query = parse_qs(urlsplit(link.get("href")).query)
            address = query.get("q", query.get("url", [""]))[0]
            if address and address.isprintable():  # what XML cannot hold stays encoded
                link.set("href", address)


def _mark_styles(tree: HtmlElement) -> None:
    """Bold and italic as elements; some editors say them by styles, and wrap all in a light <b>."""
    for element in list(tree.iter("b", "strong", "span")):
        style = element.get("style") or ""
        weight = _WEIGHT.search(style)
        is_bold = weight and (weight[1].lower() == "bold" or weight[1] in {"600", "700", "800"})
        if element.tag == "span" and is_bold:
            element.tag = "strong"
        elif element.tag == "span" and _ITALIC.search(style):
            element.tag = "em"
        elif element.tag != "span" and weight and not is_bold:
            element.tag = "span"
