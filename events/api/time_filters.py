"""When dates of events begin and end: one rule for events and for their dates."""

from django.db.models import Exists, OuterRef, Q

from events.models import Occurrence
from kogu.api.time_filters import range_filters

LOOSE = Q(starts_at__isnull=True)
# By days: their own where they last whole days, those of the organisation where clocks count.
# While a date is to be announced, it may begin and end on any day of its period.
DAYS = {
    "starts_from": lambda day: Q(first_day__gte=day) | LOOSE & Q(last_day__gte=day),
    "starts_to": lambda day: Q(first_day__lte=day),
    "ends_from": lambda day: Q(last_day__gte=day),
    "ends_to": lambda day: ~LOOSE & Q(last_day__lte=day) | LOOSE & Q(first_day__lte=day),
}
MOMENTS = {
    "starts_from": lambda moment: Q(starts_at__gte=moment) | LOOSE & Q(over_at__gt=moment),
    "starts_to": lambda moment: Q(sorts_at__lte=moment),
    "ends_from": lambda moment: ~LOOSE & Q(over_at__gte=moment) | LOOSE & Q(over_at__gt=moment),
    "ends_to": lambda moment: ~LOOSE & Q(over_at__lte=moment) | LOOSE & Q(sorts_at__lte=moment),
}


def _between(dates, bounds, _list_query):
    for name, bound in bounds.items():
        made = DAYS[name](bound.day) if bound.is_day else MOMENTS[name](bound.moment)
        dates = dates.filter(made)
    return dates


def _with_dates(events, bounds, list_query):
    """Events of which a public date lies so, in the language in which they are told."""
    dates = Occurrence.objects.visible(list_query.reader.at)
    mine = dates.filter(event_key=OuterRef("key"), locale=OuterRef("locale"))
    return events.filter(Exists(_between(mine, bounds, list_query)))


DATE_SPANS = range_filters(_between)
EVENT_SPANS = range_filters(_with_dates)
