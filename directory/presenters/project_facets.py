"""By what the list of projects can be narrowed: their status at the moment."""

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from directory.models.project_time import ProjectStatus
from kogu.presenting.facets import Value


def with_status(status, at):
    """Cards of projects that have a status at the moment; the same rule as `status_on`."""
    derived = {
        ProjectStatus.FINISHED.value: Q(ends_at__lte=at),
        ProjectStatus.PLANNED.value: Q(starts_at__gt=at) & ~_over(at),
        ProjectStatus.ONGOING.value: Q(starts_at__lte=at) & ~_over(at),
    }
    stated = Q(status=status)
    return stated | (Q(status="") & derived[status]) if status in derived else stated


def _over(at):
    return Q(ends_at__isnull=False, ends_at__lte=at)


class StatusFacet:
    """Narrows by the status at the reader's moment."""

    name = "status"

    def __init__(self, reader):
        self.at = reader.at

    def heading(self):
        """The facet's name for readers."""
        return _("Status")

    def apply(self, cards, value, reader):
        """Projects with that status."""
        return cards.filter(with_status(value, self.at)) if value in ORDER else cards.none()

    def named(self, value, reader):
        """A status that no project has."""
        return Value(value, str(ProjectStatus(value).label), 0) if value in ORDER else None

    def values(self, cards, listing):
        """How many projects have each status."""
        counts = cards.order_by().aggregate(
            **{code: Count("pk", filter=with_status(code, self.at)) for code in ORDER}
        )
        return [
            Value(code, str(ProjectStatus(code).label), counts[code])
            for code in ORDER
            if counts[code]
        ]


ORDER = ("ongoing", "planned", "finished", "terminated")
