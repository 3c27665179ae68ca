"""Blocks of words."""

from dataclasses import dataclass
from typing import Literal

from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from kogu.presenting import rich_text

from .base import PartView, StoryPart
from .choosers import PageReference

TEXT_FEATURES = ["bold", "italic", "ol", "ul", "link", "document-link"]


@dataclass(frozen=True)
class HeadingView(PartView):
    """A heading within the story; `level` is 2 to 4."""

    type: Literal["heading"]
    text: str
    level: int
    anchor: str


class HeadingBlock(StoryPart):
    """A heading within the story."""

    text = blocks.CharBlock(label=_("Heading"), max_length=200)
    level = blocks.ChoiceBlock(
        label=_("Level"),
        choices=[("2", _("Section")), ("3", _("Part of a section")), ("4", _("Detail"))],
        default="2",
    )

    class Meta:
        template = "blocks/heading.html"
        icon = "title"
        label = _("Heading")
        description = _("Divides a long story. Skipped levels are corrected automatically.")
        preview_value = {"text": "What happens next", "level": "2"}

    def present(self, raw, resolved, base):
        """The heading with an address of its own."""
        text = raw.get("text", "")
        anchor = slugify(text) or f"part-{base['id'][:8]}"
        return HeadingView(**base, text=text, level=int(raw.get("level") or 2), anchor=anchor)

    def plain_text(self, raw):
        """The heading itself."""
        return raw.get("text", "")


@dataclass(frozen=True)
class RichTextView(PartView):
    """Paragraphs, lists and links as sanitised HTML."""

    type: Literal["rich_text"]
    html: str


class ParagraphBlock(StoryPart):
    """Paragraphs, lists and links."""

    text = blocks.RichTextBlock(label=_("Text"), features=TEXT_FEATURES)

    class Meta:
        template = "blocks/rich_text.html"
        icon = "pilcrow"
        label = _("Text")
        description = _("Paragraphs, lists and links.")
        preview_value = {
            "text": "<p>Forty makers from three counties met in the old dairy on Tuesday. "
            "They left with <b>six shared plans</b> and a date for the next evening.</p>"
        }

    def collect(self, raw, needs):
        """Pages and documents the text links to."""
        rich_text.collect(raw.get("text"), needs)

    def present(self, raw, resolved, base):
        """The text with its links resolved."""
        return RichTextView(**base, html=rich_text.render(raw.get("text"), resolved))

    def plain_text(self, raw):
        """The text without its markup."""
        return rich_text.plain_text(raw.get("text"))


@dataclass(frozen=True)
class QuoteView(PartView):
    """Somebody's words, and whose they are."""

    type: Literal["quote"]
    text: str
    attribution: str
    role: str


class QuoteBlock(StoryPart):
    """Somebody's words, and whose they are."""

    text = blocks.TextBlock(label=_("Words"))
    attribution = blocks.CharBlock(label=_("Who said it"), required=False, max_length=150)
    role = blocks.CharBlock(label=_("Their role"), required=False, max_length=150)

    class Meta:
        template = "blocks/quote.html"
        icon = "openquote"
        label = _("Quote")
        description = _("Somebody's words, with their name beneath.")
        preview_value = {
            "text": "Before the network I looked for a weaver for two years. Now I know nine.",
            "attribution": "Liis Kask",
            "role": "furniture maker",
        }

    def present(self, raw, resolved, base):
        """The words and the name."""
        return QuoteView(
            **base,
            text=raw.get("text", ""),
            attribution=raw.get("attribution", ""),
            role=raw.get("role", ""),
        )

    def plain_text(self, raw):
        """The quoted words."""
        return raw.get("text", "")


@dataclass(frozen=True)
class CallToActionView(PartView):
    """One item the reader may do next."""

    type: Literal["call_to_action"]
    words: str
    label: str
    url: str


class CallToActionBlock(StoryPart):
    """One item the reader may do next."""

    words_before = blocks.CharBlock(label=_("Sentence before"), required=False, max_length=200)
    label = blocks.CharBlock(label=_("Words on the button"), max_length=60)
    page = PageReference(label=_("Page"), required=False)
    url = blocks.URLBlock(label=_("or address elsewhere"), required=False)

    class Meta:
        template = "blocks/call_to_action.html"
        icon = "arrow-right"
        label = _("Call to action")
        description = _("A button to a page or an address elsewhere.")
        preview_value = {
            "words_before": "Places are given in the order of sign-ups.",
            "label": "Sign up for the workshop",
            "url": "https://example.org/sign-up",
        }

    def collect(self, raw, needs):
        """The page behind the button."""
        if raw.get("page"):
            needs.page_ids.add(raw["page"])
        needs.collect_address(raw.get("url"))

    def present(self, raw, resolved, base):
        """The button, or nothing when it would lead nowhere."""
        url = resolved.page_url(raw.get("page")) or resolved.address(raw.get("url"))
        if not url:
            return None
        return CallToActionView(
            **base, words=raw.get("words_before", ""), label=raw.get("label", ""), url=url
        )

    def problems(self, raw, language):
        """A button must lead somewhere."""
        return [] if raw.get("page") or raw.get("url") else [_("A button leads nowhere.")]
