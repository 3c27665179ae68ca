"""Topics, places, areas and people in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import LiveStatusTagColumn, LocaleColumn, UpdatedAtColumn
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet, SnippetViewSetGroup

from .choosers import OncePerItemMixin, PeopleMixin, TreeOrderMixin, make_chooser
from .models import Area, Person, Place, Topic
from .tree_order import in_tree_order


class TreeListView(IndexView):
    """A list in the order of the tree, unless another order is asked for."""

    def order_queryset(self, queryset):
        """Rows in the order of the tree."""
        if self.is_explicitly_ordered:
            return super().order_queryset(queryset)
        return in_tree_order(queryset)


class NamedSnippetViewSet(SnippetViewSet):
    """List of a snippet with a name: columns and order."""

    add_to_admin_menu = False
    list_per_page = 50
    copy_view_enabled = False


def _columns(*columns):
    return [*columns, LocaleColumn(sort_key=None), LiveStatusTagColumn(), UpdatedAtColumn()]


class TopicViewSet(NamedSnippetViewSet):
    """Topics as a tree."""

    model = Topic
    icon = "tag"
    index_view_class = TreeListView
    chooser_viewset_class = make_chooser(TreeOrderMixin)
    list_display = _columns("name_in_tree")


class PlaceViewSet(NamedSnippetViewSet):
    """Places as a tree."""

    model = Place
    icon = "site"
    index_view_class = TreeListView
    chooser_viewset_class = make_chooser(TreeOrderMixin)
    list_display = _columns("name_in_tree", "place_kind")
    list_filter = ["place_kind"]


class AreaViewSet(NamedSnippetViewSet):
    """Areas."""

    model = Area
    icon = "globe"
    chooser_viewset_class = make_chooser(OncePerItemMixin)
    list_display = _columns("name")


class PersonViewSet(NamedSnippetViewSet):
    """People, with the ground for naming them."""

    model = Person
    icon = "user"
    chooser_viewset_class = make_chooser(PeopleMixin)
    list_display = _columns("name", "role", "organisation", "basis")
    list_filter = ["basis"]

    def get_queryset(self, request):
        """With where they work, in one query."""
        return Person.objects.select_related("organisation", "locale")


class DirectoryGroup(SnippetViewSetGroup):
    """The menu group of the directory's snippets."""

    menu_label = _("Directory")
    menu_icon = "group"
    menu_order = 210
    items = (PersonViewSet, TopicViewSet, PlaceViewSet, AreaViewSet)
