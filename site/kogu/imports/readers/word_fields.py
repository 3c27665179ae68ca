"""What a field computes is read; what tells it how is not, nor relations that lead nowhere."""

from lxml import etree

from kogu.imports.readers.package import Package, R
from kogu.imports.readers.word_hidden_text import w

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_V = "urn:schemas-microsoft-com:vml"


def remove_instructions(root: etree._Element) -> None:
    """Results of fields that stand within the instruction of another field are not shown."""
    open_fields: list[_Field] = []
    for element in list(root.iter(w("fldChar"), w("t"))):
        kind = element.get(w("fldCharType"))
        if kind == "begin":
            open_fields.append(_Field())
        elif element.tag == w("t"):
            for field in open_fields:
                field.read(element)
        elif open_fields:
            open_fields[-1].end_instruction()
            if kind == "end":
                open_fields.pop()


class _Field:
    """A field that has begun: what its instruction holds, up to where its result begins."""

    def __init__(self) -> None:
        self._instruction: list[etree._Element] = []
        self._is_result = False

    def read(self, text: etree._Element) -> None:
        if not self._is_result:
            self._instruction.append(text)

    def end_instruction(self) -> None:
        """Only now: a field that never ends has no instruction."""
        self._is_result = True
        for text in self._instruction:
            text.text = ""


def remove_dangling_relations(root: etree._Element, package: Package, part: str) -> None:
    """Links keep their words and pictures their description when their target is not there."""
    relations = package.relations(part)
    for link in root.iter(w("hyperlink")):
        if link.get(f"{{{R}}}id") not in relations:
            link.attrib.pop(f"{{{R}}}id", None)
    for picture in list(root.iter(f"{{{_A}}}blip", f"{{{_V}}}imagedata")):
        name = picture.get(f"{{{R}}}embed") or picture.get(f"{{{R}}}id") or ""
        relation = relations.get(name)
        if relation is None or relation.target not in package.parts:
            picture.getparent().remove(picture)
