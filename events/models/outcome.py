"""Attendance and materials of a past event, and the source of its record."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, MultipleChooserPanel

from kogu.content.languages import shared, words


class OutcomeMixin(models.Model):
    """Materials and numbers after an event, and the calendar it was taken from."""

    participants = models.PositiveIntegerField(
        _("number of participants"), null=True, blank=True, help_text=_("After the event.")
    )
    source_calendar = models.CharField(_("source calendar"), max_length=255, blank=True)
    source_uid = models.CharField(_("identifier in the source"), max_length=255, blank=True)

    outcome_panels = [
        MultiFieldPanel(
            [
                MultipleChooserPanel("materials", "document", label=_("Document")),
                FieldPanel("participants"),
            ],
            heading=_("After the event"),
            classname="collapsed",
        ),
    ]
    source_panels = [
        MultiFieldPanel(
            [FieldRowPanel(["source_calendar", "source_uid"])],
            heading=_("Where the event was entered"),
            classname="collapsed",
        ),
    ]
    outcome_languages = [
        *shared("participants", "source_calendar", "source_uid"),
        *words("materials"),
    ]

    class Meta:
        abstract = True
