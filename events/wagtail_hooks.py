"""Wagtail hooks of the events app."""

from django.urls import path, reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button

from .models import EventPage
from .reports import can_have_report, sections_for
from .views import WriteReportView


@hooks.register("register_admin_urls")
def report_url():
    """Where the news about an event is begun."""
    return [
        path(
            "events/<int:event_id>/report/",
            WriteReportView.as_view(),
            name="kogu_events_write_report",
        )
    ]


@hooks.register("register_page_header_buttons")
def write_the_report(page, user, view_name, next_url=None):
    """A way from a past event to the news about it."""
    if type(page) is EventPage and can_have_report(page) and sections_for(page, user):
        yield Button(
            _("Write the report"),
            reverse("kogu_events_write_report", args=[page.pk]),
            icon_name="edit",
            priority=25,
        )
