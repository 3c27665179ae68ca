"""What an organisation's page holds several of: hours, documents, accounts elsewhere."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldRowPanel
from wagtail.models import Orderable, TranslatableMixin

from kogu.content.languages import DeclaresLanguages, shared, words

from .organisations import OrganisationPage


class Weekday(models.IntegerChoices):
    """Days of the week, as ISO counts them."""

    MONDAY = 1, _("Monday")
    TUESDAY = 2, _("Tuesday")
    WEDNESDAY = 3, _("Wednesday")
    THURSDAY = 4, _("Thursday")
    FRIDAY = 5, _("Friday")
    SATURDAY = 6, _("Saturday")
    SUNDAY = 7, _("Sunday")


class OpeningHours(DeclaresLanguages, TranslatableMixin, Orderable):
    """From when to when the doors are open on a day of the week, for a season or always."""

    page = ParentalKey(OrganisationPage, on_delete=models.CASCADE, related_name="opening_hours")
    weekday = models.PositiveSmallIntegerField(_("day"), choices=Weekday, null=True, blank=True)
    opens = models.TimeField(_("opens"), null=True, blank=True)
    closes = models.TimeField(_("closes"), null=True, blank=True)
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    note = models.CharField(
        _("note"), max_length=150, blank=True, help_text=_("For example “by appointment”.")
    )

    panels = [
        FieldRowPanel(["weekday", "opens", "closes"]),
        FieldRowPanel(["valid_from", "valid_until"]),
        "note",
    ]
    languages = [
        *words("note"),
        *shared("weekday", "opens", "closes", "valid_from", "valid_until"),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("opening hours")
        verbose_name_plural = _("opening hours")

    def __str__(self):
        return f"{self.get_weekday_display()} {self.opens}–{self.closes}"

    def clean(self):
        """Refuse a season that ends before it begins; hours may run past midnight."""
        super().clean()
        if self.valid_from and self.valid_until and self.valid_until < self.valid_from:
            raise ValidationError({"valid_until": _("This is before the first day.")})


class OrganisationDocument(DeclaresLanguages, TranslatableMixin, Orderable):
    """A document the organisation shares."""

    page = ParentalKey(OrganisationPage, on_delete=models.CASCADE, related_name="documents")
    document = models.ForeignKey(
        "media.KoguDocument",
        verbose_name=_("document"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
    )
    title = models.CharField(
        _("words"), max_length=200, blank=True, help_text=_("Empty: the document's title.")
    )

    panels = ["document", "title"]
    languages = [*words("title"), *shared("document")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("document of an organisation")
        verbose_name_plural = _("documents of organisations")

    def __str__(self):
        return self.title


class OrganisationSocial(Orderable):
    """An account of the organisation elsewhere."""

    page = ParentalKey(OrganisationPage, on_delete=models.CASCADE, related_name="socials")
    name = models.CharField(_("name"), max_length=50, blank=True)
    url = models.URLField(_("address"), max_length=500, blank=True)

    panels = [FieldRowPanel(["name", "url"])]

    class Meta(Orderable.Meta):
        verbose_name = _("social media account of an organisation")
        verbose_name_plural = _("social media accounts of organisations")

    def __str__(self):
        return self.name
