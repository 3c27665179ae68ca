"""What a cluster wants, does and offers, and the documents it works by."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable, TranslatableMixin

from kogu.content.languages import DeclaresLanguages, shared, words


class PointRow(DeclaresLanguages, TranslatableMixin, Orderable):
    """One point of a list, in a sentence."""

    text = models.CharField(_("words"), max_length=500, blank=True)

    panels = ["text"]
    languages = [*words("text")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        abstract = True

    def __str__(self):
        return self.text


class ClusterGoal(PointRow):
    """A goal of the cluster."""

    page = ParentalKey("directory.ClusterPage", on_delete=models.CASCADE, related_name="goals")

    class Meta(PointRow.Meta):
        verbose_name = _("goal of a cluster")
        verbose_name_plural = _("goals of clusters")


class ClusterActivity(PointRow):
    """An activity of the cluster."""

    page = ParentalKey("directory.ClusterPage", on_delete=models.CASCADE, related_name="activities")

    class Meta(PointRow.Meta):
        verbose_name = _("activity of a cluster")
        verbose_name_plural = _("activities of clusters")


class ClusterService(PointRow):
    """A service of the cluster."""

    page = ParentalKey("directory.ClusterPage", on_delete=models.CASCADE, related_name="services")

    class Meta(PointRow.Meta):
        verbose_name = _("service of a cluster")
        verbose_name_plural = _("services of clusters")


class StrategyDocument(DeclaresLanguages, TranslatableMixin, Orderable):
    """A document by which the cluster works: a file here, or one elsewhere."""

    page = ParentalKey(
        "directory.ClusterPage", on_delete=models.CASCADE, related_name="strategy_documents"
    )
    document = models.ForeignKey(
        "media.KoguDocument",
        verbose_name=_("document"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    title = models.CharField(
        _("title"), max_length=200, blank=True, help_text=_("Empty: the document's title.")
    )
    url = models.URLField(_("or its address elsewhere"), max_length=500, blank=True)

    panels = ["document", "title", "url"]
    languages = [*words("title"), *shared("document", "url")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("strategy document of a cluster")
        verbose_name_plural = _("strategy documents of clusters")

    def __str__(self):
        return self.title
