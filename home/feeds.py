"""Atom feeds: of a news section, and of a topic in a language."""

import uuid

from django.http import Http404, HttpResponse
from django.utils.feedgenerator import Atom1Feed

from kogu.base import trees
from kogu.base.models import Card, Relation
from kogu.base.presenting import chrome, present_many, presenter_of
from kogu.base.reading import Reader
from kogu.base.rich_text import plain
from kogu.base.site_urls import absolute
from kogu.delivery.conditional import public
from kogu.delivery.shown import lists

from .models import NewsPage

MOST = 30


@public
def feed(request, path):
    """The newest news of the section or topic at this address."""
    url = request.path.removesuffix("feed/")
    section = Card.objects.visible().filter(url=url, kind__in=["news_index", "topic"]).first()
    if section is None:
        raise Http404
    reader = Reader(section.locale)
    lists("news", section.locale)
    cards = Card.objects.visible(reader.at).filter(kind="news", locale=section.locale)
    if section.kind == "topic":
        named = Relation.objects.filter(
            relation="topic", target_key__in=trees.below("topic", section.key)
        )
        cards = cards.filter(key__in=named.values("source_key"))
    else:
        cards = cards.filter(url__startswith=url)
    return _answer(request, section, list(cards.order_by("-published_at", "-id")[:MOST]), reader)


def _answer(request, section, cards, reader):
    surroundings = chrome(section.locale, url=section.url)
    address = absolute(request.path)
    made = Atom1Feed(
        title=f"{section.title} – {surroundings.site_name}",
        link=absolute(section.url),
        description=section.summary,
        subtitle=section.summary or surroundings.tagline or section.title,
        language=section.locale,
        author_name=surroundings.organisation_name or surroundings.site_name,
        author_link=absolute(surroundings.home_url),
        feed_url=address,
        feed_guid=_identity(section.key, section.locale),
    )
    things = presenter_of(NewsPage).queryset().in_bulk([card.object_id for card in cards])
    views = present_many([things[c.object_id] for c in cards if c.object_id in things], reader)
    # Programs take the entries as they come: what was changed last comes first.
    for view in sorted(views, key=lambda one: one.updated_at or one.published_at, reverse=True):
        made.add_item(
            title=view.title,
            link=absolute(view.url),
            description=plain(view.summary),
            unique_id=_identity(view.key, view.locale),
            pubdate=view.published_at,
            updateddate=view.updated_at or view.published_at,
            author_name=view.author or surroundings.organisation_name or surroundings.site_name,
            categories=[topic.title for topic in view.topics],
        )
    return HttpResponse(made.writeString("utf-8"), content_type=made.content_type)


def _identity(key, locale):
    """An id that stays when the address changes."""
    return uuid.uuid5(key, locale).urn
