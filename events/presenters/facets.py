"""By what a calendar can be narrowed: time, place, kind, price."""

import datetime as dt

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from events.choices import EventKind
from events.zones import day_of
from kogu.base import trees
from kogu.base.models import Card, Relation

SATURDAY = 5
PLACES = ("place", "venue")


def weekend_of(today):
    """Saturday and Sunday to come; on a weekend, what is left of it."""
    saturday = today + dt.timedelta(days=SATURDAY - today.weekday())
    return max(saturday, today), saturday + dt.timedelta(days=1)


class WhenFacet:
    """Today, this weekend or the past; chosen by nobody, what is still to come."""

    name = "when"

    def __init__(self, reader):
        self.at = reader.at
        self.today = day_of(reader.at, reader.zone)

    def heading(self):
        """What readers call it."""
        return _("When")

    def apply(self, dates, value):
        """Dates in that time."""
        days = {"today": (self.today, self.today), "weekend": weekend_of(self.today)}
        if value in days:
            return dates.on_days(*days[value]).soonest_first()
        return dates.past(self.at) if value == "past" else dates.none()

    def values(self, _dates, listing):
        """How many dates each choice has."""
        saturday, sunday = weekend_of(self.today)
        dated = Q(starts_at__isnull=False)
        counts = listing.all_dates.order_by().aggregate(
            today=Count("pk", dated & _on(self.today, self.today)),
            weekend=Count("pk", dated & _on(saturday, sunday)),
            past=Count("pk", Q(over_at__lte=self.at)),
        )
        titles = {"today": _("Today"), "weekend": _("This weekend"), "past": _("Past events")}
        return [(value, title, counts[value]) for value, title in titles.items()]


def _on(first, last):
    return Q(first_day__lte=last, last_day__gte=first)


class KindFacet:
    """Concerts, fairs, seminars."""

    name = "kind"

    def heading(self):
        """What readers call it."""
        return _("Kind")

    def apply(self, dates, value):
        """Dates of events of that kind."""
        return dates.filter(event_kind=value) if value in EventKind.values else dates.none()

    def values(self, dates, listing):
        """Kinds that occur, in their own order."""
        counts = dict(dates.order_by().values_list("event_kind").annotate(n=Count("pk")))
        return [(kind, str(kind.label), counts[kind]) for kind in EventKind if counts.get(kind)]


class FreeFacet:
    """What costs nothing."""

    name = "free"

    def heading(self):
        """What readers call it."""
        return _("Price")

    def apply(self, dates, value):
        """Dates of events that are free of charge."""
        return dates.filter(is_free=True) if value == "1" else dates.none()

    def values(self, dates, listing):
        """The one choice, where there is anything free."""
        free = dates.order_by().filter(is_free=True).count()
        return [("1", _("Free of charge"), free)] if free else []


class PlaceFacet:
    """Where it is: the venue, or a place the event names, or one above either."""

    name = "place"

    def heading(self):
        """What readers call it."""
        return _("Place")

    def apply(self, dates, value):
        """Dates of events there or somewhere within."""
        place = Card.objects.filter(kind="place", facts__slug=value).order_by("id").first()
        if place is None:
            return dates.none()
        named = Relation.objects.filter(
            source_kind="event",
            relation__in=PLACES,
            target_key__in=trees.below("place", place.key),
        )
        return dates.filter(event_key__in=named.values("source_key"))

    def values(self, dates, listing):
        """Places of the listed events, with how many are there."""
        named = Relation.objects.filter(
            source_kind="event",
            relation__in=PLACES,
            source_key__in=dates.order_by().values("event_key"),
        )
        counts = dict(
            named.values_list("target_key").annotate(n=Count("source_key", distinct=True))
        )
        places = Card.objects.visible(listing.reader.at).filter(kind="place", key__in=counts)
        best = places.best_for(listing.reader.locale).order_by("sort_key")
        return [(card.facts.get("slug", ""), card.title, counts[card.key]) for card in best]
