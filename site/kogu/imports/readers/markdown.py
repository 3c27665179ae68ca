"""Marks of emphasis and links that people type into plain text."""

import re
from html import escape, unescape

from kogu.imports.source import Line

_LINK = re.compile(r"\[([^\[\]]{1,300})\]\((https?://[^\s()]{1,500}|mailto:[^\s()]{1,200})\)")
_MARKS = (
    (re.compile(r"\*\*(?=\S)([^*]{1,500}?)(?<=\S)\*\*"), r"<strong>\1</strong>"),
    (re.compile(r"(?<![\w*])\*(?=[^\s*])([^*]{1,500}?)(?<=[^\s*])\*(?![\w*])"), r"<em>\1</em>"),
)


def marked(kind: str, text: str, **more) -> Line:
    """A line with its marks turned into markup."""
    html = _LINK.sub(r'<a href="\2">\1</a>', escape(text, quote=False))
    for mark, markup in _MARKS:
        html = mark.sub(markup, html)
    return Line(kind, unescape(re.sub(r"</?(?:a|em|strong)\b[^>]*>", "", html)), html, **more)
