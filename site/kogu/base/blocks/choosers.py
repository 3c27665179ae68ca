"""Choosers whose choice is a fact: nothing in them is translated or overridden."""

from wagtail.blocks import PageChooserBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock


class NoSegments:
    """Offers wagtail-localize nothing to translate."""

    def get_translatable_segments(self, value):
        """None: the choice is the same in every language."""
        return []

    def restore_translated_segments(self, value, segments):
        """The choice as it was."""
        return value


class PageReference(NoSegments, PageChooserBlock):
    """A page, whichever language's row was chosen."""


class ImageReference(NoSegments, ImageChooserBlock):
    """An image."""


class DocumentReference(NoSegments, DocumentChooserBlock):
    """A document."""


class SnippetReference(NoSegments, SnippetChooserBlock):
    """A snippet, whichever language's row was chosen."""
