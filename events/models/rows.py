"""What belongs to one event: its programme, its speakers, its materials."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable, TranslatableMixin

from kogu.content.languages import DeclaresLanguages, shared, words

from .venue import web_address

NOON = dt.time(12)


class EventRow(DeclaresLanguages, TranslatableMixin, Orderable):
    """A row of an event with words of its own."""

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        abstract = True


class EventSession(EventRow):
    """One point of the programme."""

    page = ParentalKey("events.EventPage", on_delete=models.CASCADE, related_name="sessions")
    day = models.DateField(
        _("day"), null=True, blank=True, help_text=_("Empty: the event's first day.")
    )
    starts = models.TimeField(_("from"), null=True, blank=True)
    ends = models.TimeField(_("until"), null=True, blank=True)
    title = models.CharField(_("title"), max_length=255, blank=True)
    speakers = models.CharField(_("speakers"), max_length=255, blank=True)
    room = models.CharField(_("room"), max_length=150, blank=True)
    material_url = models.URLField(
        _("link to material"), max_length=500, blank=True, validators=[web_address]
    )

    panels = [
        FieldPanel("title"),
        FieldRowPanel(["day", "starts", "ends"]),
        FieldRowPanel(["speakers", "room"]),
        FieldPanel("material_url"),
    ]
    languages = [
        *words("title", "speakers", "room"),
        *shared("day", "starts", "ends", "material_url"),
    ]

    class Meta(EventRow.Meta):
        verbose_name = _("session")
        verbose_name_plural = _("sessions")

    def __str__(self):
        return self.title

    @property
    def lasts_into_night(self):
        """Whether it begins in the evening and ends by the clock of the next morning."""
        return bool(self.starts and self.ends) and self.ends < NOON <= self.starts

    def clean(self):
        """Refuse a session that ends before it begins, but not one that lasts into the night."""
        super().clean()
        if self.starts and self.ends and self.ends < self.starts and not self.lasts_into_night:
            raise ValidationError({"ends": _("The end is before the start.")})


class EventSpeaker(EventRow):
    """Somebody who speaks or performs: a person we know, or a name."""

    page = ParentalKey("events.EventPage", on_delete=models.CASCADE, related_name="speakers")
    person = models.ForeignKey(
        "directory.Person",
        verbose_name=_("person"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Shown if the person agreed to be published."),
    )
    name = models.CharField(
        _("name"), max_length=150, blank=True, help_text=_("Of somebody not in our register.")
    )
    role = models.CharField(pgettext_lazy("job", "role"), max_length=255, blank=True)

    panels = ["person", FieldRowPanel(["name", "role"])]
    languages = [*shared("person", "name"), *words("role")]

    class Meta(EventRow.Meta):
        verbose_name = _("speaker")
        verbose_name_plural = _("speakers")

    def __str__(self):
        return self.name or str(self.person or "")


class EventMaterial(EventRow):
    """A document people take home."""

    page = ParentalKey("events.EventPage", on_delete=models.CASCADE, related_name="materials")
    document = models.ForeignKey(
        "media.KoguDocument",
        verbose_name=_("document"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
    )
    title = models.CharField(
        _("title"), max_length=255, blank=True, help_text=_("Empty: the document's own.")
    )

    panels = ["document", "title"]
    languages = [*shared("document"), *words("title")]

    class Meta(EventRow.Meta):
        verbose_name = _("material")
        verbose_name_plural = _("materials")

    def __str__(self):
        return self.title
