"""Rows by which news, events and projects name clusters, and news names people."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import PageChooserPanel

from kogu.content.models import RelationRow

from .relations import optional_foreign_key


class ClusterRow(RelationRow):
    """A cluster that a page names."""

    relation = target = "cluster"

    cluster = optional_foreign_key("directory.ClusterPage", _("cluster"))

    panels = [PageChooserPanel("cluster", "directory.ClusterPage")]

    class Meta(RelationRow.Meta):
        abstract = True


class NewsCluster(ClusterRow):
    """A cluster that a news item names."""

    page = ParentalKey("home.NewsPage", on_delete=models.CASCADE, related_name="news_clusters")

    class Meta(ClusterRow.Meta):
        verbose_name = _("cluster of a news item")
        verbose_name_plural = _("clusters of news items")


class EventCluster(ClusterRow):
    """A cluster that an event names."""

    page = ParentalKey("events.EventPage", on_delete=models.CASCADE, related_name="event_clusters")

    class Meta(ClusterRow.Meta):
        verbose_name = _("cluster of an event")
        verbose_name_plural = _("clusters of events")


class ProjectCluster(ClusterRow):
    """A cluster that a project names."""

    page = ParentalKey(
        "directory.ProjectPage", on_delete=models.CASCADE, related_name="project_clusters"
    )

    class Meta(ClusterRow.Meta):
        verbose_name = _("cluster of a project")
        verbose_name_plural = _("clusters of projects")


class NewsPerson(RelationRow):
    """A person whom a news item names."""

    relation = target = "person"

    page = ParentalKey("home.NewsPage", on_delete=models.CASCADE, related_name="news_people")
    person = optional_foreign_key("directory.Person", _("person"))

    panels = ["person"]

    class Meta(RelationRow.Meta):
        verbose_name = _("person of a news item")
        verbose_name_plural = _("people of news items")
