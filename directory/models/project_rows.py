"""What a project names: its numbers, programmes, money, partners and goals."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldRowPanel, PageChooserPanel
from wagtail.models import Orderable

from kogu.content.models import RelationRow

from .money import CodeField, amount_field, check_country
from .relations import optional_foreign_key


class ProjectProgramme(RelationRow):
    """A programme that the project belongs to."""

    relation = "programme"
    target = "programme"

    page = ParentalKey(
        "directory.ProjectPage", on_delete=models.CASCADE, related_name="project_programmes"
    )
    programme = optional_foreign_key("directory.ProgrammePage", _("programme"))

    panels = [PageChooserPanel("programme", "directory.ProgrammePage")]

    class Meta(RelationRow.Meta):
        verbose_name = _("programme of a project")
        verbose_name_plural = _("programmes of projects")


class ProjectNumber(RelationRow):
    """A number under which a programme knows the project."""

    relation = "programme"
    target = "programme"

    page = ParentalKey(
        "directory.ProjectPage", on_delete=models.CASCADE, related_name="project_numbers"
    )
    number = models.CharField(_("project number"), max_length=100, blank=True)
    programme = optional_foreign_key("directory.ProgrammePage", _("programme"))

    panels = [FieldRowPanel(["number", PageChooserPanel("programme", "directory.ProgrammePage")])]

    class Meta(RelationRow.Meta):
        verbose_name = _("project number")
        verbose_name_plural = _("project numbers")

    def __str__(self):
        return self.number


class FundingLine(RelationRow):
    """One source of the project's money and how much it gives."""

    class Source(models.TextChoices):
        """Where the money comes from."""

        EU_FUND = "eu_fund", _("EU fund")
        NATIONAL = "national", _("National budget")
        OWN = "own", _("Own contribution")
        PARTNER = "partner", _("Partner's contribution")
        OTHER = "other", _("Other source")
        NOT_STATED = "not_stated", _("Source not stated")

    relation = "programme"
    target = "programme"

    page = ParentalKey(
        "directory.ProjectPage", on_delete=models.CASCADE, related_name="funding_lines"
    )
    source = models.CharField(_("source"), max_length=10, choices=Source, blank=True)
    programme = optional_foreign_key("directory.ProgrammePage", _("programme"))
    amount = amount_field(
        _("amount"), help_text=_("A source not stated may stay empty: it fills up to the total.")
    )

    panels = [
        FieldRowPanel(["source", "amount"]),
        PageChooserPanel("programme", "directory.ProgrammePage"),
    ]

    class Meta(RelationRow.Meta):
        verbose_name = _("funding line")
        verbose_name_plural = _("funding lines")

    @property
    def is_stated(self):
        """Whether it is known where the money comes from."""
        return self.source != self.Source.NOT_STATED


class ProjectPartner(RelationRow):
    """An organisation that carries the project with others."""

    class Role(models.TextChoices):
        """What a partner is in the project."""

        LEAD = "lead", _("Lead partner")
        PARTNER = "partner", _("Partner")
        ASSOCIATED = "associated", _("Associated partner")
        UNKNOWN = "unknown", _("Role not known")

    relation = "partner"
    target = "organisation"

    page = ParentalKey(
        "directory.ProjectPage", on_delete=models.CASCADE, related_name="project_partners"
    )
    organisation = optional_foreign_key("directory.OrganisationPage", _("organisation"))
    name = models.CharField(
        _("name"), max_length=255, blank=True, help_text=_("If it has no page here.")
    )
    role = models.CharField(_("role"), max_length=10, choices=Role, blank=True)
    country = CodeField(
        _("country"),
        max_length=2,
        blank=True,
        validators=[check_country],
        help_text=_("Two letters: EE, LV, PL."),
    )
    budget = amount_field(_("own budget"))

    panels = [
        FieldRowPanel([PageChooserPanel("organisation", "directory.OrganisationPage"), "name"]),
        FieldRowPanel(["role", "country", "budget"]),
    ]

    class Meta(RelationRow.Meta):
        verbose_name = _("project partner")
        verbose_name_plural = _("project partners")


class ProjectGoal(RelationRow):
    """A domain or goal of a strategy that the project serves."""

    relation = "strategy_goal"
    target = "goal"

    page = ParentalKey(
        "directory.ProjectPage", on_delete=models.CASCADE, related_name="project_goals"
    )
    goal = optional_foreign_key("directory.StrategyGoalPage", _("goal"))

    panels = [PageChooserPanel("goal", "directory.StrategyGoalPage")]

    class Meta(RelationRow.Meta):
        verbose_name = _("goal that a project serves")
        verbose_name_plural = _("goals that projects serve")


class RegisterLink(Orderable):
    """The project in a public register."""

    class Register(models.TextChoices):
        """Public registers of projects."""

        KOHESIO = "kohesio", "Kohesio"
        KEEP = "keep", "keep.eu"
        CORDIS = "cordis", "CORDIS"
        NATIONAL = "national", _("National register")
        OTHER = "other", _("Other register")

    page = ParentalKey(
        "directory.ProjectPage", on_delete=models.CASCADE, related_name="register_links"
    )
    register = models.CharField(_("register"), max_length=10, choices=Register, blank=True)
    url = models.URLField(_("address"), max_length=500, blank=True)

    panels = [FieldRowPanel(["register", "url"])]

    class Meta(Orderable.Meta):
        verbose_name = _("link to a register")
        verbose_name_plural = _("links to registers")

    def __str__(self):
        return self.url
