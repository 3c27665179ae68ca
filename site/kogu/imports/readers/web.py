"""Reads an HTML page: its content, without what stands around it."""

import re
from dataclasses import replace

from lxml import etree, html
from lxml.html import HtmlElement

from kogu.imports.errors import Refusal
from kogu.imports.readers import cleaning
from kogu.imports.readers.bullets import with_typed_lists
from kogu.imports.readers.cloudflare_emails import decode_emails, has_encoded_emails
from kogu.imports.readers.depth import refuse_deep_markup
from kogu.imports.readers.encoding import declared_in, decode
from kogu.imports.readers.line_extractor import PICTURE, LineExtractor
from kogu.imports.readers.metadata import metadata
from kogu.imports.readers.word_lists import with_lists
from kogu.imports.source import Line, Notice, Source
from kogu.language.moments import local_day

_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_MARKUP = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|main"
    rb"|div|section|h1|p|table)\b",
    re.IGNORECASE | re.DOTALL,
)
_CONTENT_NAMES = (
    "entry-content", "post-content", "article-content", "article-body", "page-content",
    "field-name-body", "content", "main-content", "main",
)  # fmt: skip


def looks_like_html(data: bytes) -> bool:
    return bool(_MARKUP.match(data[:4000].lstrip(b"\xef\xbb\xbf")))


def read_web(data: bytes, charset: str = "") -> Source:
    """A page; what a mail says of its encoding comes before what the page says of itself."""
    text = decode(data, charset or declared_in(data))
    return read_fragment(text, "html")


def read_fragment(text: str, name: str) -> Source:
    """Lines of a page or piece of HTML, what it says about itself, and what was removed."""
    text = _XML_DECLARATION.sub("", text)
    if not text.strip():
        raise Refusal("empty")
    tree = parsed(text)
    if has_encoded_emails(text):
        decode_emails(tree)
        text = html.tostring(tree, encoding="unicode")
    about = metadata(tree)
    title = about["title"] or _text(tree.find(".//title"))
    header_title = _text(tree.find(".//header//h1"))
    # Of the tree: another parser might see other elements in the text.
    original_html = cleaning.sanitised(html.tostring(tree, encoding="unicode"))
    notices = cleaning.clean(tree)
    removed, margins = cleaning.remove_boilerplate(tree)
    notices += removed
    with_lists(tree)
    root = _content(tree)
    notices += [*_outside(tree, root), *pictures_elsewhere(root)]
    date = local_day(about["date"] or _time(root))
    lines = with_typed_lists(_without_menu(lines_of(root), notices))
    for margin in margins:
        lines += [replace(line, kind="paragraph", in_header=True) for line in lines_of(margin)]
    return Source(
        name,
        tuple(lines),
        title=_title(title, header_title, lines),
        language=(tree.get("lang") or "")[:2].lower(),
        date=date,
        author=about["author"],
        notices=tuple(notices),
        original_html=original_html,
    )


def parsed(text: str) -> HtmlElement:
    """The tree of a page; refuses what is too deep, or none."""
    refuse_deep_markup(text)
    try:
        return html.document_fromstring(text)
    except (etree.ParserError, ValueError) as error:
        raise Refusal("broken_document") from error


def lines_of(root: HtmlElement) -> list[Line]:
    """What stands in the element, line by line."""
    extractor = LineExtractor()
    extractor.walk(root)
    return [line.unified() for line in extractor.finish()]


def pictures_elsewhere(root: HtmlElement) -> list[Notice]:
    """Pictures that the file does not bring along: how many, and what is said of them."""
    pictures = [one for one in root.iter("img") if not (one.get("src") or "").startswith(PICTURE)]
    texts = [" ".join((one.get("alt") or "").split()) for one in pictures]
    said = " · ".join(filter(None, texts))
    text = f"{len(pictures)}: {said}" if said else str(len(pictures))
    return [Notice("pictures_left_out", text)] if pictures else []


def _text(element: HtmlElement | None) -> str:
    return "" if element is None else " ".join(element.text_content().split())


def _time(root: HtmlElement) -> str:
    for element in root.iter("time"):
        if element.get("datetime"):
            return element.get("datetime")
    return ""


def _content(tree: HtmlElement) -> HtmlElement:
    """The element that holds the content: the main one, else the fullest likely one."""
    body = tree.find("body") if tree.find("body") is not None else tree
    whole = max(len(_text(body)), 1)
    places = [*body.iter("main"), *body.xpath(".//*[@role='main']")]
    articles = list(body.iter("article"))
    if len(articles) == 1:
        places.append(articles[0])
    for name in _CONTENT_NAMES:
        places += body.xpath(
            f".//div[@id='{name}' or contains(concat(' ', @class, ' '), ' {name} ')]"
        )
    for place in places:
        if len(_text(place)) >= whole * 0.4:
            return place
    return body


def _outside(tree: HtmlElement, root: HtmlElement) -> list[Notice]:
    """What stands beside the content on its page."""
    texts = []
    places = etree.iterwalk(tree, events=("start", "end"))
    for event, element in places:
        if element is root and event == "start":
            places.skip_subtree()
        else:
            text = element.text if event == "start" else element.tail
            alt = element.get("alt") if event == "start" and element.tag == "img" else ""
            texts += [" ".join((one or "").split()) for one in (alt, text)]
    text = " · ".join(filter(None, texts))
    return [Notice("navigation_removed", text)] if text else []


def _without_menu(lines: list[Line], notices: list[Notice]) -> list[Line]:
    """Leave out a list of bare links above everything else: it is a menu."""
    end = 0
    while end < len(lines) and _is_bare_link(lines[end]):
        end += 1
    if end < 3:
        return lines
    notices.append(Notice("navigation_removed", " · ".join(line.text for line in lines[:end])))
    return lines[end:]


def _is_bare_link(line: Line) -> bool:
    return (
        line.kind == "item"
        and len(line.text.split()) <= 4
        and bool(re.fullmatch(r"<a [^>]*>[^<]*</a>", line.html))
    )


def _title(title: str, header_title: str, lines: list[Line]) -> str:
    """What the page is called, if no heading of its content says so."""
    if any(line.kind == "heading" and line.level == 1 for line in lines):
        return ""
    if header_title and header_title in title:
        return header_title
    return re.split(r"\s+[|»·–—-]\s+|\s*::\s*", title)[0].strip()
