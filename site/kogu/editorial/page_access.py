"""Screens of Wagtail show only pages that the user may read.

Each stands in for a view that lists every page; ends when that asks for rights.
"""

import json
from functools import wraps

from django.core.exceptions import PermissionDenied
from django.db.models import Count, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.http import Http404
from wagtail.admin.views.bulk_action import BulkAction
from wagtail.admin.views.chooser import BrowseView, ChosenMultipleView, ExternalLinkView
from wagtail.admin.views.reports.page_types_usage import PageTypesUsageReportView
from wagtail.models import Page
from wagtail.permissions import policy_registry

from kogu.patches import wrap

from .row_access import readable_rows


def explorable_pages(user):
    """Pages on which the user may work, and those above them."""
    return policy_registry.get_by_type(Page).explorable_instances(user)


def readable_pages(user):
    """Those, and what readers see, where its title is not being changed."""
    public = Page.objects.live().public().filter(draft_title=F("title"))
    own = explorable_pages(user).values("pk")
    return Page.objects.filter(Q(pk__in=own) | Q(pk__in=public.values("pk")))


def limit_pages_to_readable():
    """Puts ours before the views that look at every page."""
    wrap(BrowseView, "get", _with_readable_parent)
    wrap(ChosenMultipleView, "get", _with_readable_choice)
    wrap(ExternalLinkView, "post", _into_readable_page)
    wrap(PageTypesUsageReportView, "get_queryset", _counted)
    wrap(BulkAction, "get_actionable_objects", _naming_readable)


def refuse_unmovable(request, page):
    """The screen that asks whether to move a page is for those who may."""
    if not page.permissions_for_user(request.user).can_move():
        raise PermissionDenied


def _with_readable_parent(stock):
    @wraps(stock)
    def get(self, request, parent_page_id=None):
        if parent_page_id and not readable_pages(request.user).filter(pk=parent_page_id).exists():
            raise Http404
        return stock(self, request, parent_page_id)

    return get


def _with_readable_choice(stock):
    @wraps(stock)
    def get(self, request):
        chosen = Page.objects.filter(pk__in=request.GET.getlist("id"))
        # Wagtail's view asks for the parent, which the root of all pages has not.
        allowed = readable_pages(request.user).filter(depth__gt=1)
        if chosen.exclude(pk__in=allowed.values("pk")).exists():
            raise Http404
        return stock(self, request)

    return get


def _into_readable_page(stock):
    """An address becomes a link to its page for those who may read the page."""

    @wraps(stock)
    def post(self, request):
        response = stock(self, request)
        answer = json.loads(response.content)
        page = answer.get("internal") or answer.get("result") or {}
        if "id" in page and not readable_pages(request.user).filter(pk=page["id"]).exists():
            return self.render_chosen_response(self.get_result_data())
        return response

    return post


def _naming_readable(stock):
    """What a bulk action may not change is named to those who may read it."""

    @wraps(stock)
    def get_actionable_objects(self):
        objects, others = stock(self)
        refused = others["items_with_no_access"]
        found = _readable_of(self.model, self.request.user).filter(
            pk__in=[one.pk for one in refused]
        )
        keys = set(found.values_list("pk", flat=True))
        shown = [one for one in refused if one.pk in keys]
        if not objects and not shown:
            raise Http404
        return objects, {**others, "items_with_no_access": shown}

    return get_actionable_objects


def _readable_of(model, user):
    if issubclass(model, Page):
        return readable_pages(user)
    return readable_rows(user, model._default_manager.all())


def _counted(stock):
    @wraps(stock)
    def get_queryset(self):
        found, cleaned = stock(self), self.filters.form.cleaned_data
        pages = explorable_pages(self.request.user).filter(depth__gt=1, content_type=OuterRef("pk"))
        if code := cleaned.get("page_locale"):
            pages = pages.filter(locale__language_code=code)
        if path := cleaned.get("site"):
            pages = pages.filter(path__startswith=path)
        counts = pages.order_by().values("content_type").annotate(n=Count("pk")).values("n")
        latest = pages.order_by(F("latest_revision_created_at").desc(nulls_last=True), "title")
        return found.annotate(
            count=Coalesce(Subquery(counts), 0),
            last_edited_page_id=Subquery(latest.values("pk")[:1]),
        ).order_by("-count", "app_label", "model")

    return get_queryset
