"""Organisations: who is who in the region."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    MultipleChooserPanel,
    PageChooserPanel,
)
from wagtail.fields import StreamField
from wagtail.search import index

from directory.codes import SECTORS
from kogu.content.completeness import Problem
from kogu.content.languages import shared, words
from kogu.content.models import BasePage, Edge
from kogu.content.models.hero import HeroMixin
from kogu.presenting.blocks import StoryBlock

from .facts import place_facts
from .fields import CodesField, date_precision_field, partial_date, phone_number
from .sections import SectionPage


class OrganisationKind(models.TextChoices):
    """Under what form somebody acts."""

    PUBLIC = "public", _("Public authority")
    PUBLIC_BODY = "public_body", _("Public institution")
    COMPANY = "company", _("Company")
    SOLE_TRADER = "sole_trader", _("Sole trader")
    CREATIVE = "creative", _("Individual creative")
    COOPERATIVE = "cooperative", _("Cooperative")
    ASSOCIATION = "association", _("Association")
    FOUNDATION = "foundation", _("Foundation")
    EDUCATION = "education", _("School or university")
    RESEARCH = "research", _("Research institution")
    INFORMAL = "informal", _("Informal group")
    OTHER = "other", _("Other")


# Somebody's own name: personal data.
PERSONAL = (OrganisationKind.SOLE_TRADER, OrganisationKind.CREATIVE)


class ProfileBasis(models.TextChoices):
    """Why an organisation's profile may stand in public."""

    REQUEST = "request", _("They asked for it")
    AGREEMENT = "agreement", _("Agreement or membership")
    REGISTER = "register", _("Public register")
    DUTY = "duty", _("Public body")


class OrganisationIndexPage(SectionPage):
    """The register of organisations, by kind, sector and place."""

    kind = "organisation_index"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["directory.OrganisationPage"]

    class Meta:
        verbose_name = _("list of organisations")
        verbose_name_plural = _("lists of organisations")


class OrganisationPage(HeroMixin, BasePage):
    """One organisation, company, sole trader or creative person's practice."""

    kind = "organisation"
    parent_page_types = ["directory.OrganisationIndexPage"]
    subpage_types: list[str] = []

    organisation_kind = models.CharField(
        _("kind"), max_length=20, choices=OrganisationKind, blank=True
    )
    sectors = CodesField(_("sectors"), codes=SECTORS)
    legal_name = models.CharField(
        _("legal name"),
        max_length=255,
        blank=True,
        help_text=_("If it differs from the title."),
    )
    short_name = models.CharField(_("short name"), max_length=100, blank=True)
    registry_code = models.CharField(_("registry code"), max_length=30, blank=True)
    founded = partial_date(_("founded"))
    founded_precision = date_precision_field()
    logo = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    description = models.TextField(
        _("description"), blank=True, help_text=_("What they do, in a paragraph or two.")
    )
    story = StreamField(StoryBlock(), verbose_name=_("story"), blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("phone"), max_length=50, blank=True, validators=[phone_number])
    website = models.URLField(_("website"), max_length=500, blank=True)
    basis_to_publish = models.CharField(
        _("basis for publishing"),
        max_length=20,
        choices=ProfileBasis,
        blank=True,
        help_text=_("Why the profile may be public. Readers do not see it."),
    )
    profile_email = models.EmailField(
        _("e-mail for questions about the profile"),
        blank=True,
        help_text=_("Only staff see it."),
    )
    last_confirmed = models.DateField(_("last confirmed on"), null=True, blank=True)
    replaced_by = models.ForeignKey(
        "self",
        verbose_name=_("replaced by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The organisation that continues its work."),
    )

    story_panels = [
        *BasePage.story_panels,
        FieldRowPanel(["organisation_kind", "registry_code"]),
        "description",
        FieldPanel("website"),
        FieldRowPanel(["email", "phone"]),
        "logo",
        *HeroMixin.hero_panels,
        "story",
        MultiFieldPanel(["sectors"], heading=_("Sectors"), classname="collapsed"),
        InlinePanel(
            "opening_hours", heading=_("Opening hours"), label=_("Hours"), classname="collapsed"
        ),
        MultipleChooserPanel(
            "documents",
            "document",
            heading=_("Documents"),
            label=_("Document"),
            classname="collapsed",
        ),
        InlinePanel(
            "socials", heading=_("Social media"), label=_("Account"), classname="collapsed"
        ),
    ]
    more_panels = [PageChooserPanel("replaced_by", "directory.OrganisationPage")]
    publishing_panels = [
        MultiFieldPanel(
            ["legal_name", "short_name", FieldRowPanel(["founded", "founded_precision"])],
            heading=_("Names and dates"),
        ),
        MultiFieldPanel(
            ["basis_to_publish", "profile_email", "last_confirmed"], heading=_("The profile")
        ),
        *BasePage.publishing_panels,
    ]
    not_copied = [*BasePage.not_copied, "registry_code", "last_confirmed", "replaced_by"]
    languages = [
        *BasePage.languages,
        *HeroMixin.hero_languages,
        *words("short_name", "description", "story", "opening_hours", "documents"),
        *shared("organisation_kind", "sectors", "legal_name", "registry_code", "founded"),
        *shared("founded_precision", "logo", "email", "phone", "website", "socials"),
        *shared("basis_to_publish", "profile_email", "last_confirmed", "replaced_by"),
    ]
    name_fields = (*BasePage.name_fields, "legal_name", "short_name", "email")
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("legal_name"),
        index.SearchField("short_name"),
        index.FilterField("organisation_kind"),
    ]

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")

    def clean(self):
        """Refuse an organisation that replaces itself."""
        super().clean()
        if self.replaced_by and self.replaced_by.translation_key == self.translation_key:
            raise ValidationError({"replaced_by": _("An organisation cannot replace itself.")})

    def get_summary(self):
        """The summary, else the first paragraph of the description."""
        return self.summary or self.description.strip().split("\n")[0]

    def card_fields(self):
        """Kind, sectors, place and how to reach them; nothing of the profile's upkeep."""
        return {
            **super().card_fields(),
            "image_id": self.logo_id or self.hero_image_id or self.sharing_image_id,
            **place_facts(
                self,
                kind=self.organisation_kind,
                # By code, since both databases can ask whether an object has a key.
                sectors=dict.fromkeys(self.sectors or (), 1),
                short_name=self.short_name,
                email=self.email,
                phone=self.phone,
                website=self.website,
            ),
        }

    def missing(self):
        """Problems that hinder publication: no legal ground to publish a private person."""
        problems = []
        if not self.organisation_kind:
            words = _("Say what kind it is; lists can be filtered by it.")
            problems.append(Problem("organisation_kind", words, is_warning=True))
        if not self.basis_to_publish:
            words = _("Say why the profile may be published.")
            is_person = self.organisation_kind in PERSONAL
            problems.append(Problem("basis_to_publish", words, is_warning=not is_person))
        return problems

    def edges(self):
        """Its relation rows, and what replaced it."""
        more = []
        if self.replaced_by:
            more = [Edge("organisation", self.replaced_by.translation_key, "replaced_by")]
        return [*super().edges(), *more]
