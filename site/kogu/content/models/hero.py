"""The picture at the head of a page."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import MultiFieldPanel

from kogu.content.completeness import Problem
from kogu.content.languages import shared, words


class HeroMixin(models.Model):
    """A picture at the head of the page, with this page's own words for it."""

    hero_image = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    hero_alt = models.CharField(
        _("alternative text"),
        max_length=255,
        blank=True,
        help_text=_("What somebody who does not see the picture should know. Empty: the image's."),
    )
    hero_caption = models.CharField(_("caption"), max_length=255, blank=True)
    hero_credit = models.CharField(
        _("credit"), max_length=150, blank=True, help_text=_("Empty: the image's own credit.")
    )
    hero_is_decorative = models.BooleanField(
        _("decorative"),
        default=False,
        help_text=_("The picture says nothing that the text does not; screen readers skip it."),
    )

    hero_panels = [
        MultiFieldPanel(["hero_image", "hero_alt"], heading=_("Picture")),
        MultiFieldPanel(
            ["hero_is_decorative", "hero_caption", "hero_credit"],
            heading=_("Words for the picture"),
            classname="collapsed",
        ),
    ]
    hero_languages = [
        *words("hero_alt", "hero_caption"),
        *shared("hero_image", "hero_credit", "hero_is_decorative"),
    ]

    class Meta:
        abstract = True

    def hero_picture(self, resolved):
        """The picture as this page shows it, or None."""
        return resolved.picture(
            self.hero_image_id,
            alt=self.hero_alt or None,
            caption=self.hero_caption or None,
            credit=self.hero_credit or None,
            decorative=self.hero_is_decorative,
            sizes="hero",
            lazy=False,
        )

    def missing_hero_alt_text(self):
        """An image says something or is declared to say nothing."""
        if self.hero_image_id is None or self.hero_is_decorative or self.hero_alt:
            return []
        language = self.locale.language_code
        if self.hero_image.texts.filter(language=language).exclude(alt="").exists():
            return []
        return [
            Problem(
                "hero_alt",
                _("Say in words what the picture shows, or mark it as decorative."),
            )
        ]
