"""Words that Wagtail looks up once, when a list or form is made, and then says to everybody.

Each is looked up when it is shown instead. Ends when Wagtail's columns and choosers do that.
"""

from functools import wraps

from django.utils.functional import lazy
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import LocaleFilterMixin
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.ui.tables import LiveStatusTagColumn, LocaleColumn, UpdatedAtColumn
from wagtail.admin.widgets import AdminPageChooser
from wagtail.contrib.redirects.filters import RedirectsReportFilterSet
from wagtail.models import Locale, Page
from wagtail.snippets.views.snippets import SnippetViewSet
from wagtail.snippets.widgets import AdminSnippetChooser
from wagtail_localize.models import Translation
from wagtail_localize.views.report import TranslationsReportFilterSet

from kogu.patches import replace, wrap

_COLUMNS = {
    LocaleColumn: _("Locale"),
    LiveStatusTagColumn: _("Status"),
    UpdatedAtColumn: _("Updated"),
}
_SNIPPET_CHOOSER = {
    "choose_one_text": _("Choose %(object)s"),
    "choose_another_text": _("Choose another %(object)s"),
    "link_to_chosen_text": _("Edit this %(object)s"),
}


def make_labels_lazy():
    """Before any list or form is made."""
    for column, label in _COLUMNS.items():
        wrap(column, "__init__", _with_label, label)
    wrap(LocaleFilterMixin, "__init__", _naming_locale)
    wrap(AdminSnippetChooser, "__init__", _of_snippet)
    wrap(AdminPageChooser, "__init__", _of_page)
    wrap(SnippetViewSet, "breadcrumbs_items", _from_home)
    kind = RedirectsReportFilterSet.base_filters["is_permanent"]
    kind.label = _("Type")
    kind.extra["choices"] = [(True, _("Permanent")), (False, _("Temporary"))]
    kind.extra["empty_label"] = _("All")
    TranslationsReportFilterSet.base_filters["source_locale"].label = _("Source language")
    TranslationsReportFilterSet.base_filters["target_locale"].label = _("Target language")
    Translation._meta.verbose_name = _("translation")
    Translation._meta.verbose_name_plural = _("translations")
    Locale._meta.verbose_name = _("Locale")
    Locale._meta.verbose_name_plural = _("Locales")
    replace(WagtailPaginator, "items_count_label", property(_counted))


def _with_label(stock, label):
    @wraps(stock)
    def init(self, **kwargs):
        stock(self, **{"label": label, **kwargs})

    return init


def _naming_locale(stock):
    """The filter of choosers has no label, which Django then makes of the field's name."""

    @wraps(stock)
    def init(self, *args, **kwargs):
        stock(self, *args, **kwargs)
        if "locale" in self.fields:
            self.fields["locale"].label = _("Locale")

    return init


def _from_home(stock):
    @wraps(stock.fget)
    def breadcrumbs_items(self):
        home, *others = stock.fget(self)
        return [{**home, "label": _("Home")}, *others]

    return property(breadcrumbs_items)


def _of_snippet(stock):
    @wraps(stock)
    def init(self, model=None, **kwargs):
        given = set(kwargs)
        stock(self, model, **kwargs)
        for name, words in _SNIPPET_CHOOSER.items():
            if name not in given:
                setattr(self, name, _about(words, self.model))

    return init


def _of_page(stock):
    @wraps(stock)
    def init(self, target_models=None, *args, **kwargs):
        is_given = "choose_one_text" in kwargs
        stock(self, target_models, *args, **kwargs)
        if not is_given and len(self.target_models) == 1 and self.model is not Page:
            self.choose_one_text = _page_of(self.model)

    return init


def _about(words, model):
    """The words with the name of the model in them, when they are shown."""
    return lazy(lambda: str(words) % {"object": model._meta.verbose_name}, str)()


def _page_of(model):
    words = AdminPageChooser.choose_one_text
    return lazy(lambda: f"{words} ({capfirst(str(model._meta.verbose_name))})", str)()


def _counted(paginator):
    """How many there are; a name in the plural takes another case beside a number."""
    if paginator.count == 1:
        return gettext("%(count)s %(kind)s") % {"count": 1, "kind": paginator.verbose_name}
    kinds = paginator.verbose_name_plural
    return gettext("%(count)s %(kinds)s") % {"count": paginator.count, "kinds": kinds}
