"""The page of an event, with everything that visitors need."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from wagtail.admin.panels import FieldRowPanel, InlinePanel, MultiFieldPanel, MultipleChooserPanel
from wagtail.fields import StreamField
from wagtail.search import index

from directory.models.edges import edges_to
from directory.models.places import as_float
from events.choices import Attendance
from events.forms import EventForm
from kogu.content.completeness import Problem
from kogu.content.languages import shared, words
from kogu.content.models import BasePage
from kogu.content.models.hero import HeroMixin
from kogu.presenting.blocks import StoryBlock
from kogu.presenting.card_views import PLACE_NAMES, best_name
from kogu.presenting.stories import excerpt

from .outcome import OutcomeMixin
from .schedule import WhenMixin
from .venue import WhereMixin
from .visitors import VisitorsMixin


class EventPage(WhenMixin, WhereMixin, VisitorsMixin, OutcomeMixin, HeroMixin, BasePage):
    """One event, at one date or in a period in which its date will fall."""

    kind = "event"
    parent_page_types = ["events.EventIndexPage"]
    subpage_types: list[str] = []
    base_form_class = EventForm

    story = StreamField(StoryBlock(), blank=True, verbose_name=_("story"))

    story_panels = [
        BasePage.title_panel,
        *WhenMixin.date_panels,
        FieldRowPanel(["event_kind", "venue"]),
        "summary",
        *HeroMixin.hero_panels,
        "story",
        *VisitorsMixin.visitor_panels,
        *WhereMixin.where_panels,
        *WhenMixin.when_panels,
        MultiFieldPanel(
            [InlinePanel("sessions", label=_("Session"))],
            heading=_("Programme of the event"),
            classname="collapsed",
        ),
        MultiFieldPanel(
            [MultipleChooserPanel("speakers", "person", label=_("Speaker"))],
            heading=_("Speakers"),
            classname="collapsed",
        ),
        *OutcomeMixin.outcome_panels,
    ]
    more_panels = [
        MultipleChooserPanel("event_clusters", "cluster", heading=_("Clusters"), label=_("Cluster"))
    ]
    publishing_panels = [*BasePage.publishing_panels, *OutcomeMixin.source_panels]
    not_copied = [
        *BasePage.not_copied,
        *("starts_at", "ends_at", "period_from", "period_from_precision", "period_until"),
        *("period_until_precision", "status", "status_reason", "previous_starts_at", "join_link"),
        *("registration_url", "registration_closes_at", "participants", "materials"),
        *("source_calendar", "source_uid"),
    ]
    languages = [
        *BasePage.languages,
        *HeroMixin.hero_languages,
        *WhenMixin.when_languages,
        *WhereMixin.where_languages,
        *VisitorsMixin.visitor_languages,
        *OutcomeMixin.outcome_languages,
        *words("story", "sessions", "speakers"),
        *shared("event_clusters"),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("story"),
        index.FilterField("starts_at"),
    ]

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")

    def get_summary(self):
        """The summary, or the story's first words."""
        return self.summary or excerpt(self.story)

    def clean(self):
        """Refuse what cannot be, all of it at once and by field."""
        super().clean()
        if errors := {**self.malformed_when(), **self.malformed_visitors()}:
            raise ValidationError(errors)

    def missing(self):
        """Problems that hinder publication, and warnings."""
        return [
            *super().missing(),
            *self.missing_when(),
            *self.missing_where(),
            *self.missing_visitors(),
            *self._missing_in_rows(),
        ]

    def _missing_in_rows(self):
        if any(not row.title for row in self.sessions.all()):
            yield Problem("sessions", _("A session of the programme has no title."))
        if any(not row.document_id for row in self.materials.all()):
            yield Problem("materials", _("A document is not chosen yet."))

    def venues(self):
        """The venue by language; nothing unless public."""
        if self.venue_id is None:
            return {}
        versions = type(self.venue).objects.visible().select_related("locale")
        versions = versions.filter(translation_key=self.venue.translation_key)
        return {place.locale.language_code: place for place in versions}

    def card_fields(self):
        """When and where it is, and what lists are narrowed by."""
        span, language, venues = self.span, self.locale.language_code, self.venues()
        venue = next(iter(venues.values()), None)
        names = {code: str(place) for code, place in venues.items()}
        with override(language):
            label = str(self.get_event_kind_display())
            online = str(Attendance.ONLINE.label)
        place = (best_name(names, language) or self.address) if self.is_on_site else online
        return {
            **super().card_fields(),
            "image_id": self.hero_image_id or self.sharing_image_id,
            "label": label,
            "status": self.status,
            "place": place,
            "time_zone": self.time_zone,
            "all_day": self.is_all_day,
            "starts_at": span.starts_at if span else None,
            # Of a period: when none of it is left.
            "ends_at": span and (span.ends_at if span.starts_at else span.over_at),
            "facts": {
                "slug": self.slug,
                "kind": self.event_kind,
                "is_free": self.is_free,
                "attendance": self.attendance_now,
                "room": self.room,
                "address": self.address,
                "latitude": as_float(getattr(venue, "latitude", None)),
                "longitude": as_float(getattr(venue, "longitude", None)),
                PLACE_NAMES: names,
                "period": [] if self.starts_at else [(d.isoformat(), p) for d, p in self.period],
            },
        }

    def edges(self):
        """Its rows, its venue and the people who speak."""
        speakers = [row.person_id for row in self.speakers.all()]
        named = [("place", self.venue_id, "", "venue")]
        named += [("person", pk, "speaker", "person") for pk in speakers]
        return [*super().edges(), *edges_to(named)]
