"""How every block of a story says what it needs and what readers get."""

from dataclasses import dataclass

from wagtail import blocks


@dataclass(frozen=True)
class PartView:
    """A part of a story as readers and API clients get it; `type` names the variant."""

    type: str
    id: str


class StoryPart(blocks.StructBlock):
    """One block of a story.

    Blocks work on stored values (`raw`), so that reading a story never fetches
    objects one by one: `want` notes what is needed, `present` gets it found.
    """

    def want(self, raw, wanted):
        """Note what of other things the block will show."""

    def present(self, raw, found, base):
        """A frozen view of the block; `base` holds its type and id. None shows nothing."""
        raise NotImplementedError

    def words(self, raw):
        """The block's words in plain text, for summaries and search."""
        return ""

    def problems(self, raw):
        """What is missing before the block may be published, as sentences."""
        return []
