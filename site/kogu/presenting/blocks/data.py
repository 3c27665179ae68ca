"""Blocks of structured words: tables, figures, steps in time, questions and answers."""

from dataclasses import dataclass
from typing import Literal

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from kogu.presenting import rich_text

from .base import PartView, StoryPart
from .pictures import list_values
from .tables import WordsTableBlock
from .text import TEXT_FEATURES


@dataclass(frozen=True)
class TableView(PartView):
    """Rows and columns of plain text; the first row names the columns."""

    type: Literal["table"]
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class TableBlock(StoryPart):
    """Rows and columns of plain text."""

    caption = blocks.CharBlock(label=_("What the table shows"), max_length=200)
    table = WordsTableBlock([("text", blocks.CharBlock(required=False))], label=_("Table"))

    class Meta:
        template = "blocks/table.html"
        icon = "table"
        label = _("Table")
        description = _("Rows and columns; the caption says what the table shows.")
        preview_value = {
            "caption": "Visitors of the open workshops",
            "table": {
                "columns": [
                    {"type": "text", "heading": "Month"},
                    {"type": "text", "heading": "Visitors"},
                ],
                "rows": [{"values": ["September", "214"]}, {"values": ["October", "307"]}],
                "caption": "",
            },
        }

    def present(self, raw, resolved, base):
        """Headings and cells."""
        table = raw.get("table") or {}
        return TableView(
            **base,
            caption=raw.get("caption", ""),
            columns=tuple(column["heading"] for column in table.get("columns", [])),
            rows=tuple(tuple(map(str, row["values"])) for row in table.get("rows", [])),
        )


@dataclass(frozen=True)
class FigureView:
    """A number and what it counts."""

    number: str
    label: str


@dataclass(frozen=True)
class KeyFiguresView(PartView):
    """A few numbers that tell the story."""

    type: Literal["key_figures"]
    title: str
    figures: tuple[FigureView, ...]


class KeyFiguresBlock(StoryPart):
    """A few numbers that tell the story."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=150)
    figures = blocks.ListBlock(
        blocks.StructBlock(
            [
                ("number", blocks.CharBlock(label=_("Number"), max_length=20)),
                ("label", blocks.CharBlock(label=_("What it counts"), max_length=100)),
            ]
        ),
        label=_("Figures"),
        min_num=1,
        max_num=6,
    )

    class Meta:
        template = "blocks/key_figures.html"
        icon = "order"
        label = _("Key figures")
        description = _("Up to six numbers that tell the story.")
        preview_value = {
            "title": "The year in numbers",
            "figures": [
                {"number": "46", "label": "members"},
                {"number": "12", "label": "open workshops"},
                {"number": "3", "label": "counties"},
            ],
        }

    def present(self, raw, resolved, base):
        """The numbers in their order."""
        figures = tuple(
            FigureView(item.get("number", ""), item.get("label", ""))
            for item in list_values(raw, "figures")
        )
        return KeyFiguresView(**base, title=raw.get("title", ""), figures=figures)


@dataclass(frozen=True)
class StepView:
    """What happened, or will, and when."""

    when: str
    title: str
    html: str


@dataclass(frozen=True)
class TimelineView(PartView):
    """Steps in time."""

    type: Literal["timeline"]
    title: str
    steps: tuple[StepView, ...]


class TimelineBlock(StoryPart):
    """Steps in time."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=150)
    steps = blocks.ListBlock(
        blocks.StructBlock(
            [
                ("when", blocks.CharBlock(label=_("When"), max_length=60)),
                ("title", blocks.CharBlock(label=_("What"), max_length=150)),
                (
                    "text",
                    blocks.RichTextBlock(label=_("Text"), features=TEXT_FEATURES, required=False),
                ),
            ]
        ),
        label=_("Steps"),
        min_num=2,
    )

    class Meta:
        template = "blocks/timeline.html"
        icon = "history"
        label = _("Timeline")
        description = _("What happened, or will, and when.")
        preview_value = {
            "title": "How we got here",
            "steps": [
                {"when": "Autumn 2021", "title": "Twelve founders meet", "text": ""},
                {"when": "March 2023", "title": "The workshop opens", "text": ""},
            ],
        }

    def collect(self, raw, needs):
        """What the steps link to."""
        for step in list_values(raw, "steps"):
            rich_text.collect(step.get("text"), needs)

    def present(self, raw, resolved, base):
        """The steps in their order."""
        steps = tuple(
            StepView(
                s.get("when", ""), s.get("title", ""), rich_text.render(s.get("text"), resolved)
            )
            for s in list_values(raw, "steps")
        )
        return TimelineView(**base, title=raw.get("title", ""), steps=steps)


@dataclass(frozen=True)
class AnswerView:
    """A question, or a heading, and what is behind it."""

    title: str
    html: str


@dataclass(frozen=True)
class AccordionView(PartView):
    """Questions and answers that open one by one."""

    type: Literal["accordion"]
    title: str
    items: tuple[AnswerView, ...]


class AccordionBlock(StoryPart):
    """Questions and answers that open one by one."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=150)
    items = blocks.ListBlock(
        blocks.StructBlock(
            [
                ("title", blocks.CharBlock(label=_("Question"), max_length=200)),
                ("text", blocks.RichTextBlock(label=_("Answer"), features=TEXT_FEATURES)),
            ]
        ),
        label=_("Questions"),
        min_num=1,
    )

    class Meta:
        template = "blocks/accordion.html"
        icon = "list-ul"
        label = _("Questions and answers")
        description = _("Questions that open to show their answers.")
        preview_value = {
            "title": "What people ask",
            "items": [
                {"title": "Do I need to be a member?", "text": "<p>No. Everybody may come.</p>"}
            ],
        }

    def collect(self, raw, needs):
        """What the answers link to."""
        for item in list_values(raw, "items"):
            rich_text.collect(item.get("text"), needs)

    def present(self, raw, resolved, base):
        """The questions in their order."""
        items = tuple(
            AnswerView(i.get("title", ""), rich_text.render(i.get("text"), resolved))
            for i in list_values(raw, "items")
        )
        return AccordionView(**base, title=raw.get("title", ""), items=items)
