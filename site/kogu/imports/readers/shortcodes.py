"""Marks by which a publishing system puts in what is not text: [gallery ids="4,5"]."""

import re
from dataclasses import replace

from kogu.imports.source import Line, Notice, Source

_VALUE = r"(?:\"[^\"\]]*\"|'[^'\]]*'|[“”″„][^“”″\]]*[“”″]|[^\s\"'\]]+)"
_TAG = re.compile(
    rf"\[(?P<end>/)?(?P<name>[a-z][\w-]*)(?P<more>(?:\s+[\w-]+\s*=\s*{_VALUE})*)\s*/?\]",
    re.IGNORECASE,
)
# Names that stand alone and mean no word.
_KNOWN = re.compile(
    r"gallery|caption|embed|audio|video|playlist|contact-form(?:-\d)?|toc|nextpage|more"
    r"|(?:vc|et_pb|fusion|su|av|rev|wp|woocommerce|elementor|ninja|gravity)[_-][\w-]+|(?:wp|gravity)forms?",
    re.IGNORECASE,
)


def without_shortcodes(source: Source) -> Source:
    """The document without the marks; words that stand between two of them stay."""
    closed = {
        match["name"].lower()
        for line in source.lines
        for match in _TAG.finditer(line.text)
        if match["end"]
    }
    found: list[str] = []

    def remove(match: re.Match) -> str:
        is_mark = match["more"] or match["end"] or match["name"].lower() in closed
        if not (is_mark or _KNOWN.fullmatch(match["name"])):
            return match.group()
        found.append(match.group())
        return " "

    lines = [_without(line, remove) for line in source.lines]
    if not found:
        return source
    notice = Notice("shortcodes_left_out", " · ".join(found))
    kept = tuple(line for line in lines if line.text)
    return replace(source, lines=kept, notices=(*source.notices, notice))


def _without(line: Line, remove) -> Line:
    text = _TAG.sub(remove, line.text)
    if text == line.text:
        return line
    text = " ".join(text.split())
    html = " ".join(_TAG.sub(" ", line.html).split())
    return replace(line, text=text, html=html) if "<" in line.html else line.saying(text)
