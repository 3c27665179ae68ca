"""The calendar: the section page under which events live."""

from django.utils.translation import gettext_lazy as _

from kogu.content.models import BasePage


class EventIndexPage(BasePage):
    """A calendar of what happens in the region."""

    kind = "event_index"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["events.EventPage"]

    languages = [*BasePage.languages]

    class Meta:
        verbose_name = _("calendar")
        verbose_name_plural = _("calendars")
