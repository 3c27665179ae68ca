"""Events and their section."""

import datetime as dt

import factory
from django.utils import timezone

from events import models as events

from .base import PageFactory
from .directory import PlaceFactory
from .stories import story


class EventIndexPageFactory(PageFactory):
    """The calendar."""

    class Meta:
        model = events.EventIndexPage

    title = "Sündmused"


class EventPageFactory(PageFactory):
    """An event of two hours, tomorrow unless told otherwise."""

    class Meta:
        model = events.EventPage

    title = factory.Sequence(lambda n: f"Hommikukohv {n}")
    summary = "Pool tundi lugu, tund küsimusi."
    event_kind = "meeting"
    starts_at = factory.LazyFunction(lambda: timezone.now() + dt.timedelta(days=1))
    ends_at = factory.LazyAttribute(
        lambda event: event.starts_at and event.starts_at + dt.timedelta(hours=2)
    )
    is_free = True
    venue = factory.LazyAttribute(
        lambda event: PlaceFactory(locale=event.locale, place_kind="venue")
    )
    story = factory.LazyFunction(lambda: story("Võta kaasa oma kuupäevad."))
