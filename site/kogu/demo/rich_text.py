"""Turns the plain way in which the region's texts are written into rich text."""

import re

from django.utils.html import escape


def rich_text(text):
    """Paragraphs apart by blank lines, `- ` and `1. ` for lists, `**bold**` and `*slanted*`."""
    parts = re.split(r"\n\s*\n", text.strip())
    return "".join(_part(part.strip()) for part in parts if part.strip())


def _part(part):
    lines = part.split("\n")
    if all(line.startswith("- ") for line in lines):
        return _listed("ul", [line[2:] for line in lines])
    if all(re.match(r"\d+\. ", line) for line in lines):
        return _listed("ol", [line.split(". ", 1)[1] for line in lines])
    return f"<p>{_inline(' '.join(lines))}</p>"


def _listed(tag, lines):
    entries = "".join(f"<li>{_inline(line)}</li>" for line in lines)
    return f"<{tag}>{entries}</{tag}>"


def _inline(text):
    text = escape(text).replace("&#x27;", "'").replace("&quot;", '"')
    text = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", text)
    return re.sub(r"\*(.+?)\*", r"<i>\1</i>", text)
