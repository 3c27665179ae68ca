"""Presenters of news and of sections of news."""

from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from home.models import NewsIndexPage, NewsPage
from kogu.api.fields import api_field
from kogu.content.models import Card
from kogu.content.site_urls import absolute
from kogu.media.pictures import Picture
from kogu.presenting import json_ld
from kogu.presenting.blocks.base import PartView
from kogu.presenting.card_views import CardView, When
from kogu.presenting.facets import NamingFacet, RelationFacet, YearFacet
from kogu.presenting.listings import ListingPresenter
from kogu.presenting.page import PagePresenter
from kogu.presenting.registry import presenter
from kogu.presenting.view_models import Named, PageView

from .feeds import latest, section_feed


@dataclass(frozen=True)
class NewsView(PageView):
    """A news item."""

    shown_once = ("superseded_by", "contacts", "people", "related")
    shown: When
    author: str = api_field("Who signs it; empty when nobody does")
    authors: tuple[CardView, ...]
    hero: Picture | None = api_field("Picture at its head", name="image")
    story: tuple[PartView, ...] = api_field("The story, block by block", name="body")
    correction: str = api_field("What was wrong and is now right")
    superseded_by: CardView | None = api_field("The newer item that replaces it")
    named_events: tuple[Named, ...] = api_field("Events it names", name="events")
    named_clusters: tuple[Named, ...] = api_field("Clusters it names", name="clusters")
    named_people: tuple[Named, ...] = api_field("People it names", name="people")
    people: tuple[CardView, ...]


def _described(view, chrome):
    """A news item in schema.org's terms."""
    author = (
        {"@type": "Person", "name": view.author}
        if view.author
        else {
            "@type": "Organization",
            "name": view.authors[0].title,
            "url": absolute(view.authors[0].url),
        }
        if view.authors
        else json_ld.organisation(chrome)
    )
    return {
        "@type": "NewsArticle",
        "headline": view.title,
        "description": view.summary,
        "inLanguage": view.locale,
        "datePublished": view.published_at,
        "dateModified": view.updated_at or view.published_at,
        "image": [json_ld.image(view.sharing_picture)] if view.sharing_picture else None,
        "author": author,
        "publisher": json_ld.organisation(chrome),
        "mainEntityOfPage": absolute(view.url),
    }


def of_kind(kind, named):
    """Items of one kind that the page names, with their roles."""
    return tuple(one for one in named if one.card.kind == kind)


@presenter(NewsPage)
class NewsPresenter(PagePresenter):
    """A news item with its picture, story and everything it belongs to."""

    view = NewsView
    stories = ("story",)
    json_ld = staticmethod(_described)
    feed_entries = staticmethod(latest)
    related_heading = _("News")
    related_position = 50

    @classmethod
    def in_order(cls, cards, reader):
        """The newest first."""
        return sorted(cards, key=lambda card: card.published_at or reader.at, reverse=True)

    def collect(self, needs):
        """The picture at its head besides what every page shows."""
        super().collect(needs)
        if self.instance.hero_image_id:
            needs.image_ids.add(self.instance.hero_image_id)

    def sharing_image_id(self):
        """The hero image, else the image for sharing."""
        return self.instance.hero_image_id or self.instance.sharing_image_id

    def fields(self, resolved):
        """The view's fields that only news have."""
        newer = self.relations.targets("superseded_by")
        inherited = super().fields(resolved)
        return {
            **inherited,
            "shown": self.day(self.instance.shown_moment()),
            "published_at": self.instance.shown_moment(),
            "authors": resolved.cards(self.relations.targets("organisation", "author")),
            "hero": self.instance.hero_picture(resolved),
            "superseded_by": resolved.card(newer[0]) if newer else None,
            "named_events": of_kind("event", inherited["named"]),
            "named_clusters": of_kind("cluster", inherited["named"]),
            "named_people": of_kind("person", inherited["named"]),
            "people": resolved.cards(self.relations.targets("person")),
        }


@presenter(NewsIndexPage)
class NewsIndexPresenter(ListingPresenter):
    """News of the section, newest first."""

    list_kind = "news"
    facets = (
        YearFacet(),
        RelationFacet("topic", _("Topic")),
        RelationFacet("place", _("Place")),
        NamingFacet("organisation", _("Organisation")),
        NamingFacet("cluster", _("Cluster")),
    )
    feed = staticmethod(section_feed)

    def count_label(self, count):
        """The number of news items, as the heading says it."""
        return ngettext("%(n)s news item", "%(n)s news items", count) % {"n": count}

    def cards(self, is_all):
        """News of this section alone: a site may have several, each in several languages."""
        mine = Q(url__startswith=self.instance.public_url())
        if is_all:
            for url in self._others():
                mine |= Q(url__startswith=url)
        return super().cards(is_all).filter(mine)

    def _others(self):
        sections = Card.objects.visible(self.reader.at).filter(key=self.instance.translation_key)
        return sections.values_list("url", flat=True)
