"""Lists in pages that Word saved: paragraphs with a typed mark and a style that says how deep."""

import re

from lxml import html
from lxml.html import HtmlElement

_STYLE = re.compile(r"mso-list:\s*l(?P<list>\d+)\s+level(?P<level>\d+)", re.IGNORECASE)
# Word's own bullets are letters of its picture fonts: · o § and others.
_BULLETS = "o\u00a7\u00d8vu\u00fcqln\u00d2"
_MARK = re.compile(
    rf"\s*(?:(?P<number>\(?(?:\d{{1,3}}|[a-z]{{1,4}})[.)])|[^\w\s]{{1,2}}|[{_BULLETS}])\s*"
)
_DEEPEST = 6


def with_lists(root: HtmlElement) -> None:
    """Turn such paragraphs into lists, without their marks."""
    paragraphs = root.xpath(".//p[contains(@style, 'mso-list')]")
    listed = [one for one in paragraphs if _STYLE.search(one.get("style"))]
    runs: list[list[HtmlElement]] = []
    for one in listed:
        if runs and one.getprevious() is runs[-1][-1]:
            runs[-1].append(one)
        else:
            runs.append([one])
    for run in runs:
        _make_list(run)


def _make_list(run: list[HtmlElement]) -> None:
    """One list, with lists in it where the level is deeper."""
    open_lists: list[HtmlElement] = []
    place = run[0]
    for paragraph in run:
        level = min(int(_STYLE.search(paragraph.get("style"))["level"]), _DEEPEST)
        tag = "ol" if _without_mark(paragraph) else "ul"
        while len(open_lists) > level or (len(open_lists) == level and open_lists[-1].tag != tag):
            open_lists.pop()
        if not open_lists or len(open_lists) < level:
            made = html.Element(tag)
            _put(made, open_lists, place)
            open_lists.append(made)
        place = open_lists[0]
        item = html.Element("li")
        item.text = paragraph.text
        item.extend(paragraph)
        open_lists[-1].append(item)
        paragraph.drop_tree()


def _put(made: HtmlElement, open_lists: list[HtmlElement], place: HtmlElement) -> None:
    if open_lists and len(open_lists[-1]):
        open_lists[-1][-1].append(made)
    elif place.tag == "p":
        place.addprevious(made)
    else:
        place.addnext(made)


def _without_mark(paragraph: HtmlElement) -> bool:
    """Take the typed mark out of a paragraph; whether it was a number."""
    ignored = paragraph.xpath(".//*[contains(translate(@style, 'I ', 'i'), 'mso-list:ignore')]")
    marks = ignored[:1] or [one for one in paragraph[:1] if one.tag in ("span", "b", "strong")]
    for mark in marks:
        found = _MARK.fullmatch(mark.text_content().replace("\xa0", " "))
        if found and (ignored or not (paragraph.text or "").strip()):
            mark.drop_tree()
            return bool(found["number"])
    return False
