"""Choosers whose choice is a fact: nothing in them is translated or overridden."""

from wagtail.blocks import PageChooserBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock


class ChosenFact:
    """Offers wagtail-localize nothing to translate, and checks without fetching again."""

    def clean(self, value):
        """What was chosen was fetched with all else; Wagtail would ask for each once more."""
        if isinstance(value, self.model_class):
            self.field.run_validators(value)
            return value
        return super().clean(value)

    def get_translatable_segments(self, value):
        """None: the choice is the same in every language."""
        return []

    def restore_translated_segments(self, value, segments):
        """The choice as it was."""
        return value


class PageReference(ChosenFact, PageChooserBlock):
    """A page, whichever language's row was chosen."""


class ImageReference(ChosenFact, ImageChooserBlock):
    """An image."""


class DocumentReference(ChosenFact, DocumentChooserBlock):
    """A document."""


class SnippetReference(ChosenFact, SnippetChooserBlock):
    """A snippet, whichever language's row was chosen."""
