"""Takes out of a foreign page what runs, what tracks, and what is not its content."""

import re
from collections.abc import Callable, Iterator

import nh3
from lxml import etree
from lxml.html import HtmlElement

from kogu.imports.readers.boilerplate import is_boilerplate, is_margin
from kogu.imports.readers.hidden_text import Styles
from kogu.imports.source import Notice

_RUNS = {"script": "script_removed", "template": "", "style": "", "link": "", "head": ""}
_FRAMES = {"iframe", "frame", "frameset", "object", "embed", "applet", "portal"}
_SCHEME = re.compile(r"^([a-z][a-z0-9+.-]*):", re.IGNORECASE)
SHOWN_TAGS = {
    "h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "li", "blockquote", "strong", "em", "b",
    "i", "a", "br", "table", "thead", "tbody", "tr", "td", "th", "dl", "dt", "dd", "pre", "hr",
    "sup", "sub", "figcaption", "div", "section", "article", "header", "footer", "nav", "main",
}  # fmt: skip
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_EMAIL = re.compile(r"[^\W_][\w.+-]*@[\w-]+(?:\.[\w-]+)+")
INLINE_TAGS = {"a", "strong", "em", "sup", "sub"}


def sanitised(html: str) -> str:
    """The page as it may be shown in a scriptless frame: no pictures, no styles."""
    return nh3.clean(
        html,
        tags=SHOWN_TAGS,
        clean_content_tags={"script", "style", "title"},
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto", "tel"},
        strip_comments=True,
    )


def sanitised_inline(html: str) -> str:
    """The markup that may stand inside a paragraph."""
    return nh3.clean(
        html,
        tags=INLINE_TAGS,
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
    )


def clean(root: HtmlElement) -> list[Notice]:
    """Remove in place what runs and what is not shown; say what, and why."""
    styles = Styles(root)
    notices = [*_remove_running(root), *_remove_handlers(root)]
    _raise_digits(root)
    _turn_reversed(root, styles)
    struck = _remove(root, styles.strikes)
    hidden = _remove(root, styles.hides)
    return [*notices, *_notices("struck_left_out", struck), *_notices("hidden_left_out", hidden)]


def remove_boilerplate(root: HtmlElement) -> tuple[list[Notice], list[HtmlElement]]:
    """Remove in place what stands around the content; say what.

    Footers and sidebars that hold an e-mail address come back, to be searched for contacts.
    """
    length = len("".join(root.text_content().split()))
    margins = []
    for element in _unwanted(root, lambda one: is_margin(one, length)):
        if _EMAIL.search(element.text_content()):
            margins.append(element)
            _drop(element)
    removed = _remove(root, lambda one: is_boilerplate(one, length))
    silent = _remove(root, lambda one: _is_silent(one, length))
    notices = [*_notices("navigation_removed", removed), *_notices("hidden_left_out", silent)]
    return notices, margins


def _notices(code: str, texts: list[str]) -> list[Notice]:
    return [Notice(code, " · ".join(texts))] if texts else []


def _unwanted(
    root: HtmlElement, is_unwanted: Callable[[HtmlElement], bool]
) -> Iterator[HtmlElement]:
    """Such elements; what goes together with one of them is passed over."""
    for element in list(root.iter(etree.Element)):
        if element is root or element.getparent() is None or _is_gone(element, root):
            continue
        if is_unwanted(element):
            yield element


def _remove(root: HtmlElement, is_unwanted: Callable[[HtmlElement], bool]) -> list[str]:
    """Take such elements out; the words that were in them."""
    texts = []
    for element in _unwanted(root, is_unwanted):
        texts.append(" ".join(words_of(element).split()))
        _drop(element)
    return [text for text in texts if text]


def _is_gone(element: HtmlElement, root: HtmlElement) -> bool:
    """Whether it went together with something that held it."""
    return next(element.iterancestors(root.tag), None) is not root


def words_of(element: HtmlElement) -> str:
    """The element's words and those said of its pictures; none run into each other."""
    texts = []
    for event, one in etree.iterwalk(element, events=("start", "end")):
        if not isinstance(one.tag, str):
            continue
        if event == "start":
            texts += [one.text, one.get("alt") if one.tag == "img" else ""]
        elif one is not element:
            texts.append(one.tail)
    return " ".join(text for text in texts if text and text.strip())


def _is_silent(element: HtmlElement, length: int) -> bool:
    """What is kept from screen readers is decoration, unless it is most of the page."""
    is_kept_from = element.get("aria-hidden") == "true"
    return is_kept_from and len("".join(element.text_content().split())) <= length / 2


def _raise_digits(root: HtmlElement) -> None:
    """Write digits above the line as such, so that none joins the number before it."""
    for element in list(root.iter("sup")):
        text = element.text_content().strip()
        if re.fullmatch(r"\d{1,3}\)?", text) and element.getparent() is not None:
            for child in list(element):
                element.remove(child)
            element.text = text.rstrip(")").translate(_RAISED)
            element.drop_tag()


def _turn_reversed(root: HtmlElement, styles: Styles) -> None:
    """Write words as they are shown that were typed backwards, to hide addresses from machines."""
    for element in [one for one in root.iter(etree.Element) if styles.reverses(one)]:
        if not len(element):
            element.text = (element.text or "")[::-1]


def _remove_running(root: HtmlElement) -> Iterator[Notice]:
    for element in list(root.iter()):
        if not isinstance(element.tag, str):
            _drop(element)
        elif element.tag in _RUNS:
            if _RUNS[element.tag]:
                yield Notice(_RUNS[element.tag], _excerpt(element))
            _drop(element)
        elif element.tag in _FRAMES:
            address = element.get("src") or element.get("data") or ""
            yield Notice(
                "frame_removed", f"{address} {' '.join(words_of(element).split())}".strip()
            )
            _drop(element)


def _remove_handlers(root: HtmlElement) -> Iterator[Notice]:
    for element in root.iter():
        for name, value in list(element.attrib.items()):
            if name.lower().startswith("on"):
                yield Notice("event_handler_removed", f"{name}={value[:120]}")
                del element.attrib[name]
            elif name.lower() in ("href", "src", "action") and not _is_safe(value):
                yield Notice("link_removed", value[:120])
                del element.attrib[name]


def _is_safe(address: str) -> bool:
    scheme = _SCHEME.match(re.sub(r"[\x00-\x20]+", "", address))
    return not scheme or scheme[1].lower() in ("http", "https", "mailto", "tel")


def _excerpt(element: HtmlElement) -> str:
    return re.sub(r"\s+", " ", element.get("src") or element.text or "").strip()[:120]


def _drop(element: HtmlElement) -> None:
    """Remove the element, never the text that follows it."""
    if element.getparent() is not None:
        element.drop_tree()
