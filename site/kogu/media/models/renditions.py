"""The sizes an image is served in."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractRendition


class KoguRendition(AbstractRendition):
    """One public size and format of an image; an unsaved one is a thumbnail for staff."""

    image = models.ForeignKey(
        "media.KoguImage", on_delete=models.CASCADE, related_name="renditions"
    )

    class Meta:
        verbose_name = _("rendition")
        verbose_name_plural = _("renditions")
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="one_rendition_per_filter"
            )
        ]

    def __str__(self):
        return f"{self.image_id} {self.filter_spec}"

    @property
    def url(self):
        """The public file, or the staff view that makes the thumbnail when it is asked for."""
        if self.pk:
            return self.file.url
        path = reverse("kogu_media_staff_picture", args=[self.image_id, self.filter_spec])
        return f"{path}?v={self.image.state_key}"

    @property
    def alt(self):
        """Staff recognise an image by its title; public pages take words from `pictures`."""
        return self.image.title

    def get_upload_to(self, filename):
        """The makers of renditions choose the whole name."""
        return filename
