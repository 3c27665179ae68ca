"""When an event happens, and whether it happens as announced."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from directory.models.dates import first_day, last_day
from directory.models.fields import date_precision_field, partial_date
from events import time_ranges
from events.choices import Status
from events.zones import day_of, default_zone, validate_zone, zone_of
from kogu.content.completeness import Problem
from kogu.content.languages import shared, words


class WhenMixin(models.Model):
    """The date of an event, or the period in which it will fall, and what became of it."""

    starts_at = models.DateTimeField(
        _("start"),
        null=True,
        blank=True,
        help_text=_("In the time of the event's own zone. Empty: date to be announced."),
    )
    ends_at = models.DateTimeField(_("end"), null=True, blank=True, help_text=_("Empty: open end."))
    is_all_day = models.BooleanField(
        _("whole days"),
        default=False,
        help_text=_("Clock times do not count; the last day is included."),
    )
    time_zone = models.CharField(
        _("time zone"), max_length=64, default=default_zone, validators=[validate_zone]
    )
    period_from = partial_date(
        _("not before"),
        help_text=_("While the date is to be announced: roughly from when."),
    )
    period_from_precision = date_precision_field()
    period_until = partial_date(_("not after"))
    period_until_precision = date_precision_field()
    status = models.CharField(_("status"), max_length=20, choices=Status, default=Status.SCHEDULED)
    status_reason = models.TextField(
        _("reason"),
        blank=True,
        max_length=500,
        help_text=_("Why it is cancelled, postponed or moved; shown beside the status."),
    )
    previous_starts_at = models.DateTimeField(
        _("previous start"),
        null=True,
        blank=True,
        help_text=_("The date announced before, in the time of the event's own zone."),
    )

    date_panels = [
        FieldRowPanel(
            [
                "starts_at",
                FieldPanel(
                    "ends_at",
                    help_text=_(
                        "Empty: open end. Of an evening that lasts into the night the end may "
                        "bear the day of the start: 22:00 to 02:00."
                    ),
                ),
                "is_all_day",
            ],
            heading=_("Date"),
        ),
    ]
    when_panels = [
        MultiFieldPanel(
            [
                FieldRowPanel(["period_from", "period_from_precision"]),
                FieldRowPanel(["period_until", "period_until_precision"]),
                FieldPanel("time_zone"),
            ],
            heading=_("Date to be announced, time zone"),
            classname="collapsed",
        ),
        MultiFieldPanel(
            ["status", "previous_starts_at", "status_reason"],
            heading=_("Cancelled, postponed or moved"),
            classname="collapsed",
        ),
    ]
    when_languages = [
        *shared("starts_at", "ends_at", "is_all_day", "time_zone"),
        *shared("period_from", "period_from_precision", "period_until", "period_until_precision"),
        *shared("status", "previous_starts_at"),
        *words("status_reason"),
    ]

    class Meta:
        abstract = True

    @property
    def zone_name(self):
        """Its time zone, or the organisation's while a draft holds a wrong one."""
        return zone_of(self.time_zone).key

    @property
    def span(self):
        """From when to when it happens; None while nothing is known of its date."""
        if self.starts_at:
            kind_of_span = time_ranges.whole_days if self.is_all_day else time_ranges.timed
            return kind_of_span(self.starts_at, self.ends_at, self.time_zone)
        if self.period:
            return time_ranges.loose(*self._reach(), self.time_zone)
        return None

    @property
    def period(self):
        """The loose dates between which it will fall, each with its precision."""
        ends = (
            (self.period_from, self.period_from_precision or "day"),
            (self.period_until, self.period_until_precision or "day"),
        )
        return [(day, known) for day, known in ends if day]

    def _reach(self):
        return first_day(*self.period[0]), last_day(*self.period[-1])

    def malformed_when(self):
        """Dates that cannot be, by field."""
        errors = {}
        if self.starts_at and self.ends_at and self._ends_before_it_starts():
            errors["ends_at"] = _("The end is before the start.")
        if self.period:
            first, last = self._reach()
            if last < first:
                errors["period_until"] = _("The period ends before it begins.")
        return errors

    def _ends_before_it_starts(self):
        if self.is_all_day:
            there = zone_of(self.time_zone)
            return day_of(self.ends_at, there) < day_of(self.starts_at, there)
        return self.ends_at < self.starts_at

    def missing_when(self):
        """What readers must know of the date before the event is published."""
        problems = []
        if self.span is None:
            problems.append(Problem("starts_at", _("Say when it is, or roughly when it will be.")))
        if self.ends_at and not self.starts_at:
            problems.append(Problem("starts_at", _("There is an end but no start.")))
        if self.status == Status.RESCHEDULED and not self.previous_starts_at:
            problems.append(
                Problem("previous_starts_at", _("Say which date was announced before."))
            )
        if self.status != Status.SCHEDULED and not self.status_reason:
            problems.append(
                Problem("status_reason", _("Readers will ask for the reason."), is_warning=True)
            )
        return problems
