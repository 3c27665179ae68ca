"""By what a calendar can be narrowed: time, place, kind, price."""

import datetime as dt

from django.db.models import Count, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.choices import EventKind
from events.zones import day_of
from kogu.content.models import Card, Relation
from kogu.presenting.facets import NamingFacet, RelationFacet, Value, counted

SATURDAY = 5
PAST = "past"
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
        """The facet's name for readers."""
        return _("When")

    def apply(self, dates, value, reader):
        """Dates within the chosen time."""
        days = {"today": (self.today, self.today), "weekend": weekend_of(self.today)}
        if value in days:
            return dates.on_days(*days[value]).soonest_first()
        return dates.past(self.at) if value == PAST else dates.none()

    def named(self, value, reader):
        """The choice of a time without dates; None where it is no choice."""
        titles = self._titles()
        return Value(value, titles[value], 0) if value in titles else None

    def values(self, dates, listing):
        """How many dates each choice has."""
        saturday, sunday = weekend_of(self.today)
        dated = Q(starts_at__isnull=False)
        counts = dates.order_by().aggregate(
            today=Count("pk", dated & _on(self.today, self.today)),
            weekend=Count("pk", dated & _on(saturday, sunday)),
            past=Count("pk", Q(over_at__lte=self.at)),
        )
        return [Value(value, title, counts[value]) for value, title in self._titles().items()]

    def _titles(self):
        return {"today": _("Today"), "weekend": _("This weekend"), "past": _("Past events")}


def _on(first, last):
    return Q(first_day__lte=last, last_day__gte=first)


class KindFacet:
    """Narrows by kind of event."""

    name = "kind"

    def heading(self):
        """The facet's name for readers."""
        return _("Kind")

    def apply(self, dates, value, reader):
        """Dates of events of that kind."""
        return dates.filter(event_kind=value) if value in EventKind.values else dates.none()

    def named(self, value, reader):
        """The choice of a kind that no event has; None where it is no choice."""
        return Value(value, str(EventKind(value).label), 0) if value in EventKind.values else None

    def values(self, dates, listing):
        """Kinds that occur, in their own order."""
        counts = dict(dates.order_by().values_list("event_kind").annotate(n=Count("pk")))
        return [
            Value(kind, str(kind.label), counts[kind]) for kind in EventKind if counts.get(kind)
        ]


class FreeFacet:
    """Narrows to events free of charge."""

    name = "free"

    def heading(self):
        """The facet's name for readers."""
        return _("Price")

    def apply(self, dates, value, reader):
        """Dates of events that are free of charge."""
        return dates.filter(is_free=True) if value == "1" else dates.none()

    def named(self, value, reader):
        """The choice, where nothing is free."""
        return Value("1", _("Free of charge"), 0) if value == "1" else None

    def values(self, dates, listing):
        """The one choice, where there is anything free."""
        free = dates.order_by().filter(is_free=True).count()
        return [Value("1", _("Free of charge"), free)] if free else []


class PlaceFacet(RelationFacet):
    """Where it is: the venue, or a place the event names, or one above either."""

    def __init__(self):
        super().__init__("place", gettext_lazy("Place"), relations=PLACES)

    def apply(self, dates, value, reader):
        """Dates of events there or somewhere within."""
        events = super().apply(Card.objects.filter(kind="event"), value, reader)
        return dates.filter(event_key__in=events.values("key"))

    def values(self, dates, listing):
        """Places of the listed events and those above them, with how many are there."""
        named = Relation.objects.filter(
            source_kind="event",
            relation__in=PLACES,
            source_key__in=dates.order_by().values("event_key"),
        )
        return counted(self, named, listing.reader)


class NamingDatesFacet(NamingFacet):
    """Dates of events that name one organisation or cluster."""

    def apply(self, dates, value, reader):
        """Dates of events that name it."""
        events = super().apply(Card.objects.filter(kind="event"), value, reader)
        return dates.filter(event_key__in=events.values("key"))
