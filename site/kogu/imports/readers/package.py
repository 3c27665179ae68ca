"""A Word package: its parts, found through their relations and never by their names."""

import posixpath
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from kogu.imports.errors import Refusal
from kogu.imports.readers.depth import refuse_deep_xml

_BASE = b"http://schemas.openxmlformats.org/"
# The strict form of the format says the same under other names.
_STRICT = tuple(
    (b"http://purl.oclc.org/ooxml/" + kind + b"/", _BASE + kind + b"/2006/")
    for kind in (b"officeDocument", b"wordprocessingml", b"drawingml")
)
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)


@dataclass(frozen=True)
class Relation:
    """What a part points at: another part, or an address."""

    kind: str
    target: str
    is_external: bool


class Package:
    """The parts of a Word file, in the transitional form."""

    def __init__(self, parts: dict[str, bytes]) -> None:
        self.parts = {name.lstrip("/"): _transitional(part) for name, part in parts.items()}
        self._names = {name.lower(): name for name in self.parts}

    @cached_property
    def main(self) -> str:
        """The part that holds the document."""
        found = self.related("", "officeDocument")
        if not found and "word/document.xml" in self.parts:
            return "word/document.xml"
        if not found or self.tree(found[0]).tag != f"{{{W}}}document":
            raise Refusal("not_a_document")
        return found[0]

    def relations(self, part: str) -> dict[str, Relation]:
        """What a part is related to, by identifier; the package's own for no part."""
        folder, name = posixpath.split(part)
        path = self._names.get(posixpath.join(folder, "_rels", f"{name}.rels").lower())
        if path is None:
            return {}
        found = {}
        for one in self.tree(path).iterchildren("{*}Relationship"):
            is_external = (one.get("TargetMode") or "").lower() == "external"
            target = one.get("Target") or ""
            kind = (one.get("Type") or "").rstrip("/").rsplit("/", 1)[-1]
            if not is_external:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
                target = self._names.get(target.lower(), target)
            found[one.get("Id") or ""] = Relation(kind, target, is_external)
        return found

    def related(self, part: str, kind: str) -> list[str]:
        """The parts of one kind that a part is related to and that are there."""
        relations = self.relations(part).values()
        targets = [one.target for one in relations if one.kind == kind and not one.is_external]
        return [target for target in dict.fromkeys(targets) if target in self.parts]

    def tree(self, name: str) -> etree._Element:
        """The root of a part."""
        content = self.parts[name]
        refuse_deep_xml(content)
        try:
            return etree.fromstring(content, _PARSER)
        except etree.XMLSyntaxError as error:
            raise Refusal("broken_document") from error


def _transitional(part: bytes) -> bytes:
    for strict, plain in _STRICT:
        part = part.replace(strict, plain)
    return part
