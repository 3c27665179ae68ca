"""The list of projects as readers get it."""

from django.db.models import F, Min, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from directory.facets import PlaceFacet
from directory.models import ProjectIndexPage
from kogu.delivery.dependencies import valid_until
from kogu.presenting.facets import NamingFacet, RelationFacet
from kogu.presenting.listings import ListingPresenter
from kogu.presenting.registry import presenter

from .project_facets import StatusFacet


@presenter(ProjectIndexPage)
class ProjectIndexPresenter(ListingPresenter):
    """Projects of the region, those that began last first."""

    list_kind = "project"
    order = (F("starts_at").desc(nulls_last=True), "sort_key", "-id")

    @property
    def facets(self):
        """Status is asked at the reader's moment."""
        return (
            StatusFacet(self.reader),
            RelationFacet("programme", _("Programme")),
            PlaceFacet(_("Place")),
            RelationFacet("topic", _("Topic")),
            NamingFacet("organisation", _("Organisation")),
            NamingFacet("cluster", _("Cluster")),
        )

    def count_label(self, count):
        """The number of projects, as the heading says it."""
        return ngettext("%(n)s project", "%(n)s projects", count) % {"n": count}

    def collect(self, needs):
        """The list holds until a project begins or ends."""
        super().collect(needs)
        at = self.reader.at
        coming = self.base.order_by().aggregate(
            starts=Min("starts_at", filter=Q(starts_at__gt=at, status="")),
            ends=Min("ends_at", filter=Q(ends_at__gt=at, status="")),
        )
        for moment in coming.values():
            valid_until(moment)
