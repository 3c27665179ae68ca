"""When a project lasts, and what that makes of it at a moment."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .dates import first_day, last_day


class ProjectStatus(models.TextChoices):
    """How a project stands."""

    PLANNED = "planned", _("Planned")
    ONGOING = "ongoing", _("Ongoing")
    FINISHED = "finished", _("Finished")
    TERMINATED = "terminated", _("Terminated")


def span_of(project):
    """First and last day; the actual end counts before the planned one."""
    first = first_day(project.start, project.start_precision)
    if project.actual_end:
        return first, last_day(project.actual_end, project.actual_end_precision)
    return first, last_day(project.planned_end, project.planned_end_precision)


def status_on(day, first, last, stated=""):
    """The status on a day: the stated one, else what the dates say; empty when they say nothing.

    The last day still belongs to the project.
    """
    if stated:
        return stated
    if last and day > last:
        return ProjectStatus.FINISHED.value
    if first and day < first:
        return ProjectStatus.PLANNED.value
    return ProjectStatus.ONGOING.value if first else ""
