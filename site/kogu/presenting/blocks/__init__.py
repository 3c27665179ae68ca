"""The blocks an editor builds a story from."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .data import AccordionBlock, KeyFiguresBlock, TableBlock, TimelineBlock
from .external_media import EmbedBlock, VideoBlock
from .pictures import DocumentListBlock, GalleryBlock, ImageBlock
from .references import (
    ContactBlock,
    EventListBlock,
    PeopleBlock,
    ProjectCardBlock,
    RelatedPagesBlock,
)
from .text import CallToActionBlock, HeadingBlock, ParagraphBlock, QuoteBlock


class StoryBlock(blocks.StreamBlock):
    """The body of a page: any blocks, in any order."""

    rich_text = ParagraphBlock(group=_("Words"))
    heading = HeadingBlock(group=_("Words"))
    quote = QuoteBlock(group=_("Words"))
    call_to_action = CallToActionBlock(group=_("Words"))
    image = ImageBlock(group=_("Pictures and files"))
    gallery = GalleryBlock(group=_("Pictures and files"))
    video = VideoBlock(group=_("Pictures and files"))
    embed = EmbedBlock(group=_("Pictures and files"))
    document_list = DocumentListBlock(group=_("Pictures and files"))
    key_figures = KeyFiguresBlock(group=_("Facts"))
    table = TableBlock(group=_("Facts"))
    timeline = TimelineBlock(group=_("Facts"))
    accordion = AccordionBlock(group=_("Facts"))
    related_pages = RelatedPagesBlock(group=_("From this site"))
    project_card = ProjectCardBlock(group=_("From this site"))
    event_list = EventListBlock(group=_("From this site"))
    people = PeopleBlock(group=_("From this site"))
    contact = ContactBlock(group=_("From this site"))

    class Meta:
        block_counts: dict = {}
        required = False
