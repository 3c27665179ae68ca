"""Who founded a cluster, works with it and made it possible."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldRowPanel, PageChooserPanel
from wagtail.models import Orderable, TranslatableMixin

from kogu.content.languages import DeclaresLanguages, shared, words
from kogu.content.models import RelationRow

from .dates import check_order
from .edges import edges_to
from .fields import date_precision_field, partial_date
from .relations import optional_foreign_key


class PartyRow(RelationRow):
    """An organisation of the directory, or one known by name only."""

    relation = target = "organisation"

    organisation = optional_foreign_key("directory.OrganisationPage", _("organisation"))
    name = models.CharField(
        _("or its name"),
        max_length=255,
        blank=True,
        help_text=_("For an organisation that has no page here."),
    )

    panels = [
        FieldRowPanel([PageChooserPanel("organisation", "directory.OrganisationPage"), "name"])
    ]

    class Meta(RelationRow.Meta):
        abstract = True

    def __str__(self):
        return self.name


class ClusterFounder(PartyRow):
    """A founder of the cluster."""

    page = ParentalKey("directory.ClusterPage", on_delete=models.CASCADE, related_name="founders")

    role_code = "founder"

    class Meta(PartyRow.Meta):
        verbose_name = _("founder of a cluster")
        verbose_name_plural = _("founders of clusters")


class ClusterPartner(PartyRow):
    """A partner of the cluster that is no member."""

    page = ParentalKey("directory.ClusterPage", on_delete=models.CASCADE, related_name="partners")

    role_code = "partner"

    class Meta(PartyRow.Meta):
        verbose_name = _("partner of a cluster")
        verbose_name_plural = _("partners of clusters")


class ClusterSupporter(DeclaresLanguages, TranslatableMixin, Orderable):
    """Who paid for what, from which programme and project, and when."""

    page = ParentalKey("directory.ClusterPage", on_delete=models.CASCADE, related_name="supporters")
    organisation = optional_foreign_key("directory.OrganisationPage", _("organisation"))
    name = models.CharField(
        _("or its name"),
        max_length=255,
        blank=True,
        help_text=_("For an organisation that has no page here."),
    )
    programme = optional_foreign_key("directory.ProgrammePage", _("programme"))
    programme_name = models.CharField(
        _("or its name"),
        max_length=255,
        blank=True,
        help_text=_("For a programme that has no page here."),
    )
    project = optional_foreign_key("directory.ProjectPage", _("project"))
    project_name = models.CharField(
        _("or its name"),
        max_length=255,
        blank=True,
        help_text=_("For a project that has no page here."),
    )
    number = models.CharField(_("project number"), max_length=100, blank=True)
    purpose = models.TextField(_("what for"), blank=True)
    starts_on = partial_date(_("from"))
    starts_on_precision = date_precision_field()
    ends_on = partial_date(_("until"))
    ends_on_precision = date_precision_field()

    panels = [
        FieldRowPanel([PageChooserPanel("organisation", "directory.OrganisationPage"), "name"]),
        FieldRowPanel([PageChooserPanel("programme", "directory.ProgrammePage"), "programme_name"]),
        FieldRowPanel([PageChooserPanel("project", "directory.ProjectPage"), "project_name"]),
        "number",
        "purpose",
        FieldRowPanel(["starts_on", "starts_on_precision"]),
        FieldRowPanel(["ends_on", "ends_on_precision"]),
    ]
    languages = [
        *words("purpose", "programme_name", "project_name"),
        *shared("organisation", "name", "programme", "project", "number"),
        *shared("starts_on", "starts_on_precision", "ends_on", "ends_on_precision"),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("supporter of a cluster")
        verbose_name_plural = _("supporters of clusters")

    def __str__(self):
        return self.name

    def clean(self):
        """Refuse a support that ends before it begins."""
        super().clean()
        check_order(self, "starts_on", "ends_on")


def supporter_edges(rows):
    """Edges to the organisations, programmes and projects that made the cluster possible."""
    return edges_to(
        (kind, pk, "supporter", kind)
        for row in rows
        for kind in ("organisation", "programme", "project")
        if (pk := getattr(row, f"{kind}_id"))
    )
