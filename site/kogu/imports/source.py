"""What every reader makes of a file: plain lines, whatever the format was."""

from dataclasses import dataclass, field, replace
from html import escape


@dataclass(frozen=True)
class Notice:
    """Something a person should know about how the document was read."""

    code: str
    text: str = ""


@dataclass(frozen=True)
class Line:
    """One heading, paragraph, list item or quotation."""

    kind: str
    text: str
    html: str
    level: int = 0
    ordered: bool = False
    is_bold: bool = False
    starts_block: bool = True
    marker: str = ""

    @classmethod
    def plain(cls, kind: str, text: str, **more) -> "Line":
        return cls(kind, text, escape(text, quote=False), **more)

    def saying(self, text: str) -> "Line":
        """The same line with other words; keeps its markup when the words are the same."""
        if text == self.text:
            return self
        return replace(self, text=text, html=escape(text, quote=False))


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
