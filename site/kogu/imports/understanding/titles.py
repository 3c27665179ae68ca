"""Finds the title of a document, or proposes one where it has none."""

import re

from kogu.imports.source import Source
from kogu.imports.understanding.names import LOWER, unquoted
from kogu.imports.understanding.sentences import sentences
from kogu.imports.understanding.structure import Node, Outline
from kogu.language.dates import find_date

_LONGEST = 180
_PROVISIONAL = 90


def find_title(outline: Outline, source: Source) -> tuple[str, bool]:
    """The title and whether it is only proposed; the line that says it is used up."""
    heading = _top_heading(outline)
    labelled = _labelled(outline)
    is_outranked = heading and labelled and heading.line.level > 1
    if heading and not is_outranked and not _is_generic(heading.text, outline):
        heading.is_used = True
        return _tidy(heading.text), False
    if labelled:
        if heading and _is_generic(heading.text, outline):
            heading.is_used = True
        return labelled, False
    if source.title and not outline.words.menu.fullmatch(source.title):
        return _tidy(source.title), False
    line = _title_line(outline)
    named = _named_project(outline)
    if named and (line is None or not line.is_heading):
        return named, False
    if line:
        line.is_used = True
        return _tidy(line.text), False
    return _provisional(outline), True


def _top_heading(outline: Outline) -> Node | None:
    """The first heading of the highest level, if nothing much stands above it."""
    headings = [
        (place, node)
        for place, node in enumerate(outline.nodes)
        if node.is_heading and not outline.words.menu.fullmatch(node.text)
    ]
    first_level = [one for one in headings if one[1].line.level == 1]
    for place, node in first_level or headings[:1]:
        above = outline.nodes[:place]
        if node.line.level == 1 or not any(len(one.text) > 120 or one.label for one in above):
            is_section = node.label and not node.has("project_title", "title", "cluster_name")
            return None if is_section and node.line.level > 1 else node
    return None


def _labelled(outline: Outline) -> str:
    for node in outline.labelled("project_title", "title", "cluster_name"):
        value = node.label.value
        if not value and not node.is_heading:
            below = outline.after(node)
            value = below[0].text if below else ""
            if below:
                below[0].is_used = True
        if value and len(value) <= _LONGEST * 2:
            node.is_used = True
            return _tidy(_quoted(value))
    return ""


def _quoted(value: str) -> str:
    """The name alone, when a name in quotation marks opens the value."""
    match = re.match(r"[„“\"«]([^„“”\"»«]{4,200})[”“\"»]\s*\(", value)
    return match[1] if match else value


def _named_project(outline: Outline) -> str:
    """What the first lines call the project, below a heading that names none."""
    if not any(_is_generic(node.text, outline) for node in outline.nodes[:2]):
        return ""
    for node in outline.nodes[:5]:
        match = re.search(r"(?i)proje[kc]t\w*\s+[„“\"«]([^„“”\"»«]{4,150})[”“\"»]", node.text)
        if match:
            return match[1].strip()
    return ""


def _is_generic(text: str, outline: Outline) -> bool:
    pattern = outline.words.expression("kinds", "generic")
    return bool(pattern.fullmatch(text.strip(" .:")))


def _title_line(outline: Outline) -> Node | None:
    """A first line that stands above the text like a title, though nothing marks it."""
    for place, node in enumerate(outline.nodes[:4]):
        date = find_date(node.text, outline.words.language)
        if _is_generic(node.text, outline):
            continue
        if node.is_used or (date and len(node.text) - len(date.text) < 12):
            continue
        return node if _is_like_title(node, outline.nodes[place + 1 : place + 2]) else None
    return None


def _is_like_title(node: Node, following: list[Node]) -> bool:
    """Whether a line is short, stands above another, and is one sentence or said again there."""
    is_short = len(node.text) <= _LONGEST and node.line.kind in ("paragraph", "heading")
    if not is_short or node.label or not following:
        return False
    is_one = len(sentences(node.text)) == 1
    if re.search(rf"[:;,]$|[{LOWER}]\.$", node.text) and not is_one:
        return False
    repeated = following[0].text.startswith(node.text.rstrip("."))
    return repeated or (is_one and not node.text.endswith("."))


def _provisional(outline: Outline) -> str:
    """The beginning of the first sentence, cut between words."""
    for node in outline.nodes:
        if (node.label and node.label.value) or len(node.text) < 15:
            continue
        first = sentences(node.text)[0].rstrip(".!;:,")
        if len(first) <= _PROVISIONAL:
            return first
        words = first[:_PROVISIONAL].split()[:-1]
        while len(words) > 3 and words[-1].lower() in outline.words["function_words"].split():
            words.pop()
        return " ".join(words).rstrip(" ,;:–-")
    return outline.nodes[0].text[:_PROVISIONAL] if outline.nodes else ""


def _tidy(text: str) -> str:
    text = unquoted(re.sub(r"^#+\s*", "", text.strip()))
    if text.endswith(".") and not text.endswith("..") and text.count(".") == 1:
        text = text[:-1]
    return text.strip()
