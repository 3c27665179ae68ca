"""Stories: stored blocks made into frozen parts, without fetching anything one by one."""

from kogu.presenting import rich_text
from kogu.presenting.isolation import try_or_none

MOST_SUMMARY = 300


def _parts(stream):
    """Stored parts of a stream with their blocks; types no longer known are left out."""
    children = stream.stream_block.child_blocks
    return [
        (children[raw["type"]], raw)
        for raw in (dict(part) for part in stream.raw_data)
        if raw["type"] in children
    ]


def collect_story(stream, needs):
    """Note what the story's blocks show of other items."""
    for block, raw in _parts(stream):
        try_or_none(block.collect, raw["value"], needs)


def story_of(stream, resolved):
    """The story as frozen parts, headings mended so that no level is left out."""
    parts = []
    for block, raw in _parts(stream):
        base = {"type": raw["type"], "id": raw.get("id") or ""}
        if part := try_or_none(block.present, raw["value"], resolved, base):
            parts.append(part)
    return tuple(fix_heading_levels(parts))


def fix_heading_levels(parts):
    """Headings one level deeper at most than the heading before; the first is a section."""
    from dataclasses import replace

    deepest = 1
    for part in parts:
        if part.type == "heading":
            level = min(part.level, deepest + 1)
            deepest = level
            part = replace(part, level=level)
        yield part


def plain_text(stream):
    """The story in plain text."""
    return " ".join(filter(None, (block.plain_text(raw["value"]) for block, raw in _parts(stream))))


def excerpt(stream, most=MOST_SUMMARY):
    """The first paragraph in plain text, cut at a word after at most `most` characters."""
    for _block, raw in _parts(stream):
        if raw["type"] == "rich_text" and (text := rich_text.plain_text(raw["value"].get("text"))):
            if len(text) <= most:
                return text
            return text[:most].rsplit(" ", 1)[0].rstrip(",;:–-") + "…"
    return ""


def story_problems(stream, language):
    """What is missing in the story before it may be published in that language."""
    from kogu.presenting.blocks.pictures import missing_alt_problems

    parts = [(block, raw["value"]) for block, raw in _parts(stream)]
    uses = [use for block, value in parts for use in block.picture_uses(value)]
    found = [problem for block, value in parts for problem in block.problems(value, language)]
    return [*missing_alt_problems(uses, language), *found]
