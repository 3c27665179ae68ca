"""Pages of one kind are chosen from a flat list: each once, found by any part of its name.

Wagtail's chooser of pages opens on a branch of the tree; that stays where any page may be
chosen, as in links, and where a page is moved.
"""

from functools import wraps

from django.core.paginator import Paginator
from django.db.models import prefetch_related_objects
from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.forms.search import SearchForm
from wagtail.admin.modal_workflow import render_modal_workflow
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.chooser import (
    BrowseView,
    PageCheckboxSelectColumn,
    PageChooserTable,
    PageStatusColumn,
    PageTitleColumn,
    SearchView,
    page_models_from_string,
)
from wagtail.models import Page

from kogu.content.models import preference
from kogu.content.name_search import keys_by_name
from kogu.language.sorting import sort_key
from kogu.patches import wrap

from .page_access import readable_pages

PER_PAGE = 50
_WIDE_ONLY = "kogu-wide-only"


def use_flat_choosers():
    """Puts ours before the views that open on the tree."""
    wrap(BrowseView, "get", _flat, _opened)
    wrap(SearchView, "get", _flat, _found)


def _flat(stock, ours):
    @wraps(stock)
    def get(self, request, **where):
        models = _requested_models(request)
        return ours(request, models) if models else stock(self, request, **where)

    return get


def _requested_models(request):
    """The kinds that may be chosen; none where any page may be, or where it will be put."""
    type_names = request.GET.get("page_type", "")
    if not type_names or {"user_perms", "can_choose_root"} & request.GET.keys():
        return ()
    try:
        models = page_models_from_string(type_names)
    except (ValueError, LookupError) as error:
        raise Http404 from error
    return () if Page in models else models


def _opened(request, models):
    return render_modal_workflow(
        request,
        "editorial/page_picker.html",
        None,
        {**_context(request, models, "wagtailadmin_choose_page"), "search_form": SearchForm()},
        json_data={"step": "browse"},
    )


def _found(request, models):
    context = _context(request, models, "wagtailadmin_choose_page_search")
    return TemplateResponse(request, "editorial/page_picker_results.html", context)


def _context(request, models, address):
    many = bool(request.GET.get("multiple"))
    query = request.GET.get("q", "")
    paginator = Paginator(_chosen_from(request, models, query), PER_PAGE)
    number = paginator.get_page(request.GET.get("p"))
    return {
        "table": PageChooserTable(_columns(models, many), _pages(number.object_list, request.user)),
        "pages": number,
        "pages_address": reverse(address),
        "query": query,
        "kinds": ", ".join(str(model.get_verbose_name()) for model in models),
        "is_multiple_choice": many,
    }


def _chosen_from(request, models, query):
    """Keys of pages in their order, each item once, in the language nearest to the reader."""
    pages = Page.objects.type(*models)
    for hook in hooks.get_hooks("construct_page_chooser_queryset"):
        pages = hook(pages, request)
    nearest = {code: place for place, code in enumerate(preference(get_language()))}
    rows = pages.values_list("pk", "translation_key", "locale__language_code", "draft_title")
    names = set().union(*(keys_by_name(model.objects.all(), query) for model in models if query))
    found = {}
    for pk, key, code, title in rows:
        if not query or pk in names:
            found.setdefault(key, []).append((nearest.get(code, len(nearest)), pk, title))
    instances = [min(versions) for versions in found.values()]
    instances.sort(key=lambda instance: (sort_key(instance[2], get_language()), instance[1]))
    return [pk for _rank, pk, _title in instances]


def _pages(keys, user):
    """These pages in their order, with what the table's columns show."""
    pages = Page.objects.filter(pk__in=keys).defer_streamfields()
    pages = pages.prefetch_workflow_states().annotate_approved_schedule().specific()
    found = {page.pk: page for page in pages}
    prefetch_related_objects(list(found.values()), "locale")
    above = {page.path: page for page in Page.objects.filter(path__in=_above(found.values()))}
    keys_above = [page.pk for page in above.values()]
    readable = set(readable_pages(user).filter(pk__in=keys_above).values_list("pk", flat=True))
    for page in found.values():
        parent = above[page._get_basepath(page.path, page.depth - 1)]
        page._cached_parent_obj, page.section = parent, _name(parent, parent.pk in readable)
        page.can_choose, page.is_parent_page = True, False
    return [found[pk] for pk in keys if pk in found]


def _above(pages):
    return {page._get_basepath(page.path, page.depth - 1) for page in pages}


def _columns(models, many):
    """Columns that tell pages of one name apart; of events, the date."""
    when = [DateColumn("starts_at", label=_("Start"))] if _have_dates(models) else []
    return [
        *(
            [PageCheckboxSelectColumn("select", label=_("Select"), width="1%", accessor="pk")]
            * many
        ),
        PageTitleColumn("title", label=_("Title"), is_multiple_choice=many),
        *when,
        Column("section", label=_("Belongs under"), accessor="section", classname=_WIDE_ONLY),
        Column("language", label=_("Language"), accessor=_language),
        PageStatusColumn("status", label=_("Status"), width="12%", classname=_WIDE_ONLY),
    ]


def _have_dates(models):
    return all(hasattr(model, "starts_at") for model in models)


def _name(page, is_readable):
    """As staff know it who may read its draft, else as readers do."""
    if is_readable:
        return page.get_admin_display_title()
    return page.title if page.live else ""


def _language(page):
    return page.locale.get_display_name()
