"""News in feeds: that of a section, and that of the whole site."""

from home.models import NewsIndexPage, NewsPage
from kogu.content.models import Card
from kogu.delivery.dependencies import depends_on_list
from kogu.presenting.isolation import try_each
from kogu.presenting.page import present_many
from kogu.presenting.registry import presenter_of
from kogu.presenting.rich_text import plain_text
from kogu.presenting.subscriptions import listing_of
from kogu.web.feeds import MOST, Entry, content_of, narrowed_atom


def section_feed(source, reader, query):
    """The feed of a section, narrowed as the query says."""
    listing = listing_of(NewsIndexPage, source, reader, query)
    others = reader.order if listing.is_all else ()
    return narrowed_atom(source, listing, _entries(listing.subscribed(), reader, *others))


def latest(reader, keys=None, *, only_own=False):
    """The latest news in the reader's language, whatever the languages of other kinds."""
    cards = Card.objects.visible(reader.at).filter(kind="news", locale=reader.locale)
    return _entries(cards if keys is None else cards.filter(key__in=keys), reader)


def _entries(cards, reader, *others):
    """The latest of these cards, in the reader's language or in others as well."""
    depends_on_list("news", reader.locale, *others)
    cards = list(cards.order_by("-published_at", "-id")[:MOST])
    instances = presenter_of(NewsPage).queryset().in_bulk([card.object_id for card in cards])
    views = present_many(
        [instances[c.object_id] for c in cards if c.object_id in instances], reader
    )
    return try_each(_entry, views)


def _entry(view):
    return Entry(
        key=view.key,
        locale=view.locale,
        title=view.title,
        url=view.url,
        summary=plain_text(view.summary),
        content=content_of(view),
        published_at=view.published_at,
        updated_at=view.updated_at or view.published_at,
        author=view.author,
        categories=tuple(topic.title for topic in view.topics),
    )
