"""Images as staff keep them."""

import hashlib
import uuid

from django.db import models
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, Filter, ImageQuerySet, get_upload_to

from kogu.media.image_texts import text_of
from kogu.media.signals import images_moved
from kogu.media.storage import PrivateStorage

from .fields import MeasuredImageField
from .renditions import KoguRendition

# Part of every rendition's name: raise it when the way renditions are made changes.
RECIPE = "1"


class Licence(models.TextChoices):
    """Under which terms others may use an image."""

    OWN = "own", _("All rights reserved")
    CC_BY = "cc-by-4.0", "CC BY 4.0"
    CC_BY_SA = "cc-by-sa-4.0", "CC BY-SA 4.0"
    CC0 = "cc0-1.0", "CC0 1.0"
    PERMISSION = "permission", _("Used with permission")
    UNKNOWN = "", _("Not stated")


class KoguImageQuerySet(ImageQuerySet):
    """Images, which change their public files when they are moved in bulk."""

    def update(self, **kwargs):
        """Moving many images to a collection sends no signal of Django's."""
        moved = {"collection", "collection_id"} & kwargs.keys()
        ids = list(self.values_list("pk", flat=True)) if moved else []
        rows = super().update(**kwargs)
        images_moved.send(self.model, ids=ids)
        return rows

    update.alters_data = True


class KoguImage(AbstractImage):
    """A picture; its `variants` are the files that public pages may show."""

    file = MeasuredImageField(
        verbose_name=_("file"),
        upload_to=get_upload_to,
        storage=PrivateStorage,
        width_field="width",
        height_field="height",
    )
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    credit = models.CharField(
        _("credit"), max_length=200, blank=True, help_text=_("Who took or drew the picture.")
    )
    licence = models.CharField(
        _("licence"),
        max_length=20,
        choices=Licence,
        blank=True,
        help_text=_("Under which terms others may use the picture."),
    )
    variants = models.JSONField(default=list, editable=False)

    admin_form_fields = (
        "title",
        "file",
        "credit",
        "licence",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )
    objects = KoguImageQuerySet.as_manager()

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")

    @property
    def state_key(self):
        """Names the file and focal point; every rendition made of them carries it."""
        focal = (
            self.focal_point_x,
            self.focal_point_y,
            self.focal_point_width,
            self.focal_point_height,
        )
        state = f"{RECIPE}:{self.file_hash}:{focal}"
        return hashlib.sha256(state.encode()).hexdigest()[:16]

    @property
    def default_alt_text(self):
        """What a chooser proposes: the words in the language of the person's screen."""
        return self.text_in(translation.get_language()).alt

    def text_in(self, language):
        """This image's words; costs nothing after `pictures.images_with_texts`."""
        return text_of(self, language)

    def save(self, *args, **kwargs):
        """A new file is measured and hashed, and the renditions of the old one are forgotten."""
        if self.file and not self.file._committed:
            self._set_image_file_metadata()
            self.variants = []
            if (names := kwargs.get("update_fields")) is not None:
                kwargs["update_fields"] = {*names, "variants", "file_size", "file_hash"}
        super().save(*args, **kwargs)

    def get_rendition(self, filter):  # noqa: A002 Wagtail calls it so
        """A thumbnail for staff, named here and made when it is fetched; never a public file."""
        spec = filter.spec if isinstance(filter, Filter) else filter
        width, height = Filter(spec).get_transform(self).size
        return KoguRendition(
            image=self, filter_spec=spec, width=max(1, round(width)), height=max(1, round(height))
        )

    def get_renditions(self, *filters):
        """Several thumbnails for staff, by their specification."""
        found = [self.get_rendition(each) for each in filters]
        return {rendition.filter_spec: rendition for rendition in found}
