"""What every page and every public snippet shares."""

from .cards import Card, CardQuerySet, preference
from .legacy_urls import LegacyURL, Origin
from .page import BasePage
from .public import Edge, PublicItem
from .relations import Relation, RelationRow
from .site import Menu, MenuItem, SiteSettings, SiteText, SocialLink
from .snippets import PublicSnippet

__all__ = [
    "BasePage",
    "Card",
    "CardQuerySet",
    "Edge",
    "LegacyURL",
    "Menu",
    "MenuItem",
    "Origin",
    "PublicItem",
    "PublicSnippet",
    "Relation",
    "RelationRow",
    "SiteSettings",
    "SiteText",
    "SocialLink",
    "preference",
]
