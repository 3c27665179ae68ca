"""Where an event is held, on site and online."""

from django.core.validators import URLValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import MultiFieldPanel

from events.choices import Attendance, Status
from kogu.content.completeness import Problem
from kogu.content.languages import shared, words

web_address = URLValidator(schemes=["http", "https"])


class WhereMixin(models.Model):
    """The venue of an event, or its address, and how people far away take part."""

    attendance = models.CharField(
        _("attendance"), max_length=10, choices=Attendance, default=Attendance.ON_SITE
    )
    venue = models.ForeignKey(
        "directory.Place",
        verbose_name=_("venue"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    address = models.CharField(
        _("address"),
        max_length=255,
        blank=True,
        help_text=_("Only where the venue is not among our places."),
    )
    room = models.CharField(_("room"), max_length=150, blank=True)
    join_link = models.URLField(
        _("link to join online"),
        max_length=500,
        blank=True,
        validators=[web_address],
        help_text=_("Never published; only those who signed up get it."),
    )

    place_panels = ["venue"]
    where_panels = [
        MultiFieldPanel(
            ["attendance", "address", "room", "join_link"],
            heading=_("Address, room, taking part online"),
            classname="collapsed",
        )
    ]
    where_languages = [
        *shared("attendance", "venue", "join_link"),
        *words("address", "room"),
    ]

    class Meta:
        abstract = True

    @property
    def attendance_now(self):
        """How people take part as items stand: what moved online is online; on site if unsaid."""
        if self.status == Status.MOVED_ONLINE:
            return Attendance.ONLINE
        return self.attendance or Attendance.ON_SITE

    @property
    def is_on_site(self):
        """Whether people can come to a place."""
        return self.attendance_now != Attendance.ONLINE

    def missing_where(self):
        """Problems of the venue that hinder publication."""
        problems = []
        if self.is_on_site and not (self.venue_id or self.address):
            problems.append(Problem("venue", _("Say where it is held.")))
        online = self.attendance_now != Attendance.ON_SITE
        if online and not (self.join_link or self.registration_url):
            problems.append(
                Problem(
                    "join_link",
                    _("Nobody will know how to join online: there is no link and no sign-up."),
                    is_warning=True,
                )
            )
        return problems
