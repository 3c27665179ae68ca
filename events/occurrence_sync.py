"""Dates of events follow what is public, in the transaction that publishes it."""

from django.utils import timezone

from kogu.content.card_sync import after_card_sync
from kogu.content.models import Card, Relation
from kogu.delivery.changes import is_open, touch
from kogu.delivery.refs import Ref

from .models import Occurrence, public_id_of

# What a date keeps once it has taken place.
FACTS = (
    "original_start",
    "starts_at",
    "ends_at",
    "sorts_at",
    "over_at",
    "first_day",
    "last_day",
    "all_day",
    "time_zone",
    "status",
    "venue_key",
    "note",
    "announced_at",
)


@after_card_sync("event")
def sync_occurrences(ref, page):
    """Write the dates of an event in one language, or take them away."""
    if page is None:
        Occurrence.objects.filter(event_key=ref.key, locale=ref.locale).delete()
        return
    Dates(ref, page, timezone.now()).write()


class Dates:
    """The dates of one event in one language, as they should stand now."""

    def __init__(self, ref, page, at):
        self.ref, self.page, self.at = ref, page, at
        known = list(Occurrence.objects.filter(event_key=ref.key))
        self.mine = [one for one in known if one.locale == ref.locale]
        self.happened = {one.original_start: one for one in known if one.is_frozen(at)}
        self.open = [one for one in known if not one.is_frozen(at)]

    def write(self):
        """Keep what has taken place, follow the page for what is to come."""
        occurrences = [self._kept(one) for one in self.happened.values()]
        if coming := self._coming():
            occurrences.append(coming)
        kept = {one.pk for one in occurrences if one.pk}
        Occurrence.objects.filter(pk__in={one.pk for one in self.mine} - kept).delete()
        for one in occurrences:
            one.save()

    def _kept(self, happened):
        one = next(
            (each for each in self.mine if each.original_start == happened.original_start),
            Occurrence(event_key=self.ref.key, locale=self.ref.locale),
        )
        for fact in FACTS:
            setattr(one, fact, getattr(happened, fact))
        return self._described(one)

    def _coming(self):
        """The page's present date, unless it is of one that has taken place already."""
        span = self.page.span
        if span is None or (self.happened and span.over_at <= self.at):
            return None
        original = self._original_start(span)
        if original in self.happened:
            return None
        one = next(
            (each for each in self.open if each.locale == self.ref.locale),
            Occurrence(event_key=self.ref.key, locale=self.ref.locale),
        )
        one.original_start = original
        for fact in ("starts_at", "ends_at", "sorts_at", "over_at", "first_day", "last_day"):
            setattr(one, fact, getattr(span, fact))
        one.all_day, one.time_zone = self.page.is_all_day, self.page.time_zone
        one.status, one.note = self.page.status, self.page.status_reason
        one.venue_key = self.page.venue.translation_key if self.page.venue else None
        one.announced_at = self.at
        return self._described(one)

    def _original_start(self, span):
        """The start first announced: known already, said by the page, or the present one."""
        candidates = [
            *(one.original_start for one in self.open if one.original_start),
            self.page.previous_starts_at,
            span.starts_at,
        ]
        fresh = [start for start in candidates if start and start not in self.happened]
        return fresh[0] if fresh else span.starts_at

    def _described(self, one):
        """What follows the page even after the date: where its words are, for whom it is listed."""
        one.page_id = self.page.pk
        one.public_id = public_id_of(self.ref.key, one.original_start)
        one.event_kind, one.is_free = self.page.event_kind, self.page.is_free
        one.expire_at = self.page.expire_at
        return one


@after_card_sync("place")
def sync_venue(ref, place):
    """A venue's new position shows on the cards of its events."""
    if not is_open() or place is None:
        return
    keys = Relation.objects.filter(
        source_kind="event", relation="venue", target_key=ref.key
    ).values("source_key")
    for card in Card.objects.filter(kind="event", key__in=keys):
        if _lies_elsewhere(card, place):
            touch(Ref(card.kind, card.key, card.locale))


def _lies_elsewhere(card, place):
    """Whether what the event's card says of its venue is out of date."""
    position = (card.facts.get("latitude"), card.facts.get("longitude"))
    return position != tuple(
        None if degrees is None else float(degrees) for degrees in (place.latitude, place.longitude)
    )
