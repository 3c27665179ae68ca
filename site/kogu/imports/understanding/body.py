"""The story that is left when facts, title and contacts have found their places."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from kogu.imports.source import Line
from kogu.imports.understanding.blocks import blocks
from kogu.imports.understanding.sentences import sentences
from kogu.imports.understanding.structure import Node, Outline

_SUMMARY = 320


def drop_repeated_title(outline: Outline, title: str) -> None:
    """The title is said once: not again as a line, nor as the beginning of the text."""
    folded = _fold(title)
    for node in [one for one in outline.nodes if not one.is_used][:4]:
        if _fold(node.text) == folded:
            node.is_used = True
        elif folded and _fold(node.text).startswith(folded) and len(folded) >= 15:
            _strip_beginning(node, title, outline)


def _strip_beginning(node: Node, title: str, outline: Outline) -> None:
    """Only a whole sentence, or a title run into the text, is cut off."""
    pattern = r"\W*".join(re.escape(word) for word in re.findall(r"\w+", title))
    match = re.match(rf"\W*{pattern}(?P<mark>[\"”“»)]*\s*[.!?:–—-]+)?\s*(?=[\"„“]?\w)", node.text)
    if match is None:
        return
    rest = node.text[match.end() :]
    is_sentence = bool(match["mark"]) or (
        rest[:1].isupper() and not re.search(r"\w", match.group()[-1:])
    )
    runs_in = rest[:1].isupper() or rest[:1].isdigit()
    if (is_sentence or runs_in) and rest:
        outline.add_doubt("title_repeated", match.group().strip())
        node.line = node.line.saying(rest)


def summary(outline: Outline) -> str:
    """The lead, or the first sentences, as they stand in the text."""
    for node in outline.labelled("summary"):
        if node.label.value:
            return node.label.value
    for node in outline.nodes:
        if not node.is_free or node.is_heading or node.label or len(node.text) < 40:
            continue
        if node.line.kind != "paragraph":
            continue
        if re.search(r"[.!?…][\"”“»)]*$", node.text):
            return node.text if len(node.text) <= _SUMMARY else _first_sentences(node.text)
    return ""


def _first_sentences(text: str) -> str:
    chosen = ""
    for sentence in sentences(text):
        longer = f"{chosen} {sentence}".strip()
        if chosen and (len(longer) > _SUMMARY or longer not in text):
            break
        chosen = longer
    return chosen


def body(outline: Outline) -> list[dict[str, Any]]:
    """Blocks in reading order; headings without anything below them go."""
    nodes = [node for node in outline.nodes if _is_in_story(node)]
    for node in outline.nodes:
        if node.line.in_header and node.is_free:
            outline.add_doubt("header_left_out", node.line.text)
    lines = [node.line for node in nodes]
    kept = []
    for index, line in enumerate(lines):
        if nodes[index].is_used:
            kept.append(replace(line, kind="dropped", row=None))
        elif not _is_empty_heading(lines, index):
            kept.append(line)
        else:
            is_label = _has_used_content(nodes[index], outline)
            outline.add_doubt("label_read" if is_label else "heading_removed", line.text)
            kept.append(replace(line, kind="dropped", row=None))
    return list(blocks(with_heading_levels(kept)))


def _is_in_story(node: Node) -> bool:
    """What is in no fact; of headers and footers only what names somebody; and pictures."""
    is_text = not node.is_used and (node.is_contact or not node.line.in_header)
    return is_text or bool(node.line.pictures)


def _is_empty_heading(lines: list[Line], index: int) -> bool:
    line = lines[index]
    if line.kind != "heading":
        return False
    if line.pictures:
        return False
    following = lines[index + 1] if index + 1 < len(lines) else None
    return following is None or (following.kind == "heading" and following.level <= line.level)


def _has_used_content(heading: Node, outline: Outline) -> bool:
    """Whether what stood below the heading went into facts."""
    below = outline.nodes[outline.nodes.index(heading) + 1 :]
    return bool(below) and below[0].is_used


def with_heading_levels(lines: list[Line]) -> Iterator[tuple[int, Line]]:
    """Headings start at 2 and never skip a level."""
    levels = sorted({line.level for line in lines if line.kind == "heading"})
    previous = 1
    for line in lines:
        if line.kind == "heading":
            wanted = min(levels.index(line.level) + 2, 4)
            previous = min(wanted, previous + 1)
        yield previous, line


def _fold(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text).casefold().strip()
