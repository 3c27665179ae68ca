"""Turns the body of a document into the blocks of a story."""

import re
from html import escape
from itertools import groupby
from typing import Any

_NAMES = {"strong": "b", "em": "i"}
_IN_TEXT = ("paragraph", "list")
_LONGEST_HEADING = 200


def story(body: list[dict[str, Any]]) -> list[tuple[str, dict[str, Any]]]:
    """Neighbouring paragraphs and lists become one block of text."""
    blocks = []
    for is_text, group in groupby(body, key=lambda block: block["type"] in _IN_TEXT):
        if is_text:
            blocks.append(("rich_text", {"text": "".join(_rich(block) for block in group)}))
        else:
            blocks += [_apart(block) for block in group]
    return blocks


def _rich(block: dict[str, Any]) -> str:
    if block["type"] == "paragraph":
        return f"<p>{_editable(block['html'])}</p>"
    tag = "ol" if block.get("ordered") else "ul"
    items = "".join(f"<li>{_editable(item)}</li>" for item in block["items"])
    return f"<{tag}>{items}</{tag}>"


def _editable(html: str) -> str:
    """The markup that our editor keeps: bold, italic and links."""
    html = re.sub(r"</?su[bp]>", "", html)
    return re.sub(r"<(/?)(strong|em)>", lambda tag: f"<{tag[1]}{_NAMES[tag[2]]}>", html)


def _apart(block: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    if block["type"] == "heading" and len(block["text"]) > _LONGEST_HEADING:
        return "rich_text", {"text": f"<p><b>{escape(block['text'], quote=False)}</b></p>"}
    if block["type"] == "heading":
        return "heading", {"text": block["text"], "level": str(block["level"])}
    return "quote", {"text": block["text"], "attribution": block.get("attribution", "")[:150]}
