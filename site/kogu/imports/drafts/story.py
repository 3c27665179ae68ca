"""Turns the body of a document into the blocks of a story."""

import re
from collections.abc import Mapping
from html import escape
from itertools import groupby
from typing import Any

_NAMES = {"strong": "b", "em": "i"}
_IN_TEXT = ("paragraph", "list")
_LONGEST_HEADING = 200
_LONGEST_ATTRIBUTION = 150
_DEEPEST = 4


def story(
    body: list[dict[str, Any]], pictures: Mapping[str, Any] | None = None
) -> list[tuple[str, dict[str, Any]]]:
    """Neighbouring paragraphs and lists become one block of text; pictures by their names."""
    blocks = []
    for is_text, group in groupby(body, key=lambda block: block["type"] in _IN_TEXT):
        if is_text:
            blocks.append(("rich_text", {"text": "".join(_rich(block) for block in group)}))
            continue
        for block in group:
            if block["type"] != "image":
                blocks.append(_apart(block))
            elif picture := (pictures or {}).get(block["name"]):
                blocks.append(("image", {"image": picture, "alt": block["alt"]}))
    return blocks


def _rich(block: dict[str, Any]) -> str:
    if block["type"] == "paragraph":
        return f"<p>{_editable(block['html'])}</p>"
    items = [_editable(item) for item in block["items"]]
    levels = block.get("levels") or [0] * len(items)
    numbered = block.get("numbered") or [block.get("ordered", False)] * len(items)
    return _nested(list(zip(levels, numbered, items, strict=True)))


def _nested(rows: list[tuple[int, bool, str]]) -> str:
    """Items as lists within lists, no deeper than the editor goes; no level is skipped."""
    html, open_tags = "", []
    for level, is_numbered, item in rows:
        depth = min(level + 1, len(open_tags) + 1, _DEEPEST)
        tag = "ol" if is_numbered else "ul"
        while len(open_tags) > depth:
            html += f"</li></{open_tags.pop()}>"
        if len(open_tags) == depth:
            html += "</li>"
            if open_tags[-1] != tag:
                html += f"</{open_tags.pop()}>"
        if len(open_tags) < depth:
            html += f"<{tag}>"
            open_tags.append(tag)
        html += f"<li>{item}"
    return html + "".join(f"</li></{tag}>" for tag in reversed(open_tags))


def _editable(html: str) -> str:
    """The markup that our editor keeps: bold, italic and links."""
    html = re.sub(r"</?su[bp]>", "", html)
    return re.sub(r"<(/?)(strong|em)>", lambda tag: f"<{tag[1]}{_NAMES[tag[2]]}>", html)


def _apart(block: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    if block["type"] == "table":
        return "table", {"caption": block.get("caption", ""), "table": _table(block)}
    if block["type"] == "heading" and len(block["text"]) > _LONGEST_HEADING:
        return "rich_text", {"text": f"<p><b>{escape(block['text'], quote=False)}</b></p>"}
    if block["type"] == "heading":
        return "heading", {"text": block["text"], "level": str(block["level"])}
    attribution = block.get("attribution", "")
    if len(attribution) > _LONGEST_ATTRIBUTION:
        return "quote", {"text": f"{block['text']} — {attribution}", "attribution": ""}
    return "quote", {"text": block["text"], "attribution": attribution}


def _table(block: dict[str, Any]) -> dict[str, Any]:
    """The form in which tables are stored; what the table shows is for a person to say."""
    width = max(map(len, block["rows"]))
    headings = [*block["columns"], *[""] * (width - len(block["columns"]))]
    return {
        "columns": [{"type": "text", "heading": heading} for heading in headings],
        "rows": [{"values": cells} for cells in block["rows"]],
        "caption": "",
    }
