"""Programmes that fund projects: a tree of fund, programme, priority and measure."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldRowPanel, InlinePanel, MultiFieldPanel, MultipleChooserPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable, TranslatableMixin

from directory.rules_panel import RulesInForcePanel
from kogu.content.languages import DeclaresLanguages, shared, words
from kogu.content.models import BasePage
from kogu.presenting.blocks import StoryBlock

from .sections import SectionPage


def year(label):
    """A calendar year."""
    return models.PositiveSmallIntegerField(
        label,
        null=True,
        blank=True,
        validators=[MinValueValidator(1950), MaxValueValidator(2150)],
    )


def check_years(instance):
    """Refuse a period that ends before it begins."""
    if instance.period_from and instance.period_to and instance.period_to < instance.period_from:
        raise ValidationError({"period_to": _("The period ends before it begins.")})


class ProgrammeIndexPage(SectionPage):
    """The list of a language's programmes."""

    kind = "programme_index"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["directory.ProgrammePage"]

    class Meta:
        verbose_name = _("list of programmes")
        verbose_name_plural = _("lists of programmes")


class ProgrammePage(BasePage):
    """A fund, programme, priority or measure; what is below it inherits its rules."""

    kind = "programme"
    parent_page_types = ["directory.ProgrammeIndexPage", "directory.ProgrammePage"]
    subpage_types = ["directory.ProgrammePage"]

    class Level(models.TextChoices):
        """Where in the tree it stands."""

        FUND = "fund", _("Fund")
        PROGRAMME = "programme", _("Programme")
        PRIORITY = "priority", _("Priority")
        MEASURE = "measure", _("Measure")
        SUB_MEASURE = "sub_measure", _("Sub-measure")

    class Fund(models.TextChoices):
        """Where the money comes from."""

        ERDF = "erdf", _("European Regional Development Fund (ERDF)")
        ESF = "esf", _("European Social Fund (ESF+)")
        JTF = "jtf", _("Just Transition Fund (JTF)")
        CF = "cf", _("Cohesion Fund (CF)")
        EAFRD = "eafrd", _("European Agricultural Fund for Rural Development (EAFRD)")
        LEADER = "leader", _("LEADER")
        EMFAF = "emfaf", _("European Maritime, Fisheries and Aquaculture Fund (EMFAF)")
        INTERREG = "interreg", _("Interreg")
        NEXT = "next", _("Interreg NEXT or European Neighbourhood Instrument")
        HORIZON = "horizon", _("Horizon Europe")
        ERASMUS = "erasmus", _("Erasmus+")
        CREATIVE_EUROPE = "creative_europe", _("Creative Europe")
        EEA = "eea", _("EEA and Norway Grants")
        NATIONAL = "national", _("National budget")
        OTHER = "other", _("Other source")

    level = models.CharField(_("level"), max_length=12, choices=Level, default=Level.PROGRAMME)
    fund = models.CharField(
        _("fund"), max_length=16, choices=Fund, blank=True, help_text=_("Empty: as above it.")
    )
    short_name = models.CharField(_("short name"), max_length=60, blank=True)
    code = models.CharField(
        _("code"), max_length=60, blank=True, help_text=_("CCI or the number of the measure.")
    )
    period_from = year(_("period from (year)"))
    period_to = year(_("period to (year)"))
    website = models.URLField(_("website"), max_length=500, blank=True)
    story = StreamField(StoryBlock(), blank=True, verbose_name=_("story"))

    story_panels = [
        *BasePage.story_panels,
        FieldRowPanel(["level", "fund"]),
        FieldRowPanel(["period_from", "period_to"]),
        MultiFieldPanel(
            ["short_name", "code", "website"], heading=_("More facts"), classname="collapsed"
        ),
        "story",
        InlinePanel("bodies", heading=_("Who runs it"), label=_("Body"), classname="collapsed"),
    ]
    rule_panels = [
        InlinePanel("statements", heading=_("Statements"), label=_("Statement")),
        MultipleChooserPanel(
            "emblems", "image", heading=_("Emblems, in their order"), label=_("Emblem")
        ),
        InlinePanel("rules", heading=_("Numbers and duties"), label=_("Rule")),
        InlinePanel("thresholds", heading=_("Thresholds"), label=_("Threshold")),
        InlinePanel("checklist", heading=_("Checklist"), label=_("Item")),
    ]
    publicity_panels = [
        RulesInForcePanel(
            heading=_("Publicity rules in force today"),
            help_text=_("As published, with what is inherited. Readers do not see this."),
        ),
        MultiFieldPanel(
            rule_panels,
            heading=_("Publicity rules"),
            help_text=_("What is left empty is inherited from the programme above."),
        ),
    ]
    name_fields = (*BasePage.name_fields, "short_name", "code")
    languages = [
        *BasePage.languages,
        *words("short_name", "story", "bodies"),
        *words("statements", "emblems", "thresholds", "checklist"),
        *shared("level", "fund", "code", "period_from", "period_to", "website", "rules"),
    ]

    class Meta:
        verbose_name = _("programme")
        verbose_name_plural = _("programmes")

    @classmethod
    def tabs(cls):
        """The rules stand in a tab of their own."""
        first, *others = super().tabs()
        return [first, (_("Publicity rules"), cls.publicity_panels), *others]

    def clean(self):
        """Refuse a period that ends before it begins."""
        super().clean()
        check_years(self)

    def card_fields(self):
        """The programme and where in the tree it stands."""
        return {
            **super().card_fields(),
            "label": self.short_name,
            "facts": {
                "slug": slug_path(self),
                "level": self.level,
                "fund": self.fund,
                "period_from": self.period_from,
                "period_to": self.period_to,
                "is_root": self.depth == ROOT_DEPTH,
            },
        }

    def missing(self):
        """Problems that hinder publication: statements and emblems without a translation."""
        from directory.programme_checks import problems_of

        return problems_of(self)


# Below the root, the language's home page and the section.
ROOT_DEPTH = 4


def slug_path(page):
    """Short names from the section down, joined by dots, which short names never hold."""
    return ".".join(page.url_path.strip("/").split("/")[ROOT_DEPTH - 2 :])


class ProgrammeBody(DeclaresLanguages, TranslatableMixin, Orderable):
    """A ministry or authority that runs the programme, with its emblem."""

    class Role(models.TextChoices):
        """What the body does for the programme."""

        MINISTRY = "ministry", _("Ministry")
        MANAGING_AUTHORITY = "managing_authority", _("Managing authority")
        PAYING_AGENCY = "paying_agency", _("Paying agency")
        SECRETARIAT = "secretariat", _("Secretariat")
        OTHER = "other", _("Other body")

    page = ParentalKey("directory.ProgrammePage", on_delete=models.CASCADE, related_name="bodies")
    name = models.CharField(_("name"), max_length=255, blank=True)
    role = models.CharField(_("role"), max_length=20, choices=Role, blank=True)
    url = models.URLField(_("website"), max_length=500, blank=True)
    emblem = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        verbose_name=_("emblem"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    panels = [FieldRowPanel(["name", "role"]), FieldRowPanel(["emblem", "url"])]
    languages = [*words("name"), *shared("role", "url", "emblem")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("body of a programme")
        verbose_name_plural = _("bodies of programmes")

    def __str__(self):
        return self.name
