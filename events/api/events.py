"""Events in the public API: everything people need to come."""

from directory.api.filters import COMMON
from events.choices import Attendance, EventKind, Status
from events.presenters.view_models import EventView
from kogu.api.distance import near
from kogu.api.fields import answer_of
from kogu.api.filters import fact, flag, related
from kogu.api.resource import ORDERS, TIMED, Resource, register

from .time_filters import EVENT_RANGES

register(
    Resource(
        name="events",
        kinds=("event",),
        include_position=50,
        answer=answer_of(EventView),
        filters={
            **COMMON,
            "place": related(
                ("place", "venue"), ("place", "area"), "In this place or area, or within it"
            ),
            "person": related("person", "person", "With this person"),
            "kind": fact("facts__kind", "Of this kind", EventKind.values),
            "status": fact("status", "With this status", Status.values),
            "attendance": fact("facts__attendance", "Taking part so", Attendance.values),
            "is_free": flag("facts__is_free", "Whether nothing is to be paid"),
            **EVENT_RANGES,
            **near("event", "With a venue"),
        },
        orders={**ORDERS, **TIMED},
        order="starts_at",
        description=(
            "What happens when, each event once, past ones too; those without a date come last. "
            "Calendars ask `occurrences`."
        ),
    )
)
