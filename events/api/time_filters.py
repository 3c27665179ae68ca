"""When dates of events begin and end: one rule for events and for their dates."""

from django.db.models import Exists, OuterRef, Q

from events.models import Occurrence
from kogu.api.time_filters import range_filters

DATE_UNKNOWN = Q(starts_at__isnull=True)
# By days: their own where they last whole days, those of the organisation where clocks count.
# While a date is to be announced, it may begin and end on any day of its period.
DAYS = {
    "starts_from": lambda day: Q(first_day__gte=day) | DATE_UNKNOWN & Q(last_day__gte=day),
    "starts_to": lambda day: Q(first_day__lte=day),
    "ends_from": lambda day: Q(last_day__gte=day),
    "ends_to": lambda day: (
        ~DATE_UNKNOWN & Q(last_day__lte=day) | DATE_UNKNOWN & Q(first_day__lte=day)
    ),
}
MOMENTS = {
    "starts_from": lambda moment: Q(starts_at__gte=moment) | DATE_UNKNOWN & Q(over_at__gt=moment),
    "starts_to": lambda moment: Q(sorts_at__lte=moment),
    "ends_from": lambda moment: (
        ~DATE_UNKNOWN & Q(over_at__gte=moment) | DATE_UNKNOWN & Q(over_at__gt=moment)
    ),
    "ends_to": lambda moment: (
        ~DATE_UNKNOWN & Q(over_at__lte=moment) | DATE_UNKNOWN & Q(sorts_at__lte=moment)
    ),
}


def _between(dates, bounds, _list_query):
    for name, bound in bounds.items():
        condition = DAYS[name](bound.day) if bound.is_day else MOMENTS[name](bound.moment)
        dates = dates.filter(condition)
    return dates


def _with_occurrence_between(events, bounds, list_query):
    """Events with a public occurrence within the bounds, in the language of the event's row."""
    dates = Occurrence.objects.visible(list_query.reader.at)
    mine = dates.filter(event_key=OuterRef("key"), locale=OuterRef("locale"))
    return events.filter(Exists(_between(mine, bounds, list_query)))


OCCURRENCE_RANGES = range_filters(_between)
EVENT_RANGES = range_filters(_with_occurrence_between)
