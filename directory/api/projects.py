"""Funded projects in the public API."""

from django.db.models import Min, Q

from directory.api.filters import COMMON
from directory.models import ProjectNumber, ProjectPage, ProjectStatus
from directory.presenters.project_facets import with_status
from directory.presenters.project_view_models import ProjectView
from kogu.api.fields import answer_of
from kogu.api.filters import choice, related
from kogu.api.resource import ORDERS, TIMED, Resource, register
from kogu.api.time_filters import range_filters
from kogu.delivery.dependencies import valid_until

from . import filters


def _with_status(rows, words, list_query):
    """Status follows from dates, so the answer holds until a project begins or ends."""
    at = list_query.reader.at
    turns = rows.order_by().aggregate(
        starts=Min("starts_at", filter=Q(starts_at__gt=at, status="")),
        ends=Min("ends_at", filter=Q(ends_at__gt=at, status="")),
    )
    for moment in turns.values():
        valid_until(moment)
    wanted = Q()
    for word in words:
        wanted |= with_status(word, at)
    return rows.filter(wanted)


LOOKUPS = {"from": "gte", "to": "lte"}


def _end(lookup, day):
    """The actual end counts before the planned one."""
    actual = Q(actual_end__isnull=False) & filters.loosely("actual_end", lookup, day)
    return actual | Q(actual_end=None) & filters.loosely("planned_end", lookup, day)


def _lasting(rows, bounds, _list_query):
    pages = ProjectPage.objects.all()
    for name, bound in bounds.items():
        what, _, suffix = name.partition("_")
        lookup = LOOKUPS[suffix]
        is_start = what == "starts"
        condition = (
            filters.loosely("start", lookup, bound.day) if is_start else _end(lookup, bound.day)
        )
        pages = pages.filter(condition)
    return rows.filter(object_id__in=pages.values("pk"))


def _numbered(rows, _lookup, text):
    numbers = ProjectNumber.objects.filter(number__iexact=text)
    return rows.filter(object_id__in=numbers.values("page_id"))


register(
    Resource(
        name="projects",
        kinds=("project",),
        include_position=20,
        answer=answer_of(ProjectView),
        filters={
            **COMMON,
            "status": choice("With this status now", ProjectStatus.values, _with_status),
            "programme": related(
                "programme", "programme", "Paid for by this programme or one under it"
            ),
            "strategy_goal": related(
                "strategy_goal",
                ("strategy_goal", "strategy"),
                "Serving this goal, strategy, or a goal under it",
            ),
            "number": filters.exactly(_numbered, "Known to a programme by this number"),
            **range_filters(_lasting),
            **filters.amounts("total_budget", ProjectPage, "total_budget", "Total budget"),
        },
        orders={**ORDERS, **TIMED},
        description="What was done with public money: who paid, who took part, what came of it.",
    )
)
