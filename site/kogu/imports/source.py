"""What every reader makes of a file: plain lines, whatever the format was."""

from dataclasses import dataclass, field, replace
from html import escape

from kogu.imports import limits
from kogu.language.lookalikes import unified


@dataclass(frozen=True)
class Notice:
    """Something a person should know about how the document was read."""

    code: str
    text: str = ""
    place: str = ""


@dataclass(frozen=True)
class Picture:
    """A picture in its place: the part of the file that holds it, and what is said of it."""

    number: int
    name: str
    alt: str = ""


@dataclass(frozen=True)
class Row:
    """The row of a table from which a line was made."""

    table: int
    number: int
    cells: tuple[str, ...]
    headings: tuple[str, ...] = ()
    caption: str = ""

    def unified(self) -> "Row":
        """The same row with one character for all that look alike."""
        cells, headings = (tuple(map(unified, texts)) for texts in (self.cells, self.headings))
        return replace(self, cells=cells, headings=headings, caption=unified(self.caption))


@dataclass(frozen=True)
class Line:
    """One heading, paragraph, list item or quotation; pictures stand behind their line."""

    kind: str
    text: str
    html: str
    level: int = 0
    ordered: bool = False
    is_bold: bool = False
    starts_block: bool = True
    marker: str = ""
    row: Row | None = None
    pictures: tuple[Picture, ...] = ()
    in_header: bool = False

    @classmethod
    def plain(cls, kind: str, text: str, **more) -> "Line":
        return cls(kind, text, escape(text, quote=False), **more)

    def saying(self, text: str) -> "Line":
        """The same line with other words; keeps its markup when the words are the same."""
        if text == self.text:
            return self
        return replace(self, text=text, html=escape(text, quote=False))

    def unified(self) -> "Line":
        """The same line with one character for all that look alike."""
        html = unified(self.html.replace("&nbsp;", " "))
        text = " ".join(unified(self.text).split())
        return replace(
            self, text=text, html=" ".join(html.split()), row=self.row and self.row.unified()
        )


@dataclass(frozen=True)
class Source:
    """A document as it was read, before anybody tries to understand it."""

    format: str
    lines: tuple[Line, ...]
    title: str = ""
    language: str = ""
    date: str = ""
    author: str = ""
    notices: tuple[Notice, ...] = field(default_factory=tuple)
    original_html: str = ""

    @property
    def is_too_long(self) -> bool:
        """Whether it is more than a page can be."""
        length = sum(len(line.text) for line in self.lines)
        return len(self.lines) > limits.MAX_LINES or length > limits.MAX_WORDS_LENGTH

    def unified(self) -> "Source":
        """The same document with one character for all that look alike."""
        return replace(
            self,
            lines=tuple(line.unified() for line in self.lines),
            title=unified(self.title),
            author=unified(self.author),
        )
