"""For whom an event is, what it costs, and how to sign up."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from directory.codes import LANGUAGES_SPOKEN, SITE_LANGUAGES
from directory.models.fields import CodesField
from events.choices import EventKind, Openness
from kogu.content.completeness import Problem
from kogu.content.languages import shared, words

from .venue import web_address


class VisitorsMixin(models.Model):
    """Who may come, for how much, in which languages."""

    event_kind = models.CharField(_("kind"), max_length=20, choices=EventKind, blank=True)
    audience = models.CharField(
        _("for whom"), max_length=255, blank=True, help_text=_("Young farmers; anybody curious.")
    )
    ages_from = models.PositiveSmallIntegerField(_("ages from"), null=True, blank=True)
    ages_until = models.PositiveSmallIntegerField(_("ages to"), null=True, blank=True)
    openness = models.CharField(
        _("who may come"), max_length=20, choices=Openness, default=Openness.OPEN
    )
    held_in = CodesField(_("languages it is held in"), codes=LANGUAGES_SPOKEN, first=SITE_LANGUAGES)
    is_free = models.BooleanField(_("free of charge"), default=False)
    price = models.CharField(
        _("price"), max_length=255, blank=True, help_text=_("10 €, pupils 5 €")
    )
    accessibility = models.TextField(
        _("accessibility"),
        blank=True,
        help_text=_("Steps, lift, hearing loop, sign language. Empty: what the venue says."),
    )
    registration_url = models.URLField(
        _("link to sign up"), max_length=500, blank=True, validators=[web_address]
    )
    registration_closes_at = models.DateTimeField(
        _("sign-up closes"),
        null=True,
        blank=True,
        help_text=_("In the time of the event's own zone."),
    )

    visitor_panels = [
        MultiFieldPanel(
            [
                FieldRowPanel(["is_free", "price"]),
                FieldRowPanel(["registration_url", "registration_closes_at"]),
            ],
            heading=_("Price and sign-up"),
            classname="collapsed",
        ),
        MultiFieldPanel(
            [
                FieldPanel("openness"),
                FieldPanel("audience"),
                FieldRowPanel(["ages_from", "ages_until"]),
                FieldPanel("held_in"),
                FieldPanel("accessibility"),
            ],
            heading=_("Who may come"),
            classname="collapsed",
        ),
    ]
    visitor_languages = [
        *shared("event_kind", "ages_from", "ages_until", "openness", "held_in", "is_free"),
        *shared("registration_url", "registration_closes_at"),
        *words("audience", "price", "accessibility"),
    ]

    class Meta:
        abstract = True

    def malformed_visitors(self):
        """Ages that cannot be, by field."""
        if None not in (self.ages_from, self.ages_until) and self.ages_until < self.ages_from:
            return {"ages_until": _("The highest age is below the lowest.")}
        return {}

    def missing_visitors(self):
        """Problems of kind, price and sign-up that hinder publication, and warnings."""
        problems = []
        if not self.event_kind:
            problems.append(Problem("event_kind", _("Choose what kind of event it is.")))
        if self.is_free and self.price:
            problems.append(
                Problem("price", _("It is marked as free, and there is a price.")),
            )
        if not self.is_free and not self.price:
            problems.append(
                Problem("price", _("Say what it costs, or that it is free."), is_warning=True)
            )
        return problems
