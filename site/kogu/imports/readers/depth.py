"""Refuses what is nested too deeply, before any parser builds a tree of it."""

from xml.parsers import expat

from lxml import etree

from kogu.imports import limits
from kogu.imports.errors import Refusal


class _Depth:
    """How deep elements stand in each other, as the parser of the tree will see them."""

    def __init__(self):
        self.depth = 0

    def start(self, _tag, _attributes):
        """An element begins."""
        self.depth += 1
        if self.depth > limits.MAX_DEPTH:
            raise Refusal("too_deep")

    def end(self, _tag):
        """An element ends, whether it was closed or not."""
        self.depth -= 1

    def close(self):
        """Nothing is built."""


def refuse_deep_markup(text: str) -> None:
    """HTML in which elements stand deeper in each other than anybody writes."""
    parser = etree.HTMLParser(target=_Depth(), encoding="utf-8")
    try:
        etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.LxmlError as error:
        raise Refusal("broken_document") from error


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
