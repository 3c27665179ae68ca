"""Choosers of topics, places, areas and people: they search, and offer each item once."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.chooser import (
    ChooseResultsView,
    ChooseView,
    SnippetChooserViewSet,
)

from kogu.content.name_search import NamedSearchMixin

from .tree_order import in_tree_order, nearest_of_each, one_for_each


class OncePerItemMixin:
    """Each item once, in the language of the screen; a search finds its names in any."""

    more_columns: tuple = ()
    select_related: tuple = ("locale",)

    def get_object_list(self):
        """Everything when somebody searches or has chosen a language."""
        rows = super().get_object_list().select_related(*self.select_related)
        is_filtered = self.request.GET.get("q") or self.request.GET.get("locale")
        return rows if is_filtered else one_for_each(rows)

    def filter_object_list(self, objects):
        """Of what a search finds in several languages, the one nearest to the reader."""
        found = super().filter_object_list(objects)
        query = self.request.GET
        return nearest_of_each(found) if query.get("q") and not query.get("locale") else found

    def get_filter_form_class(self):
        """Finds any part of a name, as the choosers of pages do."""
        stock = super().get_filter_form_class()
        return type("FilterForm", (NamedSearchMixin, stock), {})

    @property
    def columns(self):
        """The title, and further columns that tell items of one name apart."""
        first, *others = super().columns
        return [first, *self.more_columns, *others]


class TreeOrderMixin(OncePerItemMixin):
    """Lists items in the order of the tree, each below its parent."""

    more_columns = (Column("parent", label=_("Belongs under")),)
    select_related = ("locale", "parent")

    def get_object_list(self):
        """The items, each parent before its children."""
        return in_tree_order(super().get_object_list())


class PeopleMixin(OncePerItemMixin):
    """With where they work and whether they may be named."""

    more_columns = (
        Column("organisation", label=_("Organisation")),
        Column("basis", label=_("Basis for publishing"), accessor="get_basis_display"),
    )
    select_related = ("locale", "organisation")


def make_chooser(offers):
    """A chooser whose two views offer items that way."""
    name = offers.__name__
    return type(
        f"{name}Chooser",
        (SnippetChooserViewSet,),
        {
            "__doc__": offers.__doc__,
            "per_page": 25,
            "choose_view_class": type(f"{name}View", (offers, ChooseView), {}),
            "choose_results_view_class": type(f"{name}Results", (offers, ChooseResultsView), {}),
        },
    )
