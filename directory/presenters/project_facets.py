"""By what the list of projects can be narrowed: status, and programme with all above it."""

from collections import defaultdict

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from directory import forests
from directory.models.project_time import ProjectStatus
from kogu.base.listings import RelationFacet
from kogu.base.models import Card, Relation


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
        """What readers call it."""
        return _("Status")

    def apply(self, cards, value):
        """Projects with that status."""
        return cards.filter(with_status(value, self.at)) if value in ORDER else cards.none()

    def values(self, cards, listing):
        """How many projects have each status."""
        counts = cards.order_by().aggregate(
            **{code: Count("pk", filter=with_status(code, self.at)) for code in ORDER}
        )
        return [
            (code, str(ProjectStatus(code).label), counts[code]) for code in ORDER if counts[code]
        ]


ORDER = ("ongoing", "planned", "finished", "terminated")


class ProgrammeFacet(RelationFacet):
    """Narrows by programme; a fund counts everything that it pays for."""

    def __init__(self):
        super().__init__("programme", "")

    def heading(self):
        """What readers call it."""
        return _("Programme")

    def values(self, cards, listing):
        """Programmes that pay for listed projects, and those above them."""
        pairs = Relation.objects.filter(
            relation="programme",
            source_kind="project",
            source_key__in=cards.order_by().values("key"),
        ).values_list("target_key", "source_key")
        forest, projects = forests.programmes(), defaultdict(set)
        for programme, project in pairs:
            for key in (programme, *forest.above(programme)):
                projects[key].add(project)
        targets = (
            Card.objects.visible(listing.reader.at)
            .filter(kind="programme", key__in=projects)
            .best_for(listing.reader.locale)
            .order_by("sort_key")
        )
        return [(c.facts.get("slug", ""), c.title, len(projects[c.key])) for c in targets]
