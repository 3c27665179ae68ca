"""The lines of a document with what each of them is: heading, label, content."""

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache

from kogu.imports.source import Line, Source
from kogu.imports.understanding.addresses import spelled_plainly, with_linked_addresses
from kogu.imports.understanding.cameras import without_camera_names
from kogu.imports.understanding.glued import parted
from kogu.imports.understanding.names import EMAIL, is_person
from kogu.imports.understanding.result import Doubt
from kogu.imports.words import Label, Words, in_any
from kogu.language.dates import find_date
from kogu.language.lookalikes import without_note_marks

_LONGEST_WORD, _LONGEST_LINE = 300, 6_000
_ENDLESS_WORD = re.compile(rf"\S{{{_LONGEST_WORD},}}")
_INLINE_BULLET = re.compile(r"\s*[●•◦▪■‣]\s+")
# "5 March 2024 | Author: Anna Smith", as stands below the titles of web pages.
_ROW = re.compile(r"(?=.{5,120}$)(?=.*(?:19|20)\d\d)[^|•·]{3,}(?:\s[|•·]\s[^|•·]{3,})+")
_SAYS_WORDS = re.compile(r"[^\W\d_]{3}|(?:19|20)\d\d")
_COPYRIGHT = re.compile(r"^\s*(?:©|\(c\)\s|copyright\b)", re.IGNORECASE)
# What web pages say below an article, in any of our languages.
_AFTERWARDS = re.compile(
    r"(?!.*\w[.!?]$)"
    rf"(?:{in_any('page', 'read_on')})\b(?!:).{{0,40}}"
    rf"|(?:{in_any('page', 'tags')}):.{{0,120}}"
    rf"|\d+ (?:{in_any('page', 'comments')})",
    re.IGNORECASE,
)
_NO_HEADING = re.compile(r"[.,;:!…]$|@|https?://|www\.|(?<!\d)(?!(?:19|20)\d\d)\d{3,}[\s-]\d{3,}")


@lru_cache(maxsize=4096)
def _readable(text: str) -> str:
    """Nobody writes words and paragraphs that long: encoded data, or lines that lost their ends."""
    short = text[:_LONGEST_LINE]
    return _ENDLESS_WORD.sub("…", short) if len(short) > _LONGEST_WORD else text


@dataclass(eq=False)
class Node:
    """One line, the label it carries, and whether some fact was made of it."""

    line: Line
    label: Label | None = None
    is_used: bool = False
    is_contact: bool = False

    @property
    def is_free(self) -> bool:
        """Whether nothing was made of the line yet; a contact's line stays in the story."""
        return not (self.is_used or self.is_contact)

    @property
    def text(self) -> str:
        """What is looked at for facts; the story keeps the whole line."""
        return spelled_plainly(without_note_marks(_readable(with_linked_addresses(self.line))))

    @property
    def is_heading(self) -> bool:
        return self.line.kind == "heading"

    def has(self, *fields: str) -> bool:
        return self.label is not None and not self.label.fields.isdisjoint(fields)


def unbulleted(below: list[Node]) -> list[Node]:
    """Short lines that are no sentences: a list without bullets, up to the first gap in it."""
    found: list[Node] = []
    for one in below:
        is_gap = len(found) > 1 and one.line.starts_block != found[-1].line.starts_block
        is_short = one.line.kind == "paragraph" and len(one.text) <= 120
        if is_gap or not is_short or re.search(r"[.!?]$", one.text):
            break
        found.append(one)
    return found if len(found) > 1 else []


@dataclass(eq=False)
class Outline:
    """The document as a row of nodes, with what was removed on the way."""

    words: Words
    nodes: list[Node]
    doubts: list[Doubt] = field(default_factory=list)

    def labelled(self, *fields: str) -> list[Node]:
        return [node for node in self.nodes if node.has(*fields)]

    def after(self, node: Node, *through: str) -> list[Node]:
        """The lines a label speaks about: up to the next heading, or label not in `through`."""
        found: list[Node] = []
        for one in self.nodes[self.nodes.index(node) + 1 :]:
            is_label = one.label is not None and one.line.kind != "item"
            opens_list = one.text.endswith(":") and len(one.text) <= 90 and one.label is None
            if one.is_heading or opens_list or (is_label and not one.has(*through)):
                break
            if one.line.in_header != node.line.in_header:
                break
            found.append(one)
        return found

    def text(self) -> str:
        return "\n".join(node.text for node in self.nodes)

    def add_doubt(self, code: str, text: str = "", place: str = "") -> None:
        self.doubts.append(Doubt(code, text, place))


def build_outline(source: Source, words: Words) -> Outline:
    """Camera names, menus and copyright lines go; headings and labels are recognised."""
    doubts = [Doubt(notice.code, notice.text, notice.place) for notice in source.notices]
    outline = Outline(words, [], doubts)
    lines = [part for line in source.lines for part in _repaired(line, outline)]
    lines = _without_edges(lines, outline)
    headings = sum(line.kind == "heading" for line in lines)
    has_headings = headings >= 2 or (headings == 1 and source.format != "txt")
    for number, line in enumerate(lines):
        label = _label(line, outline)
        is_free = line.kind == "paragraph" and not _is_card(line, outline)
        if is_free and _is_heading(lines, number, label, has_headings):
            line = replace(line, kind="heading", level=2)
        outline.nodes.append(Node(line, label))
    return outline


def _label(line: Line, outline: Outline) -> Label | None:
    """The label of a line; a bare one in a list or below a person's name is none."""
    if line.kind == "quote" or line.marker == "row":
        return None
    label = outline.words.label(Node(line).text)
    if label is None or label.value:
        return label
    is_role = bool(outline.nodes) and is_person(outline.nodes[-1].text, outline.words)
    return None if line.kind == "item" or is_role else label


def _is_card(line: Line, outline: Outline) -> bool:
    """A short line that is a person, a date, or stands below "Contact:" or "Prepared by:"."""
    date = find_date(line.text, outline.words.language)
    if date and date.day and len(re.findall(r"\w+", line.text.replace(date.text, ""))) <= 1:
        return True
    if is_person(line.text, outline.words) and outline.nodes:
        return True
    for node in reversed(outline.nodes[-5:]):
        if node.label:
            below = node.has("contact", "prepared_by", "author", "role_person", "prepared_on")
            return below and len(line.text) <= 70 and not outline.words.label(line.text)
        if len(node.text) > 90 or node.is_heading:
            return False
    return False


def _repaired(line: Line, outline: Outline) -> list[Line]:
    text, names = without_camera_names(line.text)
    for name in names:
        outline.add_doubt("camera_file_removed", name)
    if names and re.fullmatch(r"[^\W\d_]*:?", text):
        return []
    if names:
        html, _names = without_camera_names(line.html)
        line = replace(line, text=text, html=html)
    is_endless = len(line.text) > _LONGEST_LINE
    text, glued = (line.text, []) if is_endless else parted(line.text)
    for place in glued:
        outline.add_doubt("email_glued", place)
    line = line.saying(text) if glued else line
    parts = re.split(r"\s+[|•·]\s+", line.text) if line.kind == "paragraph" else []
    if _ROW.fullmatch(line.text) and all(_SAYS_WORDS.search(part) for part in parts):
        return [line.saying(part) for part in parts]
    return _split_bullets(line) if line.text else []


def _split_bullets(line: Line) -> list[Line]:
    """A bullet in the middle of a line begins an item below what came before it."""
    if "<" in line.html or not _INLINE_BULLET.search(line.text):
        return [line]
    first, *rest = _INLINE_BULLET.split(line.text)
    level = line.level + 1 if line.kind == "item" else 0
    items = [Line.plain("item", one, level=level, marker="●") for one in rest if one]
    return [line.saying(first), *items] if first else items


def _without_edges(lines: list[Line], outline: Outline) -> list[Line]:
    """Menu labels above the content and copyright lines below it are not content."""
    kept = []
    for number, line in enumerate(lines):
        short = line.text.strip(" :|>»")
        is_copyright = bool(_COPYRIGHT.match(line.text)) or bool(
            outline.words.expression("kinds", "copyright").fullmatch(short.rstrip("."))
        )
        if is_copyright and len(line.text) < 200:
            outline.add_doubt("document_parts_removed", line.text)
        elif _is_menu(line, outline.words, is_first=not kept, is_last=number >= len(lines) - 4):
            outline.add_doubt("menu_label_removed", line.text)
        else:
            kept.append(line)
    return kept


def _is_menu(line: Line, words: Words, *, is_first: bool, is_last: bool) -> bool:
    if line.text.endswith(":") or not (is_first or is_last):
        return False
    parts = [part.strip() for part in re.split(r"[|>»›·•/]|\t", line.text) if part.strip()]
    if not parts:
        return True
    if is_last and not is_first:
        return bool(_AFTERWARDS.fullmatch(line.text.strip()))
    is_press = bool(words.expression("kinds", "press").fullmatch(line.text))
    return (
        is_press
        or all(words.menu.fullmatch(part) for part in parts)
        or (len(parts) >= 3 and sum(bool(words.menu.fullmatch(part)) for part in parts) >= 2)
    )


def _is_heading(lines: list[Line], number: int, label: Label | None, has_headings: bool) -> bool:
    line = lines[number]
    following = lines[number + 1] if number + 1 < len(lines) else None
    is_long = len(line.text) > 110 or len(line.text.split()) > 15
    if following is None or is_long or (label and label.value):
        return False
    if _NO_HEADING.search(line.text) or EMAIL.search(line.text) or not line.text[:1].strip():
        return bool(label) and line.is_bold and line.text.endswith(":")
    if line.is_bold:
        return following.kind != "heading" or number == 0
    return not has_headings and not line.text[:1].islower() and _stands_above(line, following)


def _stands_above(line: Line, following: Line) -> bool:
    """Whether a plain line is set apart from what follows like a heading."""
    is_alone = line.starts_block and (following.starts_block or following.kind == "item")
    above_long_text = line.starts_block and len(following.text) > max(140, len(line.text) * 2)
    return is_alone or above_long_text
