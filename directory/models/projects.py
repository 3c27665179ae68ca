"""Funded projects and the section that lists them."""

import datetime as dt
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField
from wagtail.search import index

from kogu.content.languages import shared, words
from kogu.content.models import BasePage
from kogu.content.models.hero import HeroMixin
from kogu.content.models.lists import OtherLanguagesMixin
from kogu.presenting.blocks import StoryBlock

from .dates import check_order
from .edges import edges_to
from .fields import date_precision_field, partial_date
from .money import amount_field, currency_field
from .project_panels import ProjectPanels
from .project_time import ProjectStatus, span_of
from .sections import SectionPage

hashtags_only = RegexValidator(
    r"^\s*(#\w+\s*)*$", _("Write hashtags with their #, separated by spaces.")
)


class ProjectIndexPage(OtherLanguagesMixin, SectionPage):
    """The projects of the region, with what they cost and who paid."""

    kind = "project_index"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["directory.ProjectPage"]

    languages = [*SectionPage.languages, *OtherLanguagesMixin.languages]

    class Meta:
        verbose_name = _("list of projects")
        verbose_name_plural = _("lists of projects")


class ProjectPage(ProjectPanels, HeroMixin, BasePage):
    """A funded project: what it is for, who pays, what came of it."""

    kind = "project"
    parent_page_types = ["directory.ProjectIndexPage"]
    subpage_types: list[str] = []

    acronym = models.CharField(_("acronym"), max_length=50, blank=True)
    call = models.CharField(
        _("call for applications"), max_length=255, blank=True, help_text=_("Its name or number.")
    )
    focus = models.TextField(_("focus"), blank=True, help_text=_("In one or two sentences."))
    objective = models.TextField(_("objective"), blank=True)
    target_group = models.TextField(_("target group"), blank=True)
    expected_results = models.TextField(_("expected results"), blank=True)
    achieved_results = models.TextField(_("achieved results"), blank=True)
    story = StreamField(StoryBlock(), blank=True, verbose_name=_("story"))

    start = partial_date(_("start"))
    start_precision = date_precision_field()
    planned_end = partial_date(_("planned end"))
    planned_end_precision = date_precision_field()
    actual_end = partial_date(_("actual end"))
    actual_end_precision = date_precision_field()
    stated_status = models.CharField(
        _("status"),
        max_length=10,
        choices=ProjectStatus,
        blank=True,
        help_text=_("Empty: follows from the dates."),
    )
    status_reason = models.CharField(_("reason for the status"), max_length=255, blank=True)

    total_budget = amount_field(_("total budget"))
    currency = currency_field()

    hashtags = models.CharField(
        _("hashtags"), max_length=255, blank=True, validators=[hashtags_only]
    )
    prepared_by = models.ForeignKey(
        "directory.Person",
        verbose_name=_("prepared by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    prepared_by_text = models.CharField(
        _("prepared by (name)"),
        max_length=255,
        blank=True,
        help_text=_("If the person is not in the register of people."),
    )
    prepared_on = partial_date(_("prepared on"))
    prepared_on_precision = date_precision_field()
    last_payment_on = models.DateField(
        _("last payment on"),
        null=True,
        blank=True,
        help_text=_("Some programmes count the years of publicity from it."),
    )
    publicity_until = models.DateField(
        _("publicity must stand until"),
        null=True,
        blank=True,
        help_text=_("Empty: as the programme's rules say."),
    )
    last_verified = models.DateField(_("last verified on"), null=True, blank=True)

    not_copied = [
        *BasePage.not_copied,
        *("project_numbers", "register_links", "amendments", "actual_end", "actual_end_precision"),
        *("stated_status", "status_reason", "achieved_results", "last_payment_on"),
        *("publicity_until", "last_verified"),
    ]
    languages = [
        *BasePage.languages,
        *HeroMixin.hero_languages,
        *words("call", "focus", "objective", "target_group", "expected_results"),
        *words("achieved_results", "story", "status_reason"),
        *words("activities", "indicators", "deliverables", "amendments"),
        *shared("acronym", "start", "start_precision", "planned_end", "planned_end_precision"),
        *shared("actual_end", "actual_end_precision", "stated_status"),
        *shared("total_budget", "currency", "hashtags", "prepared_by", "prepared_by_text"),
        *shared("prepared_on", "prepared_on_precision", "last_payment_on", "publicity_until"),
        *shared("last_verified"),
        *shared("project_programmes", "project_numbers", "funding_lines", "project_partners"),
        *shared("project_clusters", "project_goals", "register_links"),
    ]
    name_fields = (*BasePage.name_fields, "acronym", "project_numbers__number")
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("acronym"),
        index.SearchField("objective"),
    ]

    class Meta:
        verbose_name = _("project")
        verbose_name_plural = _("projects")

    def clean(self):
        """Refuse an end that lies before the start."""
        super().clean()
        check_order(self, "start", "planned_end")
        check_order(self, "start", "actual_end")

    @property
    def span(self):
        """From which day until which the project lasts, as far as it is known."""
        return span_of(self)

    def get_summary(self):
        """The summary, or what the project is about."""
        return self.summary or self.focus or self.objective.split("\n")[0][:300]

    def card_fields(self):
        """The project with its dates; its status follows from them when a reader comes."""
        first, last = self.span
        return {
            **super().card_fields(),
            "image_id": self.hero_image_id or self.sharing_image_id,
            "label": self.acronym,
            "status": self.stated_status,
            "starts_at": _midnight(first),
            "ends_at": _midnight(last and last + dt.timedelta(days=1)),
            "all_day": True,
            "facts": {
                "slug": self.slug,
                "start": first and first.isoformat(),
                "end": last and last.isoformat(),
                "budget": None if self.total_budget is None else str(self.total_budget),
                "currency": self.currency if self.total_budget is not None else "",
            },
        }

    def edges(self):
        """Its rows, what its activities name, and who prepared it; each once."""
        activities = list(self.activities.all())
        more = [
            *(("event", pk, "", "event") for row in activities for pk in row.event_ids),
            *(("place", pk, "", "place") for row in activities for pk in row.place_ids),
            ("person", self.prepared_by_id, "", "prepared_by"),
        ]
        return list(dict.fromkeys([*super().edges(), *edges_to(more)]))

    def missing(self):
        """Problems that hinder publication, and warnings."""
        from directory.project_checks import problems_of

        return problems_of(self)


def _midnight(day):
    """The moment at which a day begins where the organisation is."""
    if day is None:
        return None
    return dt.datetime.combine(day, dt.time(), ZoneInfo(settings.TIME_ZONE))
