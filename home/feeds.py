"""Atom feeds: of a news section, of a calendar, of a topic, and of a whole language."""

from django.http import Http404

from events.announcements import announced
from kogu.base import trees
from kogu.base.feeds import MOST, Entry, atom
from kogu.base.isolation import each
from kogu.base.models import Card, Relation
from kogu.base.presenting import present_many, presenter_of
from kogu.base.reading import Reader
from kogu.base.rich_text import plain
from kogu.delivery.conditional import public
from kogu.delivery.shown import lists

from .models import NewsPage


@public
def feed(request, path):
    """What is new in the section, under the topic or in the language at this address."""
    url = request.path.removesuffix("feed/")
    source = Card.objects.visible().filter(url=url, kind__in=_ENTRIES).order_by("id").first()
    if source is None:
        raise Http404
    reader = Reader(source.locale)
    only_own = request.GET.get("language") == "mine"
    return atom(source, request.path, _ENTRIES[source.kind](source, reader, only_own))


def _of_section(source, reader, only_own):
    return _news(reader, url__startswith=source.url)


def _of_calendar(source, reader, only_own):
    return announced(reader, only_own=only_own)


def _of_topic(source, reader, only_own):
    named = Relation.objects.filter(
        relation="topic", target_key__in=trees.below("topic", source.key)
    ).values("source_key")
    return [*_news(reader, key__in=named), *announced(reader, named, only_own=only_own)]


def _of_language(source, reader, only_own):
    return [*_news(reader), *announced(reader, only_own=only_own)]


_ENTRIES = {
    "news_index": _of_section,
    "event_index": _of_calendar,
    "topic": _of_topic,
    "home": _of_language,
}


def _news(reader, **narrowed):
    lists("news", reader.locale)
    cards = Card.objects.visible(reader.at).filter(kind="news", locale=reader.locale, **narrowed)
    cards = list(cards.order_by("-published_at", "-id")[:MOST])
    things = presenter_of(NewsPage).queryset().in_bulk([card.object_id for card in cards])
    views = present_many([things[c.object_id] for c in cards if c.object_id in things], reader)
    return each(_entry, views)


def _entry(view):
    return Entry(
        key=view.key,
        locale=view.locale,
        title=view.title,
        url=view.url,
        summary=plain(view.summary),
        published_at=view.published_at,
        updated_at=view.updated_at or view.published_at,
        author=view.author,
        categories=tuple(topic.title for topic in view.topics),
    )
