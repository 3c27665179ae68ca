"""Takes hidden, struck-out and deleted text out of a Word document, and says so."""

from collections.abc import Iterator

from lxml import etree

from kogu.imports.readers.package import Package, W
from kogu.imports.source import Notice

_DELETED = ("del", "moveFrom")
_HIDING = ("vanish", "webHidden", "specVanish")
_STRIKING = ("strike", "dstrike")
_NEAR = 60


def w(name: str) -> str:
    """The full name of a Word element or attribute."""
    return f"{{{W}}}{name}"


def text_of(element: etree._Element) -> str:
    """All words in an element, a space between its paragraphs."""
    texts = [
        one.text or "" if one.tag in (w("t"), w("delText")) else " "
        for one in element.iter(w("t"), w("delText"), w("p"), w("tab"), w("br"))
    ]
    return " ".join("".join(texts).split())


class HiddenText:
    """Removes deleted, hidden and struck-out words from parts of one package."""

    def __init__(self, package: Package) -> None:
        self.notices: list[Notice] = []
        self._styles = {}
        for part in package.related(package.main, "styles"):
            for style in package.tree(part).iter(w("style")):
                self._styles[style.get(w("styleId"))] = style

    def remove(self, root: etree._Element) -> None:
        """Everything of one part that is not meant to be read."""
        for element in list(root.iter(*map(w, _DELETED))):
            around = element.getparent()
            if around is not None and around.tag not in (w("rPr"), w("trPr")):
                self._leave_out("deleted_left_out", element)
        self._remove_rows(root)
        for control in list(root.iter(w("sdt"))):
            code = _control_code(control)
            if code:
                self._leave_out(code, control)
        self._remove_runs(root)

    def _remove_rows(self, root: etree._Element) -> None:
        """Deleted cells, and deleted or hidden rows of tables."""
        for deleted in list(root.iter(w("cellDel"))):
            self._leave_out("deleted_left_out", next(deleted.iterancestors(w("tc"))))
        for row in list(root.iter(w("tr"))):
            properties = row.find(w("trPr"))
            if properties is not None and properties.find(w("del")) is not None:
                self._leave_out("deleted_left_out", row)
            elif properties is not None and _is_on(properties.find(w("hidden"))):
                self._leave_out("hidden_left_out", row)

    def _remove_runs(self, root: etree._Element) -> None:
        """Neighbouring runs that are left out for one reason are reported as one."""
        for paragraph in root.iter(w("p")):
            pending: list[etree._Element] = []
            reason = ""
            for run in [*paragraph.iter(w("r")), None]:
                code = "" if run is None else self._reason(run, paragraph)
                if code != reason and pending:
                    self._leave_out_runs(reason, pending, paragraph)
                    pending = []
                reason = code
                if code:
                    pending.append(run)

    def _leave_out_runs(self, code: str, runs: list, paragraph: etree._Element) -> None:
        text = " ".join("".join(text_of(run) + " " for run in runs).split())
        for run in runs:
            run.getparent().remove(run)
        self._note(code, text, paragraph)

    def _reason(self, run: etree._Element, paragraph: etree._Element) -> str:
        if next(run.iterancestors(w("p"))) is not paragraph or not text_of(run):
            return ""
        if self._has(run, paragraph, _HIDING):
            return "hidden_left_out"
        return "struck_left_out" if self._has(run, paragraph, _STRIKING) else ""

    def _has(self, run: etree._Element, paragraph: etree._Element, names: tuple[str, ...]) -> bool:
        """The run's own properties decide; else its style's, else its paragraph's style's."""
        own = run.find(w("rPr"))
        styles = [own.find(w("rStyle"))] if own is not None else []
        styles.append(paragraph.find(f"{w('pPr')}/{w('pStyle')}"))
        holders = [own]
        for style in styles:
            holders += self._inherited(style)
        return any(self._decides(holders, name) for name in names)

    @staticmethod
    def _decides(holders: list, name: str) -> bool:
        found = (one.find(w(name)) for one in holders if one is not None)
        return _is_on(next((one for one in found if one is not None), None))

    def _inherited(self, reference: etree._Element | None) -> Iterator[etree._Element | None]:
        name = None if reference is None else reference.get(w("val"))
        seen = set()
        while name in self._styles and name not in seen:
            seen.add(name)
            style = self._styles[name]
            yield style.find(w("rPr"))
            above = style.find(w("basedOn"))
            name = None if above is None else above.get(w("val"))

    def _leave_out(self, code: str, element: etree._Element) -> None:
        text, around = text_of(element), element.getparent()
        around.remove(element)
        self._note(code, text, around)

    def _note(self, code: str, text: str, around: etree._Element) -> None:
        if text:
            self.notices.append(Notice(code, text, place=_near(around)))


def _near(around: etree._Element) -> str:
    """What stands where something was, for a person to find the place."""
    while around is not None:
        text = "" if around.tag in (w("body"), w("document")) else text_of(around)
        if text:
            return text[:_NEAR]
        before = around.getprevious()
        while before is not None and not text_of(before):
            before = before.getprevious()
        if before is not None:
            return text_of(before)[:_NEAR]
        around = around.getparent()
    return ""


def _is_on(element: etree._Element | None) -> bool:
    return element is not None and element.get(w("val")) not in ("0", "false", "off", "none")


def _control_code(control: etree._Element) -> str:
    """Why a content control is not read: words that ask for words, or a list of the headings."""
    properties = control.find(w("sdtPr"))
    if properties is None:
        return ""
    gallery = properties.find(f".//{w('docPartGallery')}")
    if gallery is not None and gallery.get(w("val")) == "Table of Contents":
        return "contents_left_out"
    return "placeholder_left_out" if _is_on(properties.find(w("showingPlcHdr"))) else ""
