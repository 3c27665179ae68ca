"""Funded projects in the public API."""

from django.db.models import Min, Q

from directory.models import ProjectNumber, ProjectPage, ProjectStatus
from directory.presenters.project_facets import with_status
from kogu.api import blocks, serializers
from kogu.api.filters import choice, related
from kogu.api.resource import COMMON, ORDERS, TIMED, Resource, register
from kogu.api.time_filters import range_filters
from kogu.delivery.dependencies import valid_until

from . import filters
from .parts import node
from .project_schemas import ProjectOut

PLAIN = (
    *("acronym", "call", "status", "status_reason", "focus", "objective", "target_group"),
    *("expected_results", "achieved_results", "hashtags", "prepared_by"),
)


def _number(value):
    return None if value is None else f"{value:f}"


def _funding(view):
    return {
        "source": view.source,
        "programme": serializers.ref_or_none(view.programme),
        "amount": serializers.money(view.money),
        "rate": None if view.rate is None else f"{view.rate:.4f}",
    }


def _partner(view):
    return {
        "name": view.name,
        "organisation": serializers.ref_or_none(view.organisation),
        "role": view.role,
        "country": view.country,
        "budget": serializers.money(view.budget),
    }


def _activity(view):
    return {
        "description": view.description,
        "planned": serializers.period(view.planned),
        "actual": serializers.period(view.actual),
        "quantity": _number(view.quantity),
        "unit": view.unit,
        "status": view.status,
        "places": [serializers.ref_or_none(card) for card in view.places],
        "events": [serializers.ref_or_none(card) for card in view.events],
    }


def _indicator(view):
    return {
        "name": view.name,
        "unit": view.unit,
        "target": _number(view.target),
        "achieved": _number(view.achieved),
    }


def _deliverable(view):
    return {
        "title": view.title,
        "description": view.description,
        "url": view.url,
        "document": serializers.document(view.document),
    }


def _amendment(view):
    return {
        "changed": serializers.loose(view.when),
        "what": view.what,
        "old": view.old,
        "new": view.new,
        "reason": view.reason,
    }


def _rows(view):
    return {
        "numbers": [
            {"number": each.number, "programme": serializers.ref_or_none(each.programme)}
            for each in view.numbers
        ],
        "funding": [_funding(each) for each in view.funding],
        "partners": [_partner(each) for each in view.partners],
        "activities": [_activity(each) for each in view.activities],
        "indicators": [_indicator(each) for each in view.indicators],
        "deliverables": [_deliverable(each) for each in view.deliverables],
        "amendments": [_amendment(each) for each in view.amendments],
        "register_links": [
            {"name": each.register, "url": each.url} for each in view.register_links
        ],
    }


def project(view):
    """A project from its view."""
    return {
        **serializers.item(view),
        **{name: getattr(view, name) for name in PLAIN},
        **_rows(view),
        **{
            name: serializers.loose(getattr(view, name))
            for name in ("start", "planned_end", "actual_end", "prepared_on")
        },
        "programmes": serializers.refs(view.programmes),
        "image": serializers.picture(view.hero),
        "body": blocks.story(view.story),
        "total_budget": serializers.money(view.total),
        "clusters": serializers.refs(view.clusters),
        "alignment": [node(each) for each in view.alignment],
        "publicity_until": view.publicity_until.iso if view.publicity_until else None,
        "last_verified": view.last_verified.iso if view.last_verified else None,
    }


def _with_status(rows, words, asked):
    """Status follows from dates, so the answer holds until a project begins or ends."""
    at = asked.reader.at
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


def _lasting(rows, bounds, _asked):
    pages = ProjectPage.objects.all()
    for name, bound in bounds.items():
        what, _, suffix = name.partition("_")
        lookup = LOOKUPS[suffix]
        is_start = what == "starts"
        made = filters.loosely("start", lookup, bound.day) if is_start else _end(lookup, bound.day)
        pages = pages.filter(made)
    return rows.filter(object_id__in=pages.values("pk"))


def _numbered(rows, _lookup, text):
    numbers = ProjectNumber.objects.filter(number__iexact=text)
    return rows.filter(object_id__in=numbers.values("page_id"))


register(
    Resource(
        name="projects",
        kinds=("project",),
        schema=ProjectOut,
        shape=project,
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
