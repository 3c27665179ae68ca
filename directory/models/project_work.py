"""What a project does and has done: activities, indicators, deliverables, amendments."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldRowPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable, TranslatableMixin

from kogu.content.languages import DeclaresLanguages, local, shared, words

from .dates import check_order
from .fields import date_precision_field, partial_date
from .multiple_choice import EventsBlock, PlacesBlock, chosen


class ProjectActivity(DeclaresLanguages, TranslatableMixin, Orderable):
    """One item the project does: what, when it was meant to be, when it was."""

    class Status(models.TextChoices):
        """How far the activity is."""

        PLANNED = "planned", _("Planned")
        ONGOING = "ongoing", _("Under way")
        DONE = "done", _("Done")
        DROPPED = "dropped", _("Dropped")

    page = ParentalKey("directory.ProjectPage", on_delete=models.CASCADE, related_name="activities")
    description = models.TextField(_("what is done"), blank=True)
    planned_start = partial_date(_("planned from"))
    planned_start_precision = date_precision_field()
    planned_end = partial_date(_("planned until"))
    planned_end_precision = date_precision_field()
    actual_start = partial_date(_("began"))
    actual_start_precision = date_precision_field()
    actual_end = partial_date(_("ended"))
    actual_end_precision = date_precision_field()
    quantity = models.DecimalField(
        _("how many"), max_digits=12, decimal_places=2, null=True, blank=True
    )
    unit = models.CharField(
        _("of what"), max_length=60, blank=True, help_text=_("For instance: workshops.")
    )
    status = models.CharField(_("status"), max_length=10, choices=Status, blank=True)
    places = StreamField(PlacesBlock(), blank=True, verbose_name=_("places"))
    events = StreamField(EventsBlock(), blank=True, verbose_name=_("events"))

    panels = [
        "description",
        FieldRowPanel(["quantity", "unit", "status"]),
        FieldRowPanel(["planned_start", "planned_start_precision"]),
        FieldRowPanel(["planned_end", "planned_end_precision"]),
        FieldRowPanel(["actual_start", "actual_start_precision"]),
        FieldRowPanel(["actual_end", "actual_end_precision"]),
        FieldRowPanel(["places", "events"]),
    ]
    languages = [
        *words("description", "unit"),
        *shared("planned_start", "planned_start_precision", "planned_end"),
        *shared("planned_end_precision", "actual_start", "actual_start_precision"),
        *shared("actual_end", "actual_end_precision", "quantity", "status"),
        *shared("places", "events"),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("activity")
        verbose_name_plural = _("activities")

    def __str__(self):
        return self.description

    def clean(self):
        """Refuse a period that ends before it begins."""
        super().clean()
        check_order(self, "planned_start", "planned_end")
        check_order(self, "actual_start", "actual_end")

    @property
    def place_ids(self):
        """Its places, as stored: nothing is fetched one by one."""
        return chosen(self.places)

    @property
    def event_ids(self):
        """Its events, as stored."""
        return chosen(self.events)


class ProjectIndicator(DeclaresLanguages, TranslatableMixin, Orderable):
    """A number by which the project is measured."""

    page = ParentalKey("directory.ProjectPage", on_delete=models.CASCADE, related_name="indicators")
    name = models.CharField(_("what is counted"), max_length=255, blank=True)
    unit = models.CharField(_("unit"), max_length=60, blank=True)
    target = models.DecimalField(
        _("target"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    achieved = models.DecimalField(
        _("achieved"), max_digits=14, decimal_places=2, null=True, blank=True
    )

    panels = ["name", FieldRowPanel(["target", "achieved", "unit"])]
    languages = [*words("name", "unit"), *shared("target", "achieved")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("indicator")
        verbose_name_plural = _("indicators")

    def __str__(self):
        return self.name


class ProjectDeliverable(DeclaresLanguages, TranslatableMixin, Orderable):
    """Something the project leaves behind: a study, a guide, a built item."""

    page = ParentalKey(
        "directory.ProjectPage", on_delete=models.CASCADE, related_name="deliverables"
    )
    title = models.CharField(_("what it is"), max_length=255, blank=True)
    description = models.TextField(_("description"), blank=True)
    url = models.URLField(_("address"), max_length=500, blank=True)
    document = models.ForeignKey(
        settings.WAGTAILDOCS_DOCUMENT_MODEL,
        verbose_name=_("document"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    panels = ["title", "description", FieldRowPanel(["document", "url"])]
    languages = [*words("title", "description"), *shared("url"), *local("document")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("deliverable")
        verbose_name_plural = _("deliverables")

    def __str__(self):
        return self.title


class ProjectAmendment(DeclaresLanguages, TranslatableMixin, Orderable):
    """A change of the project as it was agreed."""

    page = ParentalKey("directory.ProjectPage", on_delete=models.CASCADE, related_name="amendments")
    changed_on = partial_date(_("changed on"))
    changed_on_precision = date_precision_field()
    what = models.CharField(_("what changed"), max_length=255, blank=True)
    old = models.CharField(_("what it was"), max_length=500, blank=True)
    new = models.CharField(_("what it is now"), max_length=500, blank=True)
    reason = models.TextField(_("why"), blank=True)

    panels = [
        FieldRowPanel(["changed_on", "changed_on_precision"]),
        "what",
        FieldRowPanel(["old", "new"]),
        "reason",
    ]
    languages = [
        *words("what", "old", "new", "reason"),
        *shared("changed_on", "changed_on_precision"),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("amendment")
        verbose_name_plural = _("amendments")

    def __str__(self):
        return self.what
