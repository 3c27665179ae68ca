"""Tells what stands around the content of a web page: menus, notices, tags, comments."""

import re

from lxml.html import HtmlElement

_SURROUND = {"nav", "footer", "aside"}
_CONTROLS = {
    "button", "select", "input", "textarea", "dialog", "svg", "math", "canvas", "audio", "video",
    "map", "menu",
}  # fmt: skip
_ROLES = {"navigation", "banner", "contentinfo", "search", "complementary", "dialog", "alertdialog"}
_CONTENT = {"html", "body", "main", "article", "h1"}
_PREFIX = r"(?:(?:site|main|top|primary|secondary|mobile|header|footer|page|post|entry)[-_]?)?"
_SUFFIX = r"(?:[-_]?(?:bar|wrap|wrapper|container|list|links?|items?|box|area|inner|block))?"
# Names that need no other evidence.
_SURE = re.compile(
    rf"{_PREFIX}(?:footer|sidebar|copyright|masthead|skip|skip-link|breadcrumbs?|respond"
    rf"|comments?|comment-list|visually-hidden|sr-only|screen-reader-text|widget-area){_SUFFIX}"
)
# Names that content may have as well: believed of what consists of links.
_LINKS = re.compile(
    rf"{_PREFIX}(?:nav|navbar|navigation|menu|submenu|mainmenu|share|sharing|social|pagination"
    rf"|pager|related|lang|languages?|language-switcher|search|widget|topbar|toolbar|tags?"
    rf"|header|adverts?|advertisement|banner|newsletter|categor(?:y|ies)|meta){_SUFFIX}"
)
# And of what asks the reader to press something.
_NOTICES = re.compile(
    r"(?:[\w-]*[-_])?(?:cookies?|consent|gdpr|popup|modal|newsletter)(?:[-_][\w-]*)?"
)
# What stands below or beside the content, and may say whom to ask.
_MARGINS = re.compile(rf"{_PREFIX}(?:footer|sidebar|widget-area){_SUFFIX}")
_MARGIN_TAGS, _MARGIN_ROLES = {"footer", "aside"}, {"contentinfo", "complementary"}
_LONGEST_NOTICE = 1200
_MOSTLY, _ALL_BUT = 0.5, 0.8


def is_boilerplate(element: HtmlElement, words_of_page: int) -> bool:
    """Whether the element is no content; what holds most of the page's words always is."""
    if element.tag in _CONTROLS:
        return True
    if element.tag in _CONTENT or _is_main(element, words_of_page):
        return False
    if element.tag == "footer" and element.getparent().tag == "blockquote":
        return False
    if element.tag in _SURROUND or element.get("role") in _ROLES or _is_site_header(element):
        return True
    return not element.xpath(".//h1|.//main|.//article") and _is_called_so(element)


def is_margin(element: HtmlElement, words_of_page: int) -> bool:
    """Whether the element is a footer or a sidebar."""
    is_called_so = any(_MARGINS.fullmatch(name) for name in _names(element))
    is_one = element.tag in _MARGIN_TAGS or element.get("role") in _MARGIN_ROLES or is_called_so
    return is_one and is_boilerplate(element, words_of_page)


def _is_main(element: HtmlElement, words_of_page: int) -> bool:
    has_main = bool(element.xpath(".//main"))
    return has_main or _length(element.text_content()) > words_of_page * _MOSTLY


def _is_site_header(element: HtmlElement) -> bool:
    return element.tag == "header" and not _is_inside_content(element)


def _is_inside_content(element: HtmlElement) -> bool:
    return any(above.tag in ("main", "article") for above in element.iterancestors())


def _is_called_so(element: HtmlElement) -> bool:
    """Whether one of its names says so, whole, and what is in it fits the name."""
    names = _names(element)
    if any(_SURE.fullmatch(name) for name in names):
        return True
    if any(_LINKS.fullmatch(name) for name in names):
        least = _ALL_BUT if _is_inside_content(element) else _MOSTLY
        return _share_of_links(element) >= least
    return any(_NOTICES.fullmatch(name) for name in names) and _asks_to_press(element)


def _names(element: HtmlElement) -> list[str]:
    if element.tag in ("p", "h2", "h3", "h4", "h5", "h6", "a", "strong", "em"):
        return []
    return f"{element.get('class') or ''} {element.get('id') or ''}".lower().split()


def _share_of_links(element: HtmlElement) -> float:
    linked = sum(_length(one.text_content()) for one in element.xpath(".//a|.//button|.//option"))
    return linked / max(_length(element.text_content()), 1)


def _asks_to_press(element: HtmlElement) -> bool:
    is_short = _length(element.text_content()) <= _LONGEST_NOTICE
    return is_short and bool(element.xpath(".//button|.//input|.//a[@role='button' or @href='#']"))


def _length(text: str) -> int:
    return len("".join(text.split()))
