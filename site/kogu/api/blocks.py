"""Blocks of a story, each a typed variant told apart by `type`."""

from collections.abc import Callable, Iterable
from typing import Annotated, Any, Literal

from pydantic import Field

from kogu.content.site_urls import absolute
from kogu.presenting.blocks import StoryBlock
from kogu.presenting.blocks.external_media import Medium

from . import serializers
from .schemas import CardOut, DocumentOut, PictureOut, Schema
from .serializers import Json
from .vocabulary import Codes, vocabularies


class PartOut(Schema):
    """What every block has."""

    id: str = Field(description="Id of the block within the page")


class HeadingOut(PartOut):
    """A heading within the story."""

    type: Literal["heading"] = Field(description="Variant")
    text: str = Field(description="Words")
    level: int = Field(description="Level of the heading", json_schema_extra={"enum": [2, 3, 4]})
    anchor: str = Field(description="Fragment that leads to the heading on its page")


class RichTextOut(PartOut):
    """Paragraphs, lists and links."""

    type: Literal["rich_text"] = Field(description="Variant")
    html: str = Field(description="Sanitised HTML with absolute addresses")


class QuoteOut(PartOut):
    """Somebody's words."""

    type: Literal["quote"] = Field(description="Variant")
    text: str = Field(description="Words")
    attribution: str = Field(description="Who said it")
    role: str = Field(description="Their role")


class CallToActionOut(PartOut):
    """One item the reader may do next."""

    type: Literal["call_to_action"] = Field(description="Variant")
    words: str = Field(description="Sentence before the button")
    label: str = Field(description="Words on the button")
    url: str = Field(description="Where it leads")


class ImageOut(PartOut):
    """A picture."""

    type: Literal["image"] = Field(description="Variant")
    picture: PictureOut = Field(description="The picture")


class GalleryOut(PartOut):
    """Pictures that belong together."""

    type: Literal["gallery"] = Field(description="Variant")
    title: str = Field(description="Title")
    pictures: list[PictureOut] = Field(description="The pictures in order")


class DocumentListOut(PartOut):
    """Files to download."""

    type: Literal["document_list"] = Field(description="Variant")
    title: str = Field(description="Title")
    documents: list[DocumentOut] = Field(description="The files in order")


class ElsewhereOut(PartOut):
    """What stands on another site; load it only when the reader asks."""

    title: str = Field(description="Title")
    url: str = Field(description="Address to lead readers to")
    frame_url: str = Field(
        description="Address to load in a frame at the reader's click; empty: only a link"
    )
    poster: PictureOut | None = Field(description="Picture that stands for it")


class VideoOut(ElsewhereOut):
    """A film elsewhere."""

    type: Literal["video"] = Field(description="Variant")


class EmbedOut(ElsewhereOut):
    """A map, recording, slides or form elsewhere."""

    type: Literal["embed"] = Field(description="Variant")
    medium: Annotated[str, Codes("medium", Medium)] = Field(description="What it is")
    text: str = Field(description="What it shows or asks, as plain text")


class TableOut(PartOut):
    """Rows and columns of plain text."""

    type: Literal["table"] = Field(description="Variant")
    caption: str = Field(description="What the table shows")
    columns: list[str] = Field(description="Headings of the columns")
    rows: list[list[str]] = Field(description="Cells, row by row")


class FigureOut(Schema):
    """A number and what it counts."""

    number: str = Field(description="The number as written")
    label: str = Field(description="What it counts")


class KeyFiguresOut(PartOut):
    """Numbers that tell the story."""

    type: Literal["key_figures"] = Field(description="Variant")
    title: str = Field(description="Title")
    figures: list[FigureOut] = Field(description="The numbers in order")


class StepOut(Schema):
    """What happened, and when."""

    when: str = Field(description="When, in words")
    title: str = Field(description="What")
    html: str = Field(description="Sanitised HTML with absolute addresses")


class TimelineOut(PartOut):
    """Steps in time."""

    type: Literal["timeline"] = Field(description="Variant")
    title: str = Field(description="Title")
    steps: list[StepOut] = Field(description="The steps in order")


class AnswerOut(Schema):
    """A question and its answer."""

    title: str = Field(description="Question")
    html: str = Field(description="Sanitised HTML with absolute addresses")


class AccordionOut(PartOut):
    """Questions and answers."""

    type: Literal["accordion"] = Field(description="Variant")
    title: str = Field(description="Title")
    items: list[AnswerOut] = Field(description="The questions in order")


class CardsOut(PartOut):
    """Items of the site."""

    type: Literal["related_pages", "project_card", "event_list", "people", "contact"] = Field(
        description="Variant"
    )
    title: str = Field(description="Title")
    cards: list[CardOut] = Field(description="The things in order")


Block = Annotated[
    HeadingOut
    | RichTextOut
    | QuoteOut
    | CallToActionOut
    | ImageOut
    | GalleryOut
    | DocumentListOut
    | VideoOut
    | EmbedOut
    | TableOut
    | KeyFiguresOut
    | TimelineOut
    | AccordionOut
    | CardsOut,
    Field(discriminator="type"),
]


vocabularies["block_type"] = lambda: {
    name: block.label for name, block in StoryBlock().child_blocks.items()
}


def _html_items(items: Iterable[Any]) -> list[Json]:
    return [{**vars(item), "html": serializers.rich(item.html)} for item in items]


_MAKERS: dict[str, Callable[[Any], Json]] = {
    "rich_text": lambda p: {"html": serializers.rich(p.html)},
    "image": lambda p: {"picture": serializers.picture(p.picture)},
    "gallery": lambda p: {"pictures": [serializers.picture(one) for one in p.pictures]},
    "video": lambda p: {"poster": serializers.picture(p.poster)},
    "embed": lambda p: {"poster": serializers.picture(p.poster)},
    "call_to_action": lambda p: {"url": absolute(p.url)},
    "document_list": lambda p: {"documents": [serializers.document(each) for each in p.documents]},
    "key_figures": lambda p: {"figures": [vars(figure) for figure in p.figures]},
    "timeline": lambda p: {"steps": _html_items(p.steps)},
    "accordion": lambda p: {"items": _html_items(p.items)},
}


def block(part: Any) -> Json:
    """A part of a story as its variant."""
    data = dict(vars(part))
    if "cards" in data:
        data["cards"] = [serializers.card(one) for one in part.cards]
    if maker := _MAKERS.get(part.type):
        data.update(maker(part))
    return data


def story(parts: Iterable[Any]) -> list[Json]:
    """A whole story as variants."""
    return [block(part) for part in parts]
