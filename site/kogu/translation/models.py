"""Translations whose source has changed."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail_localize.models import String, StringTranslation


class OutdatedTranslation(models.Model):
    """Marks a translation that was made of former words of its passage: it needs review."""

    translation = models.OneToOneField(
        StringTranslation,
        verbose_name=_("translation"),
        primary_key=True,
        on_delete=models.CASCADE,
        related_name="outdated",
    )
    former = models.ForeignKey(
        String, verbose_name=_("former words"), on_delete=models.CASCADE, related_name="+"
    )

    class Meta:
        verbose_name = _("outdated translation")
        verbose_name_plural = _("outdated translations")

    def __str__(self):
        return f"{self.former}"
