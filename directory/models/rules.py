"""What a programme's publicity rules say, each part from one day until another."""

import re

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldRowPanel
from wagtail.models import Orderable, TranslatableMixin

from kogu.content.languages import DeclaresLanguages, local, shared, words

from .fields import CodesField
from .money import amount_field, currency_field

# What a programme may require a project's page to say: field of the page and its words.
REQUIRED_FIELDS = (
    ("acronym", _("Acronym")),
    ("project_numbers", _("Project number")),
    ("focus", _("Focus")),
    ("objective", _("Objective")),
    ("activities", _("Activities")),
    ("target_group", _("Target group")),
    ("expected_results", _("Expected results")),
    ("achieved_results", _("Achieved results, once the project has ended")),
    ("hero_image", _("Picture")),
    ("start", _("Start")),
    ("planned_end", _("Planned end")),
    ("total_budget", _("Total budget")),
    ("funding_lines", _("Funding")),
    ("project_partners", _("Partners")),
    ("page_places", _("Places")),
    ("page_contacts", _("Contacts")),
    ("indicators", _("Indicators")),
    ("hashtags", _("Hashtags")),
    ("register_links", _("Links to public registers")),
)


class RulePart(Orderable):
    """One part of a programme's rules and the days between which it holds."""

    valid_from = models.DateField(_("holds from"), null=True, blank=True)
    valid_until = models.DateField(
        _("holds until"), null=True, blank=True, help_text=_("The last day; empty: no end.")
    )

    days = FieldRowPanel(["valid_from", "valid_until"])
    shared_days = shared("valid_from", "valid_until")

    class Meta(Orderable.Meta):
        abstract = True

    def clean(self):
        """Refuse a last day before the first."""
        super().clean()
        if self.valid_from and self.valid_until and self.valid_until < self.valid_from:
            raise ValidationError({"valid_until": _("The end lies before the start.")})


def check_pattern(pattern):
    """Refuse what is no regular expression."""
    try:
        re.compile(pattern)
    except re.error as error:
        raise ValidationError(
            _("This is no valid pattern: %(reason)s."), params={"reason": error}
        ) from error


class ProgrammeRule(RulePart):
    """How projects are numbered, what their pages must say, and for how long."""

    class Anchor(models.TextChoices):
        """From when the years of publicity are counted."""

        START = "start", _("from the start of the project")
        END = "end", _("from the end of the project")
        END_OF_YEAR = "end_of_year", _("from the end of the year in which the project ends")
        LAST_PAYMENT = "last_payment", _("from the last payment")

    class Position(models.TextChoices):
        """Where on a page the emblems and the statement stand."""

        FIRST_VIEW = "first_view", _("At the top, seen without scrolling")
        END = "end", _("Below the text")

    page = ParentalKey("directory.ProgrammePage", on_delete=models.CASCADE, related_name="rules")
    notice_position = models.CharField(
        _("emblems and statement"),
        max_length=12,
        choices=Position,
        blank=True,
        default="",
        db_default="",
        help_text=_("Where they stand on web pages. Empty: as the programme above, else below."),
    )
    number_pattern = models.CharField(
        _("pattern of project numbers"),
        max_length=200,
        blank=True,
        validators=[check_pattern],
        help_text=_("A regular expression for the whole number, like ER\\d{3}."),
    )
    number_example = models.CharField(_("example"), max_length=100, blank=True)
    required_fields = CodesField(_("what a project's page must say"), codes=REQUIRED_FIELDS)
    keep_years = models.PositiveSmallIntegerField(
        _("publicity stands for (years)"), null=True, blank=True
    )
    keep_anchor = models.CharField(
        _("counted"), max_length=12, choices=Anchor, default=Anchor.END, blank=True
    )

    panels = [
        "notice_position",
        FieldRowPanel(["number_pattern", "number_example"]),
        FieldRowPanel(["keep_years", "keep_anchor"]),
        "required_fields",
        RulePart.days,
    ]

    class Meta(RulePart.Meta):
        verbose_name = _("rule of a programme")
        verbose_name_plural = _("rules of programmes")

    def clean(self):
        """Refuse an example that its own pattern does not allow."""
        super().clean()
        if self.number_pattern and self.number_example and not self.allows(self.number_example):
            raise ValidationError({"number_example": _("The example does not match the pattern.")})

    def allows(self, number):
        """Whether a number follows the pattern; a pattern that is none refuses nothing."""
        try:
            return re.fullmatch(self.number_pattern, number) is not None
        except re.error:
            return True


class Placement(models.TextChoices):
    """Where a statement stands."""

    ANY = "any", _("Everywhere without words of its own")
    PAGE = "page", _("On pages")
    FOOTER = "footer", _("In the footer")
    EVENT = "event", _("At events")
    PRINT = "print", _("In print")


class ProgrammeStatement(DeclaresLanguages, TranslatableMixin, RulePart):
    """What must be said of the funding in one kind of place."""

    page = ParentalKey(
        "directory.ProgrammePage", on_delete=models.CASCADE, related_name="statements"
    )
    placement = models.CharField(
        _("where"), max_length=10, choices=Placement, default=Placement.ANY
    )
    statement = models.TextField(_("statement"), blank=True)
    disclaimer = models.TextField(
        _("disclaimer"), blank=True, help_text=_("Stands below, like “Views are the authors' own”.")
    )

    panels = ["placement", "statement", "disclaimer", RulePart.days]
    languages = [
        *words("statement", "disclaimer"),
        *shared("placement"),
        *RulePart.shared_days,
    ]

    class Meta(TranslatableMixin.Meta, RulePart.Meta):
        verbose_name = _("statement of a programme")
        verbose_name_plural = _("statements of programmes")

    def __str__(self):
        return self.statement


class ProgrammeEmblem(DeclaresLanguages, TranslatableMixin, RulePart):
    """A mark that must be shown; its place in the list is its place on the page."""

    page = ParentalKey("directory.ProgrammePage", on_delete=models.CASCADE, related_name="emblems")
    image = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        verbose_name=_("emblem"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("Each language may have its own."),
    )
    alt = models.CharField(_("alternative text"), max_length=255, blank=True)

    panels = [FieldRowPanel(["image", "alt"]), RulePart.days]
    languages = [*words("alt"), *local("image"), *RulePart.shared_days]

    class Meta(TranslatableMixin.Meta, RulePart.Meta):
        verbose_name = _("emblem of a programme")
        verbose_name_plural = _("emblems of programmes")

    def __str__(self):
        return self.alt


class ProgrammeThreshold(DeclaresLanguages, TranslatableMixin, RulePart):
    """A duty for projects that get more than an amount."""

    page = ParentalKey(
        "directory.ProgrammePage", on_delete=models.CASCADE, related_name="thresholds"
    )
    amount = amount_field(_("from this amount"))
    currency = currency_field()
    duty = models.TextField(_("duty"), blank=True, help_text=_("For instance a plaque on site."))

    panels = [FieldRowPanel(["amount", "currency"]), "duty", RulePart.days]
    languages = [*words("duty"), *shared("amount", "currency"), *RulePart.shared_days]

    class Meta(TranslatableMixin.Meta, RulePart.Meta):
        verbose_name = _("threshold of a programme")
        verbose_name_plural = _("thresholds of programmes")

    def __str__(self):
        return self.duty


class ChecklistItem(DeclaresLanguages, TranslatableMixin, RulePart):
    """Something a project must or should do that software cannot see."""

    class Weight(models.TextChoices):
        """How binding it is."""

        MUST = "must", _("Must")
        SHOULD = "should", _("Should")

    page = ParentalKey(
        "directory.ProgrammePage", on_delete=models.CASCADE, related_name="checklist"
    )
    text = models.TextField(_("what to do"), blank=True)
    weight = models.CharField(_("weight"), max_length=6, choices=Weight, default=Weight.MUST)

    panels = ["text", "weight", RulePart.days]
    languages = [*words("text"), *shared("weight"), *RulePart.shared_days]

    class Meta(TranslatableMixin.Meta, RulePart.Meta):
        verbose_name = _("checklist item of a programme")
        verbose_name_plural = _("checklist items of programmes")

    def __str__(self):
        return self.text
