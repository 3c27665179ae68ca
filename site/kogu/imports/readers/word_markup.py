"""Rewrites Word markup that mammoth skips into plain paragraphs, runs and fields."""

import re
from copy import deepcopy

from lxml import etree

from kogu.imports.readers.package import Package, R
from kogu.imports.readers.word_hidden_text import text_of, w

_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_DGM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
_V = "urn:schemas-microsoft-com:vml"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_TRANSPARENT = ("smartTag", "customXml", "dir", "bdo", "ins", "moveTo")
_LINK = re.compile(r'^\s*HYPERLINK\s+(?:"[^"]*"|[^\\\s]\S*)')
_HEXADECIMAL = re.compile(r"[0-9a-fA-F]{1,8}")
_OPERATORS = {"f": "/", "sSup": "^", "sSub": "_"}


def simplify(root: etree._Element, package: Package, part: str) -> None:
    """Everything mammoth would pass over, rewritten as plain paragraphs, runs and fields."""
    _choose_alternatives(root)
    for element in list(root.iter(w("sdt"))):
        content = element.find(w("sdtContent"))
        _replace(element, [] if content is None else list(content))
    for element in list(root.iter(*map(w, _TRANSPARENT))):
        if element.getparent().tag not in (w("rPr"), w("trPr")):
            _replace(element, [one for one in element if one.tag != w("customXmlPr")])
    for field in list(root.iter(w("fldSimple"))):
        _replace(field, _complex_field(field))
    _write_special_characters(root)
    _write_formulas(root)
    _write_drawings(root, package, part)
    _lift_text_boxes(root)


def paragraph(text: str, style: str = "") -> etree._Element:
    """A new paragraph of these words."""
    made = etree.Element(w("p"))
    if style:
        etree.SubElement(etree.SubElement(made, w("pPr")), w("pStyle")).set(w("val"), style)
    made.append(_run(text))
    return made


def _run(text: str) -> etree._Element:
    run = etree.Element(w("r"))
    words = etree.SubElement(run, w("t"))
    words.text = text
    return run


def _replace(element: etree._Element, others: list[etree._Element]) -> None:
    parent = element.getparent()
    place = parent.index(element)
    parent.remove(element)
    for number, one in enumerate(others):
        parent.insert(place + number, one)


def _choose_alternatives(root: etree._Element) -> None:
    """Of two forms of the same content, the one that holds its words and pictures."""
    for element in list(root.iter(f"{{{_MC}}}AlternateContent")):
        choice = element.find(f"{{{_MC}}}Choice")
        fallback = element.find(f"{{{_MC}}}Fallback")
        forms = [form for form in (choice, fallback) if form is not None]
        chosen = next((form for form in forms if _says_something(form)), None)
        chosen = forms[-1] if chosen is None and forms else chosen
        _replace(element, [] if chosen is None else list(chosen))


def _says_something(form: etree._Element) -> bool:
    content = (w("t"), f"{{{_A}}}blip", f"{{{_C}}}chart", f"{{{_DGM}}}relIds", f"{{{_M}}}t")
    return next(form.iter(*content), None) is not None


def _complex_field(field: etree._Element) -> list[etree._Element]:
    """A link stays one; of any other field its result is what is read."""
    content = [one for one in field if one.tag != w("fldData")]
    instruction = field.get(w("instr")) or ""
    if not _LINK.match(instruction):
        return content
    runs = []
    for kind in ("begin", "separate", "end"):
        run = etree.Element(w("r"))
        etree.SubElement(run, w("fldChar")).set(w("fldCharType"), kind)
        runs.append(run)
    instruction_run = etree.Element(w("r"))
    etree.SubElement(instruction_run, w("instrText")).text = instruction
    return [runs[0], instruction_run, runs[1], *content, runs[2]]


def _write_special_characters(root: etree._Element) -> None:
    """Hyphens, breaks and chosen entries of forms as text; a soft hyphen is none."""
    for element in list(root.iter(w("noBreakHyphen"), w("softHyphen"))):
        text = etree.Element(w("t"))
        text.text = "-" if element.tag == w("noBreakHyphen") else ""
        _replace(element, [text])
    for element in root.iter(w("cr"), w("ptab")):
        element.tag = w("br") if element.tag == w("cr") else w("tab")
    for element in root.iter(w("br")):
        element.attrib.pop(w("type"), None)
    for element in list(root.iter(w("ffData"))):
        if entry := _entry(element):
            next(element.iterancestors(w("r"))).addprevious(_run(entry))
    _write_symbols(root)


def _write_symbols(root: etree._Element) -> None:
    """Readings above words in brackets behind them; signs of a font that are letters."""
    for ruby in list(root.iter(w("ruby"))):
        _replace_in_run(
            ruby, f"{text_of(ruby.find(w('rubyBase')))} ({text_of(ruby.find(w('rt')))})"
        )
    for symbol in list(root.iter(w("sym"))):
        code = symbol.get(w("char")) or ""
        sign = chr(int(code, 16) & 0xFFFF) if _HEXADECIMAL.fullmatch(code) else " "
        if not 0xD800 <= ord(sign) <= 0xF8FF and sign.isprintable():
            text = etree.Element(w("t"))
            text.text = sign
            _replace(symbol, [text])


def _entry(data: etree._Element) -> str:
    """What was chosen or ticked in an old form field."""
    chosen = data.find(w("ddList"))
    if chosen is not None:
        entries = [one.get(w("val")) or "" for one in chosen.iter(w("listEntry"))]
        result = chosen.find(w("result"))
        number = "0" if result is None else result.get(w("val")) or "0"
        return dict(zip(map(str, range(len(entries))), entries, strict=True)).get(number, "")
    return ""


def _replace_in_run(element: etree._Element, text: str) -> None:
    words = etree.Element(w("t"))
    words.text = text
    _replace(element, [words])


def _write_formulas(root: etree._Element) -> None:
    """A formula on one line, as one would type it."""
    for formula in list(root.iter(f"{{{_M}}}oMath")):
        if formula.getparent() is not None:
            text = _linear(formula)
            _replace(formula, [_run(text)])
    for block in list(root.iter(f"{{{_M}}}oMathPara")):
        _replace(block, [one for one in block if one.tag == w("r")])
    etree.strip_tags(root, f"{{{_M}}}r")


def _linear(element: etree._Element) -> str:
    name = etree.QName(element).localname if isinstance(element.tag, str) else ""
    if name == "t":
        return element.text or ""
    parts = [part for part in (_linear(child) for child in element) if part]
    return _OPERATORS.get(name, "").join(parts)


def _write_drawings(root: etree._Element, package: Package, part: str) -> None:
    """The words of diagrams, charts and word art, below the paragraph in which they stand."""
    relations = package.relations(part)
    for element in list(root.iter(f"{{{_DGM}}}relIds", f"{{{_C}}}chart")):
        is_chart = element.tag == f"{{{_C}}}chart"
        target = relations.get(element.get(f"{{{R}}}id" if is_chart else f"{{{R}}}dm") or "")
        if target is None or target.target not in package.parts:
            continue
        drawn = package.tree(target.target)
        texts = _chart_words(drawn) if is_chart else _diagram_words(drawn)
        _put_below(element, [paragraph(text) for text in texts])
    for element in list(root.iter(f"{{{_V}}}textpath")):
        if element.get("string"):
            _put_below(element, [paragraph(element.get("string"))])


def _chart_words(chart: etree._Element) -> list[str]:
    titles = ["".join(one.itertext()) for one in chart.iter(f"{{{_A}}}p")]
    rows = []
    for cache in chart.iter(f"{{{_C}}}strCache", f"{{{_C}}}numCache"):
        values = [one.text or "" for one in cache.iter(f"{{{_C}}}v")]
        rows.append("; ".join(values))
    return [text for text in dict.fromkeys([*titles, *rows]) if text.strip()]


def _diagram_words(diagram: etree._Element) -> list[str]:
    texts = ("".join(one.itertext()).strip() for one in diagram.iter(f"{{{_A}}}p"))
    return [text for text in texts if text]


def _put_below(element: etree._Element, made: list[etree._Element]) -> None:
    above = next(element.iterancestors(w("p")), None)
    for one in reversed(made if above is not None else []):
        above.addnext(one)


def _lift_text_boxes(root: etree._Element) -> None:
    """A text box is read behind the paragraph that holds it; of two copies, one."""
    boxes = list(root.iter(w("txbxContent")))
    for box in reversed(boxes):
        above = next(box.iterancestors(w("p")), None)
        if above is None:
            continue
        for one in reversed([deepcopy(child) for child in box]):
            above.addnext(one)
        box.getparent().remove(box)
