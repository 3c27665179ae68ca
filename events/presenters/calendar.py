"""The calendar as readers get it: every date once, in the reader's language if it exists."""

import datetime as dt
from dataclasses import dataclass

from django.core.paginator import Paginator
from django.db.models import Min, Q
from django.utils.translation import gettext_lazy, ngettext

from events.calendar_links import CalendarLinks, of_calendar
from events.models import EventIndexPage, Occurrence
from events.zones import midnight
from kogu.delivery.dependencies import depends_on_list, valid_until
from kogu.delivery.tick_cache import cached_per_tick
from kogu.presenting.chrome import chrome
from kogu.presenting.listings import PER_PAGE, ListingPresenter, ListingView
from kogu.presenting.page import PagePresenter
from kogu.presenting.registry import presenter
from kogu.web.feeds import name_of

from .announcements import calendar_feed
from .dates import collect_dates, date_card
from .facets import PAST, FreeFacet, KindFacet, NamingDatesFacet, PlaceFacet, WhenFacet


@dataclass(frozen=True)
class CalendarView(ListingView):
    """A calendar, and how other programs follow it, narrowed in the same way."""

    calendar_links: CalendarLinks


@presenter(EventIndexPage)
class CalendarPresenter(ListingPresenter):
    """What is still to come, soonest first; or today, this weekend, or the past."""

    view = CalendarView
    list_kind = "event"
    all_languages = True
    feed = staticmethod(calendar_feed)
    has_calendar = True
    excluded_choice = WhenFacet.name

    def __init__(self, instance, reader, **options):
        super().__init__(instance, reader, **options)
        self.when = WhenFacet(reader)
        self.facets = (
            *(self.when, PlaceFacet(), KindFacet(), FreeFacet()),
            NamingDatesFacet("organisation", gettext_lazy("Organisation")),
            NamingDatesFacet("cluster", gettext_lazy("Cluster")),
        )

    def collect(self, needs):
        """The dates of this page of the list."""
        PagePresenter.collect(self, needs)
        self.all_dates = self.cards(self.is_all)
        self._choose()
        self.base = self._in_time(self.all_dates)
        narrowed = self.filtered(self.base, without=self.when.name)
        self.page = Paginator(narrowed, PER_PAGE).get_page(self.query.get("page", "1"))
        self.page_cards = list(self.page.object_list)
        collect_dates(self.page_cards, needs)
        depends_on_list(self.list_kind, *self.reader.order)
        self._note_expiry()

    def all_rows(self):
        """All dates, whatever their language."""
        return Occurrence.objects.all()

    def unfiltered(self, is_all):
        """Dates in the time that was chosen, else those to come."""
        return self._in_time(self.cards(is_all))

    def facet_base(self, facet):
        """Times are counted in all dates, all else in the chosen time."""
        return self.all_dates if facet is self.when else self.base

    def count_label(self, count):
        """The number of dates, as the heading says it; of the past, that they are over."""
        if self._is_past():
            words = ngettext("%(n)s past event", "%(n)s past events", count)
        else:
            words = ngettext("%(n)s event", "%(n)s events", count)
        return words % {"n": count}

    def chosen_values(self, facets):
        """The past is said beside the number."""
        return super().chosen_values(
            each for each in facets if not (each.name == self.when.name and self._is_past())
        )

    def _is_past(self):
        return self.query.get(self.when.name) == PAST

    def fields(self, resolved):
        """The list, and where it can be followed."""
        path = f"{self.instance.public_url()}calendar.ics{self.subscription_query()}"
        name = name_of(self.instance, chrome(self.reader.locale), self.subscription_choices())
        return {**super().fields(resolved), "calendar_links": of_calendar(path, name)}

    def item(self, card, resolved):
        """One date as a card."""
        return date_card(card, resolved)

    def _in_time(self, dates):
        value = self.query.get(self.when.name, "")
        if value:
            return self.when.apply(dates, value, self.reader)
        return dates.upcoming(self.reader.at)

    def _note_expiry(self):
        """The list holds until something begins, ends or expires, or the day is over."""
        tomorrow = self.when.today + dt.timedelta(days=1)
        for moment in (*self._next_changes(), midnight(tomorrow, self.reader.zone)):
            valid_until(moment)

    def _next_changes(self):
        """When something next begins, ends or expires; asked once while nothing changes."""
        known = cached_per_tick(f"dates:turns:{self._cache_name}", self._load_next_changes)
        return (
            known
            if all(m is None or m > self.reader.at for m in known)
            else self._load_next_changes()
        )

    def _load_next_changes(self):
        at = self.reader.at
        moments = self.all_dates.order_by().aggregate(
            start=Min("starts_at", filter=Q(starts_at__gt=at)),
            end=Min("over_at", filter=Q(over_at__gt=at)),
            expiry=Min("expire_at", filter=Q(expire_at__gt=at)),
        )
        return tuple(moments.values())

    def _until(self):
        """What is counted of the calendar holds until something begins, ends or expires."""
        return min((moment for moment in self._next_changes() if moment), default=None)
