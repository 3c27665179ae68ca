"""Blocks that show other items of the site; the items themselves stay where they live."""

from dataclasses import dataclass
from typing import Literal

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from kogu.presenting.card_views import CardView

from .base import PartView, StoryPart
from .choosers import PageReference, SnippetReference
from .pictures import list_values


@dataclass(frozen=True)
class CardsView(PartView):
    """Items of the site, as cards in the order an editor gave them."""

    type: Literal["related_pages", "project_card", "event_list", "people", "contact"]
    title: str
    cards: tuple[CardView, ...]


class CardsBlock(StoryPart):
    """Pages chosen one by one."""

    def collect(self, raw, needs):
        """The chosen pages."""
        needs.page_ids.update(pk for pk in list_values(raw, "pages") if pk)

    def present(self, raw, resolved, base):
        """Cards of the pages that are public; nothing when none is."""
        keys = [resolved.keys_by_page.get(pk) for pk in list_values(raw, "pages")]
        cards = resolved.cards(key for key in keys if key)
        return CardsView(**base, title=raw.get("title", ""), cards=cards) if cards else None


class RelatedPagesBlock(CardsBlock):
    """Pages to read next."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=150)
    pages = blocks.ListBlock(PageReference(), label=_("Pages"), min_num=1, max_num=12)

    class Meta:
        template = "blocks/cards.html"
        icon = "link"
        label = _("Related pages")
        description = _("Pages to read next, as cards.")
        preview_value = {"title": "Read next", "pages": []}


class ProjectCardBlock(CardsBlock):
    """A project within the story."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=150)
    pages = blocks.ListBlock(
        PageReference(page_type="directory.ProjectPage"), label=_("Project"), min_num=1, max_num=3
    )

    class Meta:
        template = "blocks/cards.html"
        icon = "doc-full-inverse"
        label = _("Project")
        description = _("A project's card; it does not bring the funder's notice.")
        preview_value = {"title": "", "pages": []}


class EventListBlock(CardsBlock):
    """Events within the story."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=150)
    pages = blocks.ListBlock(
        PageReference(page_type="events.EventPage"), label=_("Events"), min_num=1, max_num=12
    )

    class Meta:
        template = "blocks/cards.html"
        icon = "date"
        label = _("Events")
        description = _("Chosen events, with their dates as they stand.")
        preview_value = {"title": "Come along", "pages": []}


class PeopleBlock(StoryPart):
    """People the reader may turn to."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=150)
    people = blocks.ListBlock(SnippetReference("directory.Person"), label=_("People"), min_num=1)

    class Meta:
        template = "blocks/people.html"
        icon = "group"
        label = _("People")
        description = _("People whose names may be published; others are left out.")
        preview_value = {"title": "Who we are", "people": []}

    def collect(self, raw, needs):
        """The people."""
        needs.snippet_ids[self._model].update(pk for pk in list_values(raw, "people") if pk)

    def present(self, raw, resolved, base):
        """Those who may be shown."""
        cards = resolved.snippets(self._model, list_values(raw, "people"))
        return CardsView(**base, title=raw.get("title", ""), cards=cards) if cards else None

    @property
    def _model(self):
        return self.child_blocks["people"].child_block.model_class


class ContactBlock(PeopleBlock):
    """One person to write to or call."""

    class Meta:
        template = "blocks/people.html"
        icon = "user"
        label = _("Contact")
        description = _("A person to write to or call.")
        preview_value = {"title": "Ask", "people": []}
