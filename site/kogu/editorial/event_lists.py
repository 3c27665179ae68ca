"""Lists of events in the page tree say when each is, what is past and what is called off."""

from functools import cached_property, wraps

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.pages.listing import ExplorableIndexView
from wagtail.models import Revision

from events.choices import Status
from events.date_texts import period_text, when_text
from events.models import EventIndexPage, EventPage
from kogu.patches import replace, wrap

ORDER = "eventpage__starts_at"
# What a draft that was never published says in its latest version only.
_DATES = (
    *("starts_at", "ends_at", "is_all_day", "time_zone", "status"),
    *("period_from", "period_from_precision", "period_until", "period_until_precision"),
)


class EventDateColumn(Column):
    """The date in words, with the event's state where it is not as planned."""

    cell_template_name = "editorial/event_date_cell.html"

    def get_value(self, instance):
        """Nothing beside other pages."""
        if not isinstance(instance, EventPage):
            return None
        span = instance.span
        return {
            "when": _when(instance, span),
            "is_past": bool(span) and span.over_at <= timezone.now(),
            "status": ""
            if instance.status == Status.SCHEDULED
            else dict(Status.choices).get(instance.status, instance.status),
        }


def show_dates_of_events():
    """Wagtail has no hook for the columns of its page tree."""
    view = ExplorableIndexView
    columns = cached_property(_with_dates(view.explorable_columns.func))
    columns.__set_name__(view, "explorable_columns")
    replace(view, "explorable_columns", columns)
    wrap(view, "get_valid_orderings", _by_date)
    wrap(view, "get_table", _of_latest_drafts)


def _with_dates(stock):
    @wraps(stock)
    def explorable_columns(self):
        columns = stock(self)
        if not _lists_events(self):
            return columns
        sort_key = None if self.is_searching else ORDER
        column = EventDateColumn("when", label=_("Date"), sort_key=sort_key, classname="kogu-when")
        return [*columns[:2], column, *columns[2:]]

    return explorable_columns


def _by_date(stock):
    @wraps(stock)
    def get_valid_orderings(self):
        # The admin's search cannot order what it finds by it.
        is_offered = _lists_events(self) and not self.is_searching
        return [*stock(self), *([ORDER, f"-{ORDER}"] if is_offered else [])]

    return get_valid_orderings


def _lists_events(view):
    return view.parent_page.specific_class is EventIndexPage


def _of_latest_drafts(stock):
    @wraps(stock)
    def get_table(self, object_list):
        drafts = {
            page.latest_revision_id: page
            for page in object_list
            if isinstance(page, EventPage) and not page.live
        }
        for revision in Revision.objects.filter(pk__in=drafts):
            _take_dates(drafts[revision.pk], revision.content)
        return stock(self, object_list)

    return get_table


def _take_dates(page, content):
    for name in _DATES:
        if name in content:
            setattr(page, name, page._meta.get_field(name).to_python(content[name]))


def _when(event, span):
    if event.starts_at:
        words = when_text(span, event.zone_name, get_language(), all_day=event.is_all_day)
        return words.text
    return period_text(event.period, get_language())
