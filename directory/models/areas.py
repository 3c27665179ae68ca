"""Areas: places that belong together without being one."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import MultipleChooserPanel

from kogu.content.languages import shared
from kogu.content.models import RelationRow

from .named_snippets import NamedSnippet


class Area(ClusterableModel, NamedSnippet):
    """A named set of places, as the territory of a local action group; lists filter by it."""

    kind = "area"

    panels = [
        "name",
        MultipleChooserPanel("places", "place", heading=_("Places"), label=_("Place")),
        "slug",
    ]
    languages = [*NamedSnippet.languages, *shared("places")]

    class Meta(NamedSnippet.Meta):
        verbose_name = _("area")
        verbose_name_plural = _("areas")


class AreaPlace(RelationRow):
    """A place that lies in an area."""

    relation = "place"
    target = "place"

    page = ParentalKey(Area, on_delete=models.CASCADE, related_name="places")
    place = models.ForeignKey(
        "directory.Place",
        verbose_name=_("place"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
    )

    panels = ["place"]

    class Meta(RelationRow.Meta):
        verbose_name = _("place of an area")
        verbose_name_plural = _("places of areas")
