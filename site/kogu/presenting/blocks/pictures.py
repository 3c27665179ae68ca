"""Blocks of pictures and documents."""

from dataclasses import dataclass
from typing import Literal

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from kogu.media.documents import DocumentView
from kogu.media.models import ImageText, KoguImage
from kogu.media.pictures import Picture

from .base import PartView, StoryPart
from .choosers import DocumentReference, ImageReference


class PictureUse(blocks.StructBlock):
    """An image with this use's own words."""

    image = ImageReference(label=_("Picture"))
    alt = blocks.CharBlock(
        label=_("Alternative text"),
        required=False,
        max_length=255,
        help_text=_("What somebody who does not see the picture should know. Empty: the image's."),
    )
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=255)
    credit = blocks.CharBlock(label=_("Credit"), required=False, max_length=150)
    is_decorative = blocks.BooleanBlock(
        label=_("Decorative"),
        required=False,
        help_text=_("The picture says nothing that the text does not; screen readers skip it."),
    )

    class Meta:
        icon = "image"


def used_picture(raw, resolved, sizes):
    """A stored picture use as a picture, or None when it has no public file."""
    return resolved.picture(
        raw.get("image"),
        alt=raw.get("alt") or None,
        caption=raw.get("caption") or None,
        credit=raw.get("credit") or None,
        decorative=bool(raw.get("is_decorative")),
        sizes=sizes,
    )


def missing_alt_problems(uses, language):
    """A sentence for each stored use whose picture says something but has no words for it."""
    ids = [
        use["image"]
        for use in uses
        if use.get("image") and not use.get("is_decorative") and not (use.get("alt") or "").strip()
    ]
    if not ids:
        return []
    described = ImageText.objects.filter(image__in=ids, language=language).exclude(alt="")
    mute = KoguImage.objects.filter(pk__in=ids).exclude(pk__in=described.values("image"))
    message = gettext("Say in words what the picture “%(title)s” shows, or mark it as decorative.")
    return [message % {"title": image.title} for image in mute.order_by("pk")]


@dataclass(frozen=True)
class ImageView(PartView):
    """A picture with its words."""

    type: Literal["image"]
    picture: Picture


class ImageBlock(PictureUse, StoryPart):
    """A picture within the story."""

    class Meta:
        template = "blocks/image.html"
        icon = "image"
        label = _("Picture")
        description = _("A picture with caption and credit.")
        preview_value = {"caption": "The market hall on an early morning.", "is_decorative": True}

    def collect(self, raw, needs):
        """The image."""
        if raw.get("image"):
            needs.image_ids.add(raw["image"])

    def present(self, raw, resolved, base):
        """The picture, or nothing when it has no public file."""
        picture = used_picture(raw, resolved, "story")
        return ImageView(**base, picture=picture) if picture else None

    def picture_uses(self, raw):
        """The one."""
        return [raw]


@dataclass(frozen=True)
class GalleryView(PartView):
    """Several pictures that belong together."""

    type: Literal["gallery"]
    title: str
    pictures: tuple[Picture, ...]


class GalleryBlock(StoryPart):
    """Several pictures that belong together."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=150)
    pictures = blocks.ListBlock(PictureUse(), label=_("Pictures"), min_num=2, max_num=24)

    class Meta:
        template = "blocks/gallery.html"
        icon = "grip"
        label = _("Gallery")
        description = _("Two or more pictures side by side.")
        preview_value = {"title": "An evening in the workshop", "pictures": []}

    def collect(self, raw, needs):
        """All images of the gallery."""
        needs.image_ids.update(item["image"] for item in list_values(raw, "pictures"))

    def present(self, raw, resolved, base):
        """The pictures that have a public file."""
        uses = (used_picture(item, resolved, "gallery") for item in list_values(raw, "pictures"))
        pictures = tuple(picture for picture in uses if picture)
        return GalleryView(**base, title=raw.get("title", ""), pictures=pictures)

    def picture_uses(self, raw):
        """Each of the gallery."""
        return list_values(raw, "pictures")


def list_values(raw, name):
    """The values of a stored list block."""
    return [item.get("value", item) for item in raw.get(name) or []]


@dataclass(frozen=True)
class DocumentListView(PartView):
    """Files to download."""

    type: Literal["document_list"]
    title: str
    documents: tuple[DocumentView, ...]


class DocumentListBlock(StoryPart):
    """Files to download."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=150)
    documents = blocks.ListBlock(DocumentReference(), label=_("Documents"), min_num=1)

    class Meta:
        template = "blocks/document_list.html"
        icon = "doc-full"
        label = _("Documents")
        description = _("Files to download, with their kind and size.")
        preview_value = {"title": "Read more", "documents": []}

    def collect(self, raw, needs):
        """The documents."""
        needs.document_ids.update(pk for pk in list_values(raw, "documents") if pk)

    def present(self, raw, resolved, base):
        """The documents that everybody may fetch."""
        documents = (resolved.document(pk) for pk in list_values(raw, "documents"))
        views = tuple(filter(None, documents))
        return (
            DocumentListView(**base, title=raw.get("title", ""), documents=views) if views else None
        )
