"""Events that are announced and not yet over, for feeds: the latest announced first."""

from events.models import EventIndexPage, EventPage, Occurrence
from kogu.content.models import Card
from kogu.delivery.dependencies import depends_on_list, valid_until
from kogu.presenting.isolation import try_each
from kogu.presenting.page import present_many
from kogu.presenting.registry import presenter_of
from kogu.presenting.resolver import Needs
from kogu.presenting.subscriptions import listing_of
from kogu.web.feeds import MOST, Entry, content_of, narrowed_atom

from .dates import collect_dates, date_card


def calendar_feed(source, reader, query):
    """The feed of a calendar, narrowed as the query says."""
    listing = listing_of(EventIndexPage, source, reader, query)
    dates, only_own = listing.subscribed(), not listing.is_all
    return narrowed_atom(source, listing, announced(reader, dates=dates, only_own=only_own))


def announced(reader, keys=None, *, dates=None, only_own=False):
    """Each event once, in the reader's language or, unless `only_own`, the first there is.

    `keys` narrows them, a query for the keys of those that are wanted, or `dates`, one for dates.
    """
    order = [reader.locale] if only_own else reader.order
    depends_on_list("event", *order)
    dates = Occurrence.objects.visible(reader.at) if dates is None else dates
    coming = dates.upcoming(reader.at).order_by()
    cards = Card.objects.visible(reader.at).filter(
        kind="event", key__in=coming.values("event_key"), published_at__isnull=False
    )
    if keys is not None:
        cards = cards.filter(key__in=keys)
    cards = cards.best_for(reader.locale, locales=order, at=reader.at)
    latest = cards.order_by("-published_at", "-id").values_list("key", flat=True)[:MOST]
    dates = Occurrence.objects.visible(reader.at).upcoming(reader.at)
    dates = dates.filter(event_key__in=list(latest))
    dates = dates.best_for(reader.locale, locales=order, at=reader.at)
    return _entries(list(dates.soonest_first()), reader)


def _entries(dates, reader):
    needs = Needs(reader)
    collect_dates(dates, needs)
    resolved = needs.resolve()
    first = {}
    for date in dates:
        valid_until(date.over_at)
        first.setdefault(date.event_key, date)
    pages = presenter_of(EventPage).queryset().in_bulk([date.page_id for date in first.values()])
    views = {view.key: view for view in present_many(list(pages.values()), reader)}
    return try_each(
        lambda date: _entry(date_card(date, resolved), date, views.get(date.event_key)),
        first.values(),
    )


def _entry(card, date, view):
    """When and where come before the words; what was put off or cancelled says so at once."""
    if card is None:
        return None
    facts = " · ".join(filter(None, [card.when.text if card.when else "", card.place]))
    return Entry(
        key=card.key,
        locale=card.locale,
        title=": ".join(filter(None, [card.status_label, card.title])),
        url=card.url,
        summary="\n".join(filter(None, [facts, card.summary])),
        content=content_of(view) if view else "",
        published_at=card.published_at,
        # A fact that came with another language is announced, while the words stay as they were.
        updated_at=max(filter(None, [card.updated_at, date.announced_at])),
        categories=tuple(filter(None, [card.label])),
    )
