"""The frozen views that every page has in common."""

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from kogu.language.markers import name_in
from kogu.media.pictures import Picture
from kogu.presenting.card_views import CardView, When
from kogu.presenting.notices import Notice
from kogu.presenting.ui_language import in_ui

from .groups import Group


@dataclass(frozen=True)
class ContactView:
    """A person or organisation to turn to, and as what on this page."""

    key: UUID
    name: str
    role: str
    organisation: str
    email: str
    phone: str
    url: str
    locale: str
    picture: Picture | None = None
    # Of the role, where it is not the reader's language.
    lang: str = ""


@dataclass(frozen=True)
class Named:
    """A public item this page names, by which relation and as what."""

    relation: str
    role: str
    card: CardView


@dataclass(frozen=True)
class PageView:
    """What every page shows; each kind's view adds its own."""

    # Where items stand that a page shows once, in its order; the first place keeps them.
    shown_once: ClassVar = ("contacts", "related")
    # Where people stand who, if they are contacts too, are told how to be reached there.
    reachable: ClassVar = ()
    kind: str
    key: UUID
    locale: str
    # The language of what surrounds the page's own words.
    ui_locale: str
    title: str
    url: str
    summary: str
    lead: str
    seo_title: str
    seo_description: str
    published_at: dt.datetime | None
    updated_at: dt.datetime | None
    published: When | None
    updated: When | None
    sharing_picture: Picture | None
    translations: tuple[CardView, ...]
    breadcrumb: tuple[CardView, ...]
    topics: tuple[CardView, ...]
    places: tuple[CardView, ...]
    contacts: tuple[ContactView, ...]
    named: tuple[Named, ...]
    related: tuple[Group, ...]
    notices: tuple[Notice, ...]
    # What the reader chose of a list, as every language of it understands.
    choices: dict[str, str]

    @property
    def is_foreign(self):
        """Whether its words are not in the reader's language."""
        return self.locale != self.ui_locale

    @property
    def lang(self):
        """The language of its words, where it is not the reader's."""
        return self.locale if self.is_foreign else ""

    @property
    def language_name(self):
        """The language of its words, in the reader's."""
        return name_in(self.locale, self.ui_locale)

    @property
    def canonical_url(self):
        """The address that search engines keep."""
        return self.url

    @property
    def href(self):
        """Its address for this reader, with nothing chosen."""
        return in_ui(self.url, self.locale, self.ui_locale)
