"""The calendar as readers get it: every date once, in the reader's language if it exists."""

import datetime as dt
from dataclasses import dataclass

from django.core.paginator import Paginator
from django.db.models import Min, Q
from django.utils.translation import gettext_lazy

from events.models import EventIndexPage, Occurrence
from events.zones import midnight
from kogu.base.listings import PER_PAGE, ListingPresenter, ListingView
from kogu.base.presenting import PagePresenter, presenter
from kogu.delivery.shown import fresh_until, lists

from .dates import date_card, want_dates
from .facets import FreeFacet, KindFacet, NamingDatesFacet, PlaceFacet, WhenFacet


@dataclass(frozen=True)
class CalendarView(ListingView):
    """A calendar; `calendar_url` is where other programs follow it, narrowed in the same way."""

    calendar_url: str


@presenter(EventIndexPage)
class CalendarPresenter(ListingPresenter):
    """What is still to come, soonest first; or today, this weekend, or the past."""

    view = CalendarView
    list_kind = "event"
    all_languages = True
    has_feed = True

    def __init__(self, thing, reader, **options):
        super().__init__(thing, reader, **options)
        self.when = WhenFacet(reader)
        self.facets = (
            *(self.when, PlaceFacet(), KindFacet(), FreeFacet()),
            NamingDatesFacet("organisation", gettext_lazy("Organisation")),
            NamingDatesFacet("cluster", gettext_lazy("Cluster")),
        )

    def want(self, wanted):
        """The dates of this page of the list."""
        PagePresenter.want(self, wanted)
        self.all_dates = self.cards()
        self.chosen = self._chosen()
        self.base = self._in_time(self.all_dates)
        self.page = Paginator(self._narrowed(self.base), PER_PAGE).get_page(
            self.query.get("page", "1")
        )
        self.page_cards = list(self.page.object_list)
        want_dates(self.page_cards, wanted)
        lists(self.list_kind, *self.reader.order)
        self._hold()

    def followed(self):
        """Every date by the reader's choices, whatever time they chose."""
        self.chosen = self._chosen()
        return self._narrowed(self.cards())

    def _narrowed(self, dates):
        for facet, value in self.chosen:
            if facet is not self.when:
                dates = facet.apply(dates, value)
        return dates

    def fields(self, found):
        """The list, and where it can be followed."""
        below = self.address(**{self.when.name: ""}).removeprefix(self.thing.public_url())
        return {
            **super().fields(found),
            "calendar_url": f"{self.thing.public_url()}calendar.ics{below}",
        }

    def cards(self):
        """Every public date, or only those told in the reader's language."""
        dates = Occurrence.objects.visible(self.reader.at)
        if self.query.get("language") == "mine":
            return dates.filter(locale=self.reader.locale)
        return dates.best_for(self.reader.locale, at=self.reader.at)

    def item(self, card, found):
        """One date as a card."""
        return date_card(card, found)

    def _in_time(self, dates):
        value = self.query.get(self.when.name, "")
        return self.when.apply(dates, value) if value else dates.upcoming(self.reader.at)

    def _hold(self):
        """The list holds until something begins, ends or expires, or the day is over."""
        at = self.reader.at
        moments = self.all_dates.order_by().aggregate(
            start=Min("starts_at", filter=Q(starts_at__gt=at)),
            end=Min("over_at", filter=Q(over_at__gt=at)),
            expiry=Min("expire_at", filter=Q(expire_at__gt=at)),
        )
        tomorrow = self.when.today + dt.timedelta(days=1)
        for moment in (*moments.values(), midnight(tomorrow, self.reader.zone)):
            fresh_until(moment)
