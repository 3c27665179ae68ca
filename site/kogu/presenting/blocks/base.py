"""How every block of a story says what it needs and what readers get."""

from dataclasses import dataclass

from django.utils.translation import get_language
from wagtail import blocks

from . import examples


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

    def collect(self, raw, needs):
        """Note what of other items the block will show."""

    def present(self, raw, resolved, base):
        """A frozen view of the block; `base` holds its type and id. None shows nothing."""
        raise NotImplementedError

    def get_context(self, value, parent_context=None):
        """Templates get the same view wherever they are rendered, the editor's preview included."""
        context = super().get_context(value, parent_context)
        return {**context, "value": self.view_for(value) or value}

    def get_preview_value(self):
        """The example written for the block, with real pictures and items where it names some."""
        return examples.fill(self, super().get_preview_value())

    def view_for(self, value):
        """The view of a value on its own, read for it alone."""
        from kogu.presenting.resolver import Needs, Reader

        raw = self.get_prep_value(value)
        needs = Needs(Reader(get_language()))
        self.collect(raw, needs)
        return self.present(raw, needs.resolve(), {"type": self.name, "id": "preview"})

    def plain_text(self, raw):
        """The block's words in plain text, for summaries and search."""
        return ""

    def problems(self, raw, language):
        """What is missing before the block may be published in a language, as sentences."""
        return []

    def picture_uses(self, raw):
        """The stored uses of pictures whose words are asked for, of all parts at once."""
        return []
