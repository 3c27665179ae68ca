"""Relations whose target is an event."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import PageChooserPanel

from kogu.content.models import RelationRow


class NewsEvent(RelationRow):
    """An event that a news item is about."""

    relation = "event"
    target = "event"

    page = ParentalKey("home.NewsPage", on_delete=models.CASCADE, related_name="news_events")
    event = models.ForeignKey(
        "events.EventPage",
        verbose_name=_("event"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
    )

    panels = [PageChooserPanel("event", "events.EventPage")]

    class Meta(RelationRow.Meta):
        verbose_name = _("event of a news item")
        verbose_name_plural = _("events of news items")

    def __str__(self):
        return str(self.event_id)
