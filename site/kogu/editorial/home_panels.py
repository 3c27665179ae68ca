"""The start of the admin: what to write, and which events come next."""

import datetime as dt
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import UserObjectsInWorkflowModerationPanel
from wagtail.models import Page

from directory.models import ProjectIndexPage, ProjectPage
from events.choices import Status
from events.date_texts import when_text
from events.models import EventIndexPage, EventPage, Occurrence
from home.models import NewsIndexPage, NewsPage
from kogu.content.models import Card

from .edit_views import edit_url

# What is written most, the section where it goes, and the words of its button.
WRITTEN = (
    (NewsPage, NewsIndexPage, _("Write news")),
    (EventPage, EventIndexPage, _("Write an event")),
    (ProjectPage, ProjectIndexPage, _("Write a project")),
)
DAYS = 7
MOST = 10


@dataclass(frozen=True)
class UpcomingDate:
    """A date of an event in the next days."""

    title: str
    url: str
    when: str
    status: str


def addable_types(user):
    """What the user may add, each with the address of its form; in the admin's language first."""
    order = [get_language(), settings.LANGUAGE_CODE]
    found = []
    for model, section, words in WRITTEN:
        sections = section.objects.select_related("locale").order_by("path")
        allowed = [one for one in sections if one.permissions_for_user(user).can_add_subpage()]
        allowed.sort(key=lambda one: [one.locale.language_code != code for code in order])
        if allowed:
            args = [model._meta.app_label, model._meta.model_name, allowed[0].pk]
            found.append((words, reverse("wagtailadmin_pages:add", args=args)))
    return found


def upcoming_days(user):
    """The dates of the next days as the public sees them, each once."""
    today, language = timezone.localdate(), get_language()
    dates = Occurrence.objects.visible().best_for(language).upcoming()
    dates = list(dates.on_days(today, today + dt.timedelta(days=DAYS))[:MOST])
    pages = Page.objects.filter(pk__in={date.page_id for date in dates})
    pages = {page.pk: page for page in pages.defer_streamfields().specific()}
    cards = Card.objects.filter(kind="event", object_id__in=pages)
    cards = {card.object_id: card for card in cards}
    return [
        _coming(date, cards[date.page_id], pages[date.page_id], user)
        for date in dates
        if date.page_id in cards
    ]


def _coming(date, card, page, user):
    may_edit = page.permissions_for_user(user).can_edit()
    return UpcomingDate(
        title=card.title,
        url=edit_url(page) if may_edit else card.url,
        when=when_text(date, date.time_zone, get_language(), all_day=date.all_day).text,
        status="" if date.status == Status.SCHEDULED else Status(date.status).label,
    )


class WritePanel(Component):
    """Buttons for what is written most."""

    name = "write"
    template_name = "editorial/write.html"
    order = 50

    def get_context_data(self, parent_context):
        """Only what the user may add; without any the panel is not there."""
        return {"to_write": addable_types(parent_context["request"].user)}


class UpcomingPanel(Component):
    """Events of the next days."""

    name = "coming"
    title = _("Coming days")
    template_name = "editorial/coming.html"
    order = 140

    def get_context_data(self, parent_context):
        """Without any the panel is not there."""
        coming = upcoming_days(parent_context["request"].user)
        return {"title": self.title, "coming": coming}


@hooks.register("construct_homepage_panels")
def arrange_home_panels(request, panels):
    """Wagtail's list of what the user submitted says what "Waiting for me" says."""
    panels[:] = [
        panel for panel in panels if not isinstance(panel, UserObjectsInWorkflowModerationPanel)
    ]
    panels += [WritePanel(), UpcomingPanel()]
