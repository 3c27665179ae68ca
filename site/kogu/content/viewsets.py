"""The site's own words and menus in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import LocaleColumn
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from .models import Menu, SiteText


class SiteTextViewSet(SnippetViewSet):
    """Name, tagline and footer of the site in each language."""

    model = SiteText
    icon = "globe"
    menu_label = _("Words of the site")
    list_display = ["site_name", LocaleColumn(), "tagline"]


class MenuViewSet(SnippetViewSet):
    """Main menu and footer in each language."""

    model = Menu
    icon = "list-ul"
    menu_label = _("Menus")
    list_display = ["__str__", LocaleColumn()]
    list_filter = ["position"]


class SiteViewSetGroup(SnippetViewSetGroup):
    """What belongs to the site as a whole."""

    menu_label = _("Site")
    menu_icon = "globe"
    menu_order = 450
    items = (SiteTextViewSet, MenuViewSet)
