"""Takes out of a foreign page what runs, what tracks, and what is not its content."""

import re
from collections.abc import Iterator

import nh3
from lxml.html import HtmlElement

from kogu.imports.source import Notice

_RUNS = {"script": "script_removed", "noscript": "", "template": "", "style": "", "link": ""}
_FRAMES = {"iframe", "frame", "frameset", "object", "embed", "applet", "portal"}
_NEVER_CONTENT = {
    "nav", "footer", "aside", "button", "select", "input", "textarea", "dialog", "svg", "math",
    "canvas", "audio", "video", "map", "head", "menu",
}  # fmt: skip
_ROLES = {"navigation", "banner", "contentinfo", "search", "complementary", "dialog", "alertdialog"}
_CHROME = re.compile(
    r"(?:^|[-_\s])(?:cookies?|cookie\w*|consent|gdpr|nav|navbar|navigation|menu|submenu|mainmenu"
    r"|breadcrumbs?|footer|sidebar|share|sharing|social|skip|skip-link|pagination|pager|comments?"
    r"|newsletter|related|popup|modal|lang|languages?|language-switcher|search|widget|copyright"
    r"|site-header|masthead|topbar|toolbar|tags?|advert\w*|banner|visually-hidden|sr-only)"
    r"(?:$|[-_\s])",
    re.IGNORECASE,
)
_ALWAYS_CHROME = re.compile(r"cookie|consent|gdpr|breadcrumb|menu|navbar", re.IGNORECASE)
_SCHEME = re.compile(r"^([a-z][a-z0-9+.-]*):", re.IGNORECASE)
SHOWN_TAGS = {
    "h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "li", "blockquote", "strong", "em", "b",
    "i", "a", "br", "table", "thead", "tbody", "tr", "td", "th", "dl", "dt", "dd", "pre", "hr",
    "sup", "sub", "figcaption", "div", "section", "article", "header", "footer", "nav", "main",
}  # fmt: skip
INLINE_TAGS = {"a", "strong", "em", "sup", "sub"}


def sanitised(html: str) -> str:
    """The page as it may be shown in a scriptless frame: no pictures, no styles."""
    return nh3.clean(
        html,
        tags=SHOWN_TAGS,
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
    """Remove in place everything that is not content; say what was dangerous."""
    notices = [*_remove_running(root), *_remove_handlers(root)]
    if _remove_chrome(root):
        notices.append(Notice("navigation_removed"))
    return notices


def _remove_running(root: HtmlElement) -> Iterator[Notice]:
    for element in list(root.iter()):
        if not isinstance(element.tag, str):
            _drop(element)
        elif element.tag in _RUNS:
            if _RUNS[element.tag]:
                yield Notice(_RUNS[element.tag], _excerpt(element))
            _drop(element)
        elif element.tag in _FRAMES:
            yield Notice("frame_removed", element.get("src") or element.get("data") or "")
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


def _remove_chrome(root: HtmlElement) -> bool:
    removed = False
    for element in list(root.iter()):
        if element is not root and element.getparent() is not None and _is_chrome(element):
            removed = removed or bool(element.text_content().strip())
            _drop(element)
    return removed


def _is_chrome(element: HtmlElement) -> bool:
    if element.tag == "footer" and element.getparent().tag == "blockquote":
        return False
    if element.tag in _NEVER_CONTENT or element.get("role") in _ROLES or _is_hidden(element):
        return True
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    if element.tag in ("html", "body", "main", "article", "h1") or not _CHROME.search(names):
        return False
    return bool(_ALWAYS_CHROME.search(names)) or not element.xpath(".//h1|.//main|.//article")


def _is_hidden(element: HtmlElement) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return (
        "hidden" in element.attrib
        or element.get("aria-hidden") == "true"
        or "display:none" in style
        or "visibility:hidden" in style
    )


def _is_safe(address: str) -> bool:
    scheme = _SCHEME.match(re.sub(r"[\x00-\x20]+", "", address))
    return not scheme or scheme[1].lower() in ("http", "https", "mailto", "tel")


def _excerpt(element: HtmlElement) -> str:
    return re.sub(r"\s+", " ", element.get("src") or element.text or "").strip()[:120]


def _drop(element: HtmlElement) -> None:
    """Remove the element, never the text that follows it."""
    if element.getparent() is not None:
        element.drop_tree()
