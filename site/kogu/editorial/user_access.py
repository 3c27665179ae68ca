"""Filters of Wagtail offer only users who had to do with what the reader may read.

Each stands in for one that offers every user of the table; ends when that asks for rights.
"""

from functools import wraps

from django.contrib.auth import get_user_model
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.views.reports.audit_logging import (
    SiteHistoryReportFilterSet,
    get_users_for_filter,
)
from wagtail.admin.views.reports.workflows import WorkflowView
from wagtail.models import PageLogEntry

from kogu.patches import replace, wrap

from .page_access import explorable_pages


def limit_user_filters():
    """Puts ours before the filters that offer every user."""
    wrap(WagtailFilterSet, "__init__", _of_readable_pages)
    replace(SiteHistoryReportFilterSet, "get_users_queryset", _of_readable_entries)
    wrap(WorkflowView, "get_filterset_kwargs", _of_readable_workflows)


def _of_readable_pages(stock):
    @wraps(stock)
    def __init__(self, data=None, queryset=None, *, request=None, prefix=None):
        stock(self, data, queryset, request=request, prefix=prefix)
        for name in self.filters.keys() & {"owner", "locked_by"}:
            self.filters[name].queryset = _users(explorable_pages(request.user).values(name))
        if "edited_by" in self.filters:
            entries = PageLogEntry.objects.viewable_by_user(request.user)
            edits = entries.filter(action="wagtail.edit").values("user")
            self.filters["edited_by"].queryset = _users(edits)
        if "requested_by" in self.filters:
            self.filters["requested_by"].queryset = _users(self.queryset.values("requested_by"))

    return __init__


def _of_readable_entries(self):
    return get_users_for_filter(self.request.user)


def _of_readable_workflows(stock):
    """Without a queryset the filters would offer what stands in the whole table."""

    @wraps(stock)
    def get_filterset_kwargs(self):
        return {**stock(self), "queryset": self.get_queryset()}

    return get_filterset_kwargs


def _users(keys):
    users = get_user_model()
    return users.objects.filter(pk__in=keys.order_by()).order_by(users.USERNAME_FIELD)
