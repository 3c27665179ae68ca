"""Screens of Wagtail tell of rows only to those who may read them, as `page_access` for pages.

A snippet may be read by all staff once it is public, before that by those who hold its language;
a document or picture by those who may choose it. Each function stands in for one that lists
every row; it ends when that asks for rights.
"""

from functools import wraps

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import CharField, Q
from django.db.models.functions import Cast
from django.http import Http404
from wagtail.admin.views.generic.chooser import (
    BaseChooseView,
    ChosenMultipleViewMixin,
    ChosenViewMixin,
)
from wagtail.admin.views.generic.workflow import BaseWorkflowFormView, PreviewRevisionForTask
from wagtail.admin.views.reports.workflows import WorkflowTasksView, WorkflowView
from wagtail.documents.api.admin.views import DocumentsAdminAPIViewSet
from wagtail.images.api.admin.views import ImagesAdminAPIViewSet
from wagtail.models import CollectionMember, ModelLogEntry
from wagtail.models.audit_log import BaseLogEntryManager
from wagtail.permissions import policy_registry
from wagtail.snippets.models import get_snippet_models
from wagtail.snippets.views.snippets import IndexView

from kogu.content.models import PublicSnippet
from kogu.content.permissions import languages_of
from kogu.patches import wrap
from kogu.translation.permissions import may_edit, may_read


def limit_rows_to_readable():
    """Puts ours before the views that look at every row."""
    wrap(IndexView, "get_base_queryset", _readable)
    wrap(BaseChooseView, "get_object_list", _readable)
    wrap(ChosenViewMixin, "get_object", _one_readable)
    wrap(ChosenMultipleViewMixin, "get_objects", _readable)
    for view in (ImagesAdminAPIViewSet, DocumentsAdminAPIViewSet):
        wrap(view, "get_queryset", _readable)
    for view, path in ((WorkflowView, ""), (WorkflowTasksView, "workflow_state__")):
        wrap(view, "get_queryset", _in_own_languages, path)
    wrap(BaseLogEntryManager, "viewable_by_user", _of_own_languages)
    for view in (BaseWorkflowFormView, PreviewRevisionForTask):
        wrap(view, "dispatch", _only_readers)


def readable_rows(user, rows):
    """Those of the rows that the user may read; what is neither a snippet nor a file stays."""
    if issubclass(rows.model, PublicSnippet):
        rights = ("view", "add", "change", "delete")
    elif issubclass(rows.model, CollectionMember):
        rights = ("choose", "change", "delete")
    else:
        return rows
    policy = policy_registry.get_by_type(rows.model)
    allowed = policy.instances_user_has_any_permission_for(user, rights)
    return rows.filter(pk__in=allowed.order_by().values("pk"))


def _readable(stock):
    @wraps(stock)
    def rows(self, *args):
        return readable_rows(self.request.user, stock(self, *args))

    return rows


def _one_readable(stock):
    @wraps(stock)
    def get_object(self, pk):
        row = stock(self, pk)
        rows = type(row)._default_manager.filter(pk=row.pk)
        if not readable_rows(self.request.user, rows).exists():
            raise ObjectDoesNotExist
        return row

    return get_object


def _in_own_languages(stock, path):
    @wraps(stock)
    def get_queryset(self):
        return _of_held_snippets(self.request.user, stock(self), path)

    return get_queryset


def _of_own_languages(stock):
    @wraps(stock)
    def viewable_by_user(self, user):
        entries = stock(self, user)
        return _of_held_snippets(user, entries, "") if self.model is ModelLogEntry else entries

    return viewable_by_user


def _of_held_snippets(user, rows, path):
    """What tells of no snippet, or of one in a language that the user holds.

    Of deleted ones, whose language nobody knows any more, it tells those who hold all.
    """
    codes = languages_of(user)
    if codes == dict(settings.LANGUAGES).keys():
        return rows
    types = ContentType.objects.get_for_models(*get_snippet_models())
    of_held = ~Q(**{f"{path}content_type__in": types.values()})
    for model, content_type in types.items():
        if issubclass(model, PublicSnippet):
            held = model.objects.filter(locale__language_code__in=codes).order_by()
            ids = held.annotate(text=Cast("pk", CharField())).values("text")
            of_held |= Q(**{f"{path}content_type": content_type, f"{path}object_id__in": ids})
    return rows.filter(of_held)


def _only_readers(stock):
    """The name of what awaits no moderation is said to those who may read it."""

    @wraps(stock)
    def dispatch(self, request, *args, **kwargs):
        instance, user = self.object, request.user
        published = may_read(user, instance) and not instance.has_unpublished_changes
        if not (
            published
            or may_edit(user, instance)
            or self.task.user_can_access_editor(instance, user)
        ):
            raise Http404
        return stock(self, request, *args, **kwargs)

    return dispatch
