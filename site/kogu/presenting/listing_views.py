"""The frozen views of lists: what narrows them, where the reader is, what they show."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from kogu.presenting.view_models import PageView

from .card_views import CardView
from .ui_language import with_query


@dataclass(frozen=True)
class Option:
    """One value of a facet; `url` chooses it, or takes the choice back."""

    title: str
    url: str
    count: int
    is_current: bool
    value: str
    # The language of its title, where that is not the reader's.
    locale: str = ""


@dataclass(frozen=True)
class FacetView:
    """Values by which a list can be narrowed."""

    name: str
    heading: str
    options: tuple[Option, ...]


@dataclass(frozen=True)
class PageLink:
    """A page of a list; a gap has no address."""

    number: int | None
    url: str
    is_current: bool = False


@dataclass(frozen=True)
class Pagination:
    """Where in a list the reader is."""

    number: int
    pages: int
    previous_url: str
    next_url: str
    links: tuple[PageLink, ...]


@dataclass(frozen=True)
class LanguageChoice:
    """Everything, or only what exists in the reader's language."""

    is_all: bool
    # As the editor decided; other lists are not for search engines.
    is_default: bool
    all_url: str
    mine_url: str


@dataclass(frozen=True)
class ListingView(PageView):
    """A page that lists items."""

    intro: str
    items: tuple[CardView, ...]
    total: int
    # How many more there are in other languages, where only the reader's is listed.
    more: int
    facets: tuple[FacetView, ...]
    pagination: Pagination
    language_choice: LanguageChoice
    is_filtered: bool
    # By what it is narrowed, and how much of what it then shows.
    chosen: tuple[Option, ...]
    count_label: str
    feed_url: str

    @property
    def filtered_title(self):
        """What a narrowed list shows; the names stay as they are, whatever the language."""
        if not self.is_filtered:
            return ""
        names = " · ".join(option.title for option in self.chosen)
        return f"{names}: {self.count_label}" if names else self.count_label

    @property
    def page_label(self):
        """The page's number as text, empty on the first page."""
        number = self.pagination.number
        return _("page %(number)s") % {"number": number} if number > 1 else ""

    @property
    def canonical_url(self):
        """Each page of the list is one of its own."""
        number = self.pagination.number
        return with_query(self.url, {"page": number if number > 1 else ""})
