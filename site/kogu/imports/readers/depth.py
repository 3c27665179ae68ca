"""Refuses what is nested too deeply, before any parser builds a tree of it."""

import re
from xml.parsers import expat

from kogu.imports import limits
from kogu.imports.refusal import Refusal

_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)([^<>]*)")
# Nobody has to close these, and a parser does it for them.
_UNCLOSED = frozenset(
    {
        *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param"),
        *("source", "track", "wbr", "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody"),
        *("tfoot", "colgroup", "option", "optgroup", "html", "head", "body"),
    }
)


def refuse_deep_markup(text: str) -> None:
    """HTML in which elements stand deeper in each other than anybody writes."""
    depth = 0
    for closing, name, rest in _TAG.findall(text):
        if name.lower() in _UNCLOSED or rest.endswith("/"):
            continue
        depth = max(depth - 1, 0) if closing else depth + 1
        if depth > limits.MAX_DEPTH:
            raise Refusal("too_deep")


def refuse_deep_xml(content: bytes) -> None:
    """The same of XML, counted while it streams by."""
    depth = 0

    def opened(_name, _attributes):
        nonlocal depth
        depth += 1
        if depth > limits.MAX_DEPTH:
            raise Refusal("too_deep")

    def closed(_name):
        nonlocal depth
        depth -= 1

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = opened, closed
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        raise Refusal("broken_document") from error
