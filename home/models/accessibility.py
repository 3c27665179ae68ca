"""The accessibility statement that the law asks for (Decision (EU) 2018/1523)."""

import datetime as dt

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable, TranslatableMixin

from kogu.content.completeness import Problem
from kogu.content.languages import DeclaresLanguages, shared, words
from kogu.content.models import BasePage
from kogu.presenting.blocks import StoryBlock

REVIEW_AFTER = dt.timedelta(days=365)


class AccessibilityStatementPage(BasePage):
    """How accessible the site is, what is not yet, and where to turn."""

    kind = "accessibility_statement"
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []

    class Status(models.TextChoices):
        """How far the site meets EN 301 549."""

        FULL = "full", _("fully compliant")
        PARTIAL = "partial", _("partially compliant")
        NONE = "none", _("not compliant")

    class Method(models.TextChoices):
        """How that was found out."""

        SELF = "self", _("self-assessment by the organisation")
        THIRD_PARTY = "third_party", _("assessment by a third party")

    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.PARTIAL)
    method = models.CharField(_("method"), max_length=20, choices=Method, default=Method.SELF)
    prepared_on = models.DateField(_("prepared on"), null=True, blank=True)
    reviewed_on = models.DateField(
        _("last reviewed on"),
        null=True,
        blank=True,
        help_text=_("The law asks for a review every year."),
    )
    feedback_email = models.EmailField(_("e-mail for feedback"), blank=True)
    feedback_phone = models.CharField(_("phone for feedback"), max_length=50, blank=True)
    enforcement_name = models.CharField(
        _("enforcement body"),
        max_length=200,
        blank=True,
        help_text=_("The national body to turn to when an answer does not satisfy."),
    )
    enforcement_url = models.URLField(_("address of the enforcement procedure"), blank=True)
    story = StreamField(StoryBlock(), blank=True, verbose_name=_("more words"))

    story_panels = [
        "title",
        "status",
        InlinePanel("exceptions", heading=_("What is not accessible"), label=_("Exception")),
        MultiFieldPanel(["method", "prepared_on", "reviewed_on"], heading=_("Assessment")),
        MultiFieldPanel(["feedback_email", "feedback_phone"], heading=_("Feedback")),
        MultiFieldPanel(["enforcement_name", "enforcement_url"], heading=_("Enforcement")),
        "story",
    ]
    not_copied = [*BasePage.not_copied, "prepared_on", "reviewed_on"]
    languages = [
        *BasePage.languages,
        *words("enforcement_name", "story", "exceptions"),
        *shared("status", "method", "prepared_on", "reviewed_on", "feedback_email"),
        *shared("feedback_phone", "enforcement_url"),
    ]

    class Meta:
        verbose_name = _("accessibility statement")
        verbose_name_plural = _("accessibility statements")

    def is_old(self):
        """Whether a year has passed since the last review, by the calendar of the region."""
        last = self.reviewed_on or self.prepared_on
        return last is None or timezone.localdate() - last > REVIEW_AFTER

    def missing(self):
        """Problems that hinder publication: what the directive requires of a statement."""
        problems = []
        if not (self.feedback_email or self.feedback_phone):
            problems.append(Problem("feedback_email", _("Say where readers send feedback.")))
        if not self.prepared_on:
            problems.append(Problem("prepared_on", _("Say when the statement was prepared.")))
        if not self.enforcement_url:
            problems.append(Problem("enforcement_url", _("Link to the enforcement procedure.")))
        if self.is_old():
            problems.append(
                Problem(
                    "reviewed_on",
                    _("The statement was not reviewed for a year."),
                    is_warning=True,
                )
            )
        return problems


class AccessibilityException(DeclaresLanguages, TranslatableMixin, Orderable):
    """One item that is not accessible, why, and what to use instead."""

    class Reason(models.TextChoices):
        """Reasons the law knows."""

        NON_COMPLIANCE = "non_compliance", _("non-compliance")
        BURDEN = "burden", _("disproportionate burden")
        OUT_OF_SCOPE = "out_of_scope", _("outside the scope of the law")

    page = ParentalKey(
        AccessibilityStatementPage, on_delete=models.CASCADE, related_name="exceptions"
    )
    content = models.TextField(_("what is not accessible"))
    reason = models.CharField(_("reason"), max_length=20, choices=Reason)
    alternative = models.TextField(_("what to use instead"), blank=True)

    panels = ["content", "reason", "alternative"]
    languages = [*words("content", "alternative"), *shared("reason")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("exception")
        verbose_name_plural = _("exceptions")
