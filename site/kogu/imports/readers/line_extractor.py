"""Reads the lines of an HTML tree in reading order."""

import re
from dataclasses import replace
from html import escape

from lxml.html import HtmlElement

from kogu.imports.readers.cleaning import sanitised_inline
from kogu.imports.readers.table_grid import grid, words_of
from kogu.imports.source import Line, Picture, Row

_INLINE = {"strong": "strong", "b": "strong", "em": "em", "i": "em", "sup": "sup", "sub": "sub"}
_PLAIN_INLINE = {
    "span", "font", "u", "small", "big", "abbr", "time", "mark", "code", "label", "cite", "q", "s",
    "del", "ins", "bdi", "bdo", "tt", "kbd", "var", "dfn", "data", "img", "picture", "wbr",
    "nobr", "acronym", "samp", "strike", "blink", "ruby", "rb", "rp", "output", "meter",
}  # fmt: skip
# Word marks places and dates within a sentence: <st1:city>.
_SMART_TAG = ("st1:", "o:smarttag")
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_SHORT_CELL = 400
PICTURE = "kogu-picture/"
HEADER_STYLE = "KoguHeader"


class LineExtractor:
    """Collects lines while it walks; formatting that spans lines is closed and reopened."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._pending_pictures: list[Picture] = []
        self._tables = 0
        self._current_row: Row | None = None
        self._in_header = False
        self._pieces: list[str] = []
        self._words: list[str] = []
        self._bold = 0
        self._open: list[tuple[str, str]] = []
        self._kind = ("paragraph", 0, False)
        self._starts_block = True
        self._attribution = ""

    def walk(self, element: HtmlElement) -> None:
        """One element and everything in it, with the text that follows each child."""
        self._text(element.text)
        for child in element:
            self._child(child)
            self._text(child.tail)

    def finish(self) -> list[Line]:
        """All lines; pictures above the first of them stand behind it."""
        self._flush()
        if self._pending_pictures and self.lines:
            self.lines[0] = self._with_pictures(self.lines[0])
        return self.lines

    def _picture(self, element: HtmlElement) -> None:
        """A picture the file brings along is kept in its place."""
        source = element.get("src") or ""
        if source.startswith(PICTURE):
            number = len(self._pending_pictures) + sum(len(line.pictures) for line in self.lines)
            alt = " ".join((element.get("alt") or "").split())
            self._pending_pictures.append(Picture(number, source.removeprefix(PICTURE), alt))

    def _with_pictures(self, line: Line) -> Line:
        pictures, self._pending_pictures = (*line.pictures, *self._pending_pictures), []
        return replace(line, pictures=pictures)

    def _child(self, element: HtmlElement) -> None:
        tag = element.tag
        if not isinstance(tag, str):
            return
        if tag == "br":
            self._flush(starts_block=False)
        elif tag in _INLINE or tag == "a":
            self._inline(element)
        elif tag in _PLAIN_INLINE or tag.startswith(_SMART_TAG):
            self._picture(element)
            self.walk(element)
        else:
            self._block(element)

    def _inline(self, element: HtmlElement) -> None:
        tag = _INLINE.get(element.tag, "a")
        href = element.get("href") or ""
        if tag == "a" and not re.match(r"(?:https?:|mailto:|tel:)", href.strip(), re.I):
            self.walk(element)
            return
        opening = f'<a href="{escape(href.strip())}">' if tag == "a" else f"<{tag}>"
        self._pieces.append(opening)
        self._open.append((opening, f"</{tag}>"))
        self.walk(element)
        self._open.pop()
        self._pieces.append(f"</{tag}>")

    def _block(self, element: HtmlElement) -> None:
        self._flush()
        before = self._kind
        tag = element.tag
        self._in_header = element.get("class") == HEADER_STYLE
        if tag in _HEADINGS or tag == "summary":
            self._kind = ("heading", _HEADINGS.get(tag, 3), False)
        elif tag == "li":
            self._kind = ("item", _depth(element), element.getparent().tag == "ol")
        elif tag == "blockquote":
            self._kind = ("quote", 0, False)
            self._attribution = _attribution(element)
        if tag == "table" and _is_data(element):
            self._table(element)
        elif tag == "dl":
            self._definitions(element)
        else:
            self.walk(element)
        self._flush()
        self._kind = before

    def _table(self, table: HtmlElement) -> None:
        rows = _rows(table)
        headings, caption = _column_headings(rows), _caption(table)
        is_paired = {len(cells) for cells in rows} == {2, 4}
        self._tables += 1
        unwalked: list[HtmlElement] = []
        texts = grid(rows)
        marked = texts[0] if not headings and _is_header_row(rows) else tuple(headings)
        for number, cells in enumerate(rows[bool(headings) :]):
            in_columns = texts[number + bool(headings)]
            self._current_row = Row(self._tables, number, in_columns, marked, caption)
            if headings and len(cells) == len(headings):
                unwalked += cells
                self._headed_row(headings, cells)
            elif len(cells) == 2 or is_paired:
                self._pairs(cells)
            else:
                unwalked += cells
                self._row(cells)
        for picture in (one for cell in unwalked for one in cell.iter("img")):
            self._picture(picture)
        self._current_row = None

    def _pairs(self, cells: list[HtmlElement]) -> None:
        for place in range(0, len(cells), 2):
            self._pair(cells[place], cells[place + 1 : place + 2])

    def _headed_row(self, headings: list[str], cells: list[HtmlElement]) -> None:
        """Each cell behind the heading of its column, as a reader would say it."""
        texts = [words_of(cell) for cell in cells]
        said = [f"{name}: {text}" for name, text in zip(headings, texts, strict=True) if text]
        self._flush()
        if said:
            line = Line.plain("item", "; ".join(said), marker="row", row=self._current_row)
            self.lines.append(line)

    def _definitions(self, element: HtmlElement) -> None:
        term, meanings = None, []
        for child in element.iter("dt", "dd"):
            if child.tag == "dd":
                meanings.append(child)
                continue
            if term is not None:
                self._pair(term, meanings)
            term, meanings = child, []
        if term is not None:
            self._pair(term, meanings)

    def _pair(self, label: HtmlElement, values: list[HtmlElement]) -> None:
        """A label beside its value, on one line when the value is one line."""
        self._flush()
        name = words_of(label).rstrip(" :")
        start = len(self.lines)
        for value in values:
            self.walk(value)
            self._flush()
        made = self.lines[start:]
        if len(made) == 1 and made[0].kind == "paragraph" and name:
            one = made[0]
            html = f"{escape(name, quote=False)}: {one.html}"
            self.lines[start] = replace(
                one, text=f"{name}: {one.text}", html=html, is_bold=False, starts_block=True
            )
        elif name:
            said = f"{name}:" if made else name
            self.lines.insert(start, Line.plain("paragraph", said, row=self._current_row))

    def _row(self, cells: list[HtmlElement]) -> None:
        texts = [words_of(cell) for cell in cells]
        self._text(" – ".join(text for text in texts if text))
        self._flush(starts_block=False)

    def _text(self, text: str | None) -> None:
        if not text:
            return
        self._pieces.append(escape(text, quote=False))
        self._words.append(text)
        if any(opening == "<strong>" for opening, _closing in self._open):
            self._bold += len("".join(text.split()))

    def _flush(self, *, starts_block: bool = True) -> None:
        text = " ".join("".join(self._words).split())
        if text:
            closing = "".join(closing for _opening, closing in reversed(self._open))
            html = sanitised_inline("".join(self._pieces) + closing)
            kind, level, ordered = self._kind
            self.lines.append(
                Line(
                    kind,
                    text,
                    re.sub(r"\s+", " ", html).strip(),
                    level=level,
                    ordered=ordered,
                    is_bold=self._bold >= len("".join(text.split())),
                    starts_block=self._starts_block,
                    marker=self._attribution if kind == "quote" else "",
                    row=self._current_row,
                    in_header=self._in_header,
                )
            )
        if self._pending_pictures and self.lines:
            self.lines[-1] = self._with_pictures(self.lines[-1])
        if text or starts_block:
            self._starts_block = starts_block
        self._pieces = [opening for opening, _closing in self._open]
        self._words, self._bold = [], 0


def _column_headings(rows: list[list[HtmlElement]]) -> list[str]:
    """The headings of a table of three columns or more, if its first row holds them."""
    if len(rows) < 2 or len(rows[0]) < 3:
        return []
    texts = [words_of(cell) for cell in rows[0]]
    is_marked = all(cell.tag == "th" or cell.find(".//strong") is not None for cell in rows[0])
    is_plain = all(text and len(text) <= 40 and not re.search(r"\d", text) for text in texts)
    return (
        [text.rstrip(" :") for text in texts] if is_plain and (is_marked or len(rows) > 2) else []
    )


def _is_header_row(rows: list[list[HtmlElement]]) -> bool:
    """Whether the page itself calls all of the first row headings."""
    return len(rows) > 1 and bool(rows[0]) and all(cell.tag == "th" for cell in rows[0])


def _caption(table: HtmlElement) -> str:
    caption = table.find("caption")
    return "" if caption is None else words_of(caption)


def _attribution(quote: HtmlElement) -> str:
    """Whose words a quotation is, taken out of the quotation."""
    for element in quote.iter("cite", "footer"):
        name = " ".join(element.text_content().split()).strip(" —–-")
        element.drop_tree()
        return name
    return ""


def _depth(item: HtmlElement) -> int:
    return sum(1 for above in item.iterancestors("ul", "ol")) - 1


def _rows(table: HtmlElement) -> list[list[HtmlElement]]:
    return [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]


def _is_data(table: HtmlElement) -> bool:
    """Whether the table holds facts; old pages use tables to place items."""
    rows = _rows(table)
    cells = [cell for row in rows for cell in row]
    if not cells or table.find(".//table") is not None or max(map(len, rows)) < 2:
        return False
    firsts = [row[0] for row in rows if row]
    if any(len(cell.findall(".//a")) > 1 or cell.find(".//br") is not None for cell in firsts):
        return False
    length_of_firsts = sum(len(cell.text_content()) for cell in firsts)
    is_short = all(len(cell.text_content()) <= _SHORT_CELL * 4 for cell in cells)
    return is_short and length_of_firsts <= _SHORT_CELL // 4 * len(rows)
