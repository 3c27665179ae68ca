"""Alternative text and caption of images in each language."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


def languages():
    """The languages words may be written in, as the installation sets them."""
    return settings.LANGUAGES


class ImageText(models.Model):
    """What an image shows, in one language; every use of it may say something else."""

    image = models.ForeignKey(
        "media.KoguImage",
        on_delete=models.CASCADE,
        related_name="texts",
        verbose_name=_("image"),
    )
    language = models.CharField(_("language"), max_length=20, choices=languages)
    alt = models.CharField(
        _("alternative text"),
        max_length=255,
        blank=True,
        help_text=_("What somebody who does not see the picture should know about it."),
    )
    caption = models.CharField(_("caption"), max_length=255, blank=True)

    class Meta:
        verbose_name = _("image text")
        verbose_name_plural = _("image texts")
        constraints = [
            models.UniqueConstraint(fields=["image", "language"], name="one_text_per_language")
        ]

    def __str__(self):
        return self.alt
