"""Lists that a Word document makes by the style of their paragraphs."""

from lxml import etree

from kogu.imports.readers.package import Package
from kogu.imports.readers.word_hidden_text import w


def number_by_style(root: etree._Element, package: Package) -> None:
    """Write the list and the level of a style, or of one it is based on, into its paragraphs."""
    styles = {
        style.get(w("styleId")): style
        for part in package.related(package.main, "styles")
        for style in package.tree(part).iter(w("style"))
    }
    for paragraph in root.iter(w("p")):
        style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
        if style is None:
            continue
        told = _inherited(style.get(w("val")), styles)
        if "numId" in told:
            _number(paragraph, told)


def _inherited(name: str | None, styles: dict[str | None, etree._Element]) -> dict[str, str]:
    """List and level; the nearest style that says one decides."""
    told: dict[str, str] = {}
    seen = set()
    while name in styles and name not in seen:
        seen.add(name)
        for one in styles[name].iterfind(f"{w('pPr')}/{w('numPr')}/*"):
            told.setdefault(etree.QName(one).localname, one.get(w("val")) or "")
        above = styles[name].find(w("basedOn"))
        name = None if above is None else above.get(w("val"))
    return told


def _number(paragraph: etree._Element, told: dict[str, str]) -> None:
    properties = paragraph.find(w("pPr"))
    numbering = properties.find(w("numPr"))
    if numbering is None:
        numbering = etree.SubElement(properties, w("numPr"))
    for name in ("ilvl", "numId"):
        if numbering.find(w(name)) is None:
            etree.SubElement(numbering, w(name)).set(w("val"), told.get(name, "0"))
