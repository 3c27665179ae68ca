"""Atom feeds: of a news section, of a calendar, of a topic, and of a whole language."""

from django.http import Http404
from django.utils.translation import override

from events.announcements import announced
from events.models import EventIndexPage
from kogu.content import trees
from kogu.content.models import Card, Relation
from kogu.delivery.conditional import public
from kogu.delivery.dependencies import depends_on_list
from kogu.presenting.isolation import each
from kogu.presenting.page import present_many
from kogu.presenting.registry import presenter_of
from kogu.presenting.resolver import Reader
from kogu.presenting.rich_text import plain
from kogu.presenting.subscriptions import listing_of
from kogu.web.feeds import MOST, Entry, atom, content_of

from .models import NewsIndexPage, NewsPage


@public
def feed(request, path):
    """What is new in the section, under the topic or in the language at this address."""
    url = request.path.removesuffix("feed/")
    source = Card.objects.visible().filter(url=url, kind__in=_FEEDS).order_by("id").first()
    if source is None:
        raise Http404
    reader = Reader(source.locale)
    with override(reader.locale):
        return _FEEDS[source.kind](source, reader, request.GET)


def _of_section(source, reader, query):
    listing = listing_of(NewsIndexPage, source, reader, query)
    others = reader.order if listing.is_all else ()
    return _narrowed(source, listing, _news(listing.subscribed(), reader, *others))


def _of_calendar(source, reader, query):
    listing = listing_of(EventIndexPage, source, reader, query)
    dates, only_own = listing.subscribed(), not listing.is_all
    return _narrowed(source, listing, announced(reader, dates=dates, only_own=only_own))


def _narrowed(source, listing, entries):
    query, choices = listing.subscription_query(), listing.subscription_choices()
    return atom(source, entries, query=query, choices=choices)


def _of_topic(source, reader, query):
    named = Relation.objects.filter(
        relation="topic", target_key__in=trees.descendants("topic", source.key)
    ).values("source_key")
    events = announced(reader, named, only_own=_only_own(query))
    return atom(source, [*_news(_own(reader).filter(key__in=named), reader), *events])


def _of_language(source, reader, query):
    events = announced(reader, only_own=_only_own(query))
    return atom(source, [*_news(_own(reader), reader), *events])


_FEEDS = {
    "news_index": _of_section,
    "event_index": _of_calendar,
    "topic": _of_topic,
    "home": _of_language,
}


def _only_own(query):
    return query.get("language") == "mine"


def _own(reader):
    return Card.objects.visible(reader.at).filter(kind="news", locale=reader.locale)


def _news(cards, reader, *others):
    """The latest of these cards, in the reader's language or in others as well."""
    depends_on_list("news", reader.locale, *others)
    cards = list(cards.order_by("-published_at", "-id")[:MOST])
    instances = presenter_of(NewsPage).queryset().in_bulk([card.object_id for card in cards])
    views = present_many(
        [instances[c.object_id] for c in cards if c.object_id in instances], reader
    )
    return each(_entry, views)


def _entry(view):
    return Entry(
        key=view.key,
        locale=view.locale,
        title=view.title,
        url=view.url,
        summary=plain(view.summary),
        content=content_of(view),
        published_at=view.published_at,
        updated_at=view.updated_at or view.published_at,
        author=view.author,
        categories=tuple(topic.title for topic in view.topics),
    )
