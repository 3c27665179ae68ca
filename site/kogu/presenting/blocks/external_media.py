"""Blocks of what stands on other sites; nothing of it is loaded before the reader asks."""

from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from kogu.media.pictures import Picture

from .base import PartView, StoryPart
from .choosers import ImageReference
from .providers import frame_of


class Medium(TextChoices):
    """What stands elsewhere, when it is no film."""

    MAP = "map", _("Map")
    SOUND = "sound", _("Sound recording")
    SLIDES = "slides", _("Slides")
    FORM = "form", _("Form")


@dataclass(frozen=True)
class ExternalMediaView(PartView):
    """What stands at an address of another site."""

    title: str
    url: str
    host: str
    # Where a known site offers it for a frame: for clients that load it at a click.
    frame_url: str
    poster: Picture | None


class ExternalMediaBlock(StoryPart):
    """A card that leads to another site, and says to which."""

    title = blocks.CharBlock(label=_("Title"), max_length=150)
    url = blocks.URLBlock(label=_("Address"), help_text=_("As in your browser's address bar."))
    poster = ImageReference(label=_("Picture"), required=False)

    def collect(self, raw, needs):
        """The picture that stands for it, and the document it may lead to."""
        needs.collect_address(raw.get("url"))
        if raw.get("poster"):
            needs.image_ids.add(raw["poster"])

    def common_fields(self, raw, resolved):
        """Title, address and the name of the site that will be asked."""
        url = resolved.address(raw.get("url"))
        return {
            "title": raw.get("title", ""),
            "url": url,
            "host": (urlsplit(url).hostname or "").removeprefix("www."),
            "frame_url": frame_of(url),
            "poster": resolved.picture(raw.get("poster"), decorative=True, sizes="story"),
        }

    def clean(self, value):
        """Other sites are linked over https only."""
        cleaned = super().clean(value)
        if cleaned["url"] and not cleaned["url"].startswith("https://"):
            raise blocks.StructBlockValidationError(
                block_errors={"url": ValidationError(_("The address must begin with https://."))}
            )
        return cleaned


@dataclass(frozen=True)
class VideoView(ExternalMediaView):
    """A film elsewhere."""

    type: Literal["video"]


class VideoBlock(ExternalMediaBlock):
    """A film elsewhere, opened by the reader."""

    class Meta:
        template = "blocks/elsewhere.html"
        icon = "media"
        label = _("Film")
        description = _("A link to a film; nothing is loaded before the reader opens it.")
        preview_value = {
            "title": "How the network began (3 minutes)",
            "url": "https://vimeo.com/76979871",
        }

    def present(self, raw, resolved, base):
        """The film as a card, or nothing when it would lead nowhere."""
        fields = self.common_fields(raw, resolved)
        return VideoView(**base, **fields) if fields["url"] else None


@dataclass(frozen=True)
class EmbedView(ExternalMediaView):
    """A map, recording, slides or form elsewhere."""

    type: Literal["embed"]
    medium: str
    medium_label: str
    text: str


class EmbedBlock(ExternalMediaBlock):
    """A map, recording, slides or form elsewhere, opened by the reader."""

    medium = blocks.ChoiceBlock(label=_("What it is"), choices=Medium.choices, default=Medium.MAP)
    text = blocks.TextBlock(
        label=_("In words"),
        required=False,
        max_length=500,
        help_text=_("What it shows or asks, for those who do not or cannot open it."),
    )

    class Meta:
        template = "blocks/elsewhere.html"
        icon = "site"
        label = _("Map, sound, slides or form")
        description = _("A card that leads there; nothing is loaded before the reader opens it.")
        form_layout = ["medium", "title", "url", "text", "poster"]
        preview_value = {
            "medium": "map",
            "title": "All stops of the craft bus",
            "url": "https://umap.openstreetmap.fr/en/map/craft-bus_1093215",
            "text": "Eleven stops between Alūksne and Võru, every second Saturday.",
        }

    def present(self, raw, resolved, base):
        """What it is, besides where it is; nothing when it would lead nowhere."""
        fields = self.common_fields(raw, resolved)
        if not fields["url"]:
            return None
        medium = raw.get("medium") or Medium.MAP.value
        return EmbedView(
            **base,
            **fields,
            medium=medium,
            medium_label=str(Medium(medium).label),
            text=raw.get("text") or "",
        )

    def plain_text(self, raw):
        """What it shows, in words."""
        return raw.get("text") or ""
