"""Stories out of blocks, made the way the editor stores them."""

import uuid

from kogu.presenting.blocks import StoryBlock

NAMES = uuid.UUID("5f2c1a0e-6f0b-4c55-9f0a-2d1b3c4e5f60")


def block_id(*path):
    """An id for a block that is the same whenever the same story is made."""
    return str(uuid.uuid5(NAMES, "/".join(map(str, path))))


def raw_block(kind, value, *path):
    """A block as it is stored."""
    return {"type": kind, "value": value, "id": block_id(kind, *path)}


def items(values, *path):
    """The values of a list block, as they are stored."""
    return [
        {"type": "item", "value": value, "id": block_id("item", n, *path)}
        for n, value in enumerate(values)
    ]


def stream(raw):
    """Stored blocks as the value of a story."""
    return StoryBlock().to_python(raw)


def story(*parts):
    """A story: plain sentences become paragraphs, others are `(kind, value)`."""
    raw = []
    for n, part in enumerate(parts):
        kind, value = ("rich_text", {"text": f"<p>{part}</p>"}) if isinstance(part, str) else part
        raw.append(raw_block(kind, value, n))
    return stream(raw)
