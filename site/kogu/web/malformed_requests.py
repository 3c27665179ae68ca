"""Requests that no screen of the admin sends are refused with 400 or 404, never broken."""

import logging
from functools import wraps

from django.contrib.auth import views as auth_views
from django.http import Http404
from django.utils.datastructures import MultiValueDictKeyError
from wagtail import views as wagtail_views
from wagtail.admin import utils as admin_utils
from wagtail.admin.forms.choosers import URLOrAbsolutePathField
from wagtail.admin.views import workflows
from wagtail.admin.views.chooser import ChosenMultipleView
from wagtail.admin.views.generic.chooser import ChosenMultipleViewMixin, CreateViewMixin
from wagtail.admin.views.pages.copy import CopyView
from wagtail.admin.views.pages.preview import PreviewOnCreateView
from wagtail.admin.views.pages.revisions import RevisionsRevertView
from wagtail.admin.widgets import BaseChooser
from wagtail.contrib.redirects.forms import ConfirmImportManagementForm
from wagtail.documents.views import serve
from wagtail.models import Page

from kogu.delivery.row_ids import ROW_ID
from kogu.patches import wrap

from .errors import bad_request

logger = logging.getLogger(__name__)
# What an id in an address is called where Wagtail takes it as words.
_IDS = ("pk", "object_id")
_LARGEST = 2**63 - 1
# They lead on to `next` or `return_url` by `redirect()`, which takes a word for a view's name.
_LEADING_ON = (auth_views, wagtail_views, admin_utils, workflows, serve)


class MalformedRequestMiddleware:
    """Answers for views that look up any id, and read fields that were not sent."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        """Pass on."""
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        """404 for ids that no database can hold."""
        if any(isinstance(value, int) and value > _LARGEST for value in kwargs.values()):
            raise Http404
        words = (kwargs[name] for name in _IDS if isinstance(kwargs.get(name), str))
        if any(not ROW_ID.fullmatch(value) for value in words):
            raise Http404

    def process_exception(self, request, exception):
        """A form without a field that every browser sends is malformed."""
        if isinstance(exception, MultiValueDictKeyError):
            logger.warning("A field is missing at %s: %s", request.path, exception)
            return bad_request(request)
        return None


def refuse_malformed_requests():
    """Wagtail's views that fail otherwise."""
    wrap(URLOrAbsolutePathField, "to_python", _after, lambda field, value: (value or "",))
    wrap(RevisionsRevertView, "get_object", _after, _must_have_revision)
    wrap(BaseChooser, "get_instance", _after, _only_ids)
    wrap(CopyView, "post", _after, _must_have_parent)
    wrap(CreateViewMixin, "post", _after, _must_have_form)
    wrap(ChosenMultipleViewMixin, "get", _after, _must_have_ids)
    wrap(ChosenMultipleView, "get", _after, _must_have_ids)
    wrap(PreviewOnCreateView, "get_object", _with_locale)
    for module in _LEADING_ON:
        wrap(module, "url_has_allowed_host_and_scheme", _only_paths)
    wrap(ConfirmImportManagementForm, "clean", _unless_incomplete)


def _after(stock, look):
    """Lets `look` refuse, or change what the method is called with."""

    @wraps(stock)
    def method(self, *args, **kwargs):
        changed = look(self, *args)
        return stock(self, *(args if changed is None else changed), **kwargs)

    return method


def _must_have_revision(view):
    if view.previous_revision is None:
        raise Http404


def _only_ids(_chooser, value):
    """A form that comes back shows no choice where no id was sent."""
    is_id = not isinstance(value, str) or ROW_ID.fullmatch(value)
    return (value if is_id else None,)


def _must_have_parent(_view, request, *_args):
    pk = request.POST["new_parent_page"]
    if not ROW_ID.fullmatch(pk) or not Page.objects.filter(pk=pk).exists():
        raise Http404


def _must_have_form(view, request):
    if view.get_creation_form_class() is None:
        raise Http404


def _must_have_ids(_view, request):
    if any(not ROW_ID.fullmatch(one) for one in request.GET.getlist("id")):
        raise Http404


def _with_locale(stock):
    """A page that nobody has saved or filled in has the language of its section."""

    @wraps(stock)
    def get_object(self):
        page = stock(self)
        page.locale = Page.objects.get(pk=self.parent_object_id).locale
        return page

    return get_object


def _only_paths(stock):
    """Where it goes on is an address of this site."""

    @wraps(stock)
    def url_has_allowed_host_and_scheme(url, *args, **kwargs):
        return bool(url) and url.startswith("/") and stock(url, *args, **kwargs)

    return url_has_allowed_host_and_scheme


def _unless_incomplete(stock):
    """Signatures are looked at when they are there."""

    @wraps(stock)
    def clean(self):
        return self.cleaned_data if self.errors else stock(self)

    return clean
