"""Clusters, networks and hubs: those who work together."""

from django.conf import settings
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

from kogu.content.completeness import Problem
from kogu.content.languages import shared, words
from kogu.content.models import BasePage
from kogu.content.models.hero import HeroMixin
from kogu.content.models.lists import OtherLanguagesMixin
from kogu.presenting.blocks import StoryBlock

from .cluster_forms import ClusterPageForm
from .edges import edges_to
from .facts import place_facts
from .fields import date_precision_field, partial_date
from .memberships import member_edges, refuse_repeated_memberships
from .sections import SectionPage
from .supporters import supporter_edges


class ClusterKind(models.TextChoices):
    """Ways of working together."""

    CLUSTER = "cluster", _("Cluster")
    NETWORK = "network", _("Network")
    CREATIVE_HUB = "creative_hub", _("Creative hub")
    LOCAL_ACTION_GROUP = "local_action_group", _("Local action group")
    ASSOCIATION = "association", _("Association")


class ClusterIndexPage(OtherLanguagesMixin, SectionPage):
    """The clusters and networks of the region, by kind and place."""

    kind = "cluster_index"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["directory.ClusterPage"]

    languages = [*SectionPage.languages, *OtherLanguagesMixin.languages]

    class Meta:
        verbose_name = _("list of clusters")
        verbose_name_plural = _("lists of clusters")


class ClusterPage(HeroMixin, BasePage):
    """A cluster or network: what it is for, who belongs to it, who made it possible."""

    kind = "cluster"
    parent_page_types = ["directory.ClusterIndexPage"]
    subpage_types: list[str] = []
    base_form_class = ClusterPageForm

    cluster_kind = models.CharField(_("kind"), max_length=20, choices=ClusterKind, blank=True)
    established = partial_date(_("established"))
    established_precision = date_precision_field()
    area = models.ForeignKey(
        "directory.Area",
        verbose_name=_("area"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The territory it works in, if it is a set of places."),
    )
    logo = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    website = models.URLField(_("website"), max_length=500, blank=True)
    mission = models.TextField(_("mission"), blank=True, help_text=_("In a sentence or two."))
    story = StreamField(StoryBlock(), verbose_name=_("story"), blank=True)
    coordinating_organisation = models.ForeignKey(
        "directory.OrganisationPage",
        verbose_name=_("coordinating organisation"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    coordinator = models.ForeignKey(
        "directory.Person",
        verbose_name=_("coordinator"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    story_panels = [
        *BasePage.story_panels,
        "cluster_kind",
        "mission",
        FieldRowPanel(["established", "established_precision"]),
        FieldPanel("website"),
        "logo",
        *HeroMixin.hero_panels,
        "story",
        InlinePanel("goals", heading=_("Goals"), label=_("Goal"), classname="collapsed"),
        InlinePanel(
            "activities", heading=_("Activities"), label=_("Activity"), classname="collapsed"
        ),
        InlinePanel("services", heading=_("Services"), label=_("Service"), classname="collapsed"),
        MultipleChooserPanel(
            "strategy_documents",
            "document",
            heading=_("Strategy documents"),
            label=_("Document"),
            classname="collapsed",
        ),
    ]
    more_panels = [
        MultiFieldPanel(
            [
                PageChooserPanel("coordinating_organisation", "directory.OrganisationPage"),
                "coordinator",
                "area",
            ],
            heading=_("Who coordinates it, and where"),
        ),
        MultipleChooserPanel(
            "memberships", "organisation", heading=_("Members"), label=_("Member")
        ),
        MultipleChooserPanel(
            "founders",
            "organisation",
            heading=_("Founders"),
            label=_("Founder"),
            classname="collapsed",
        ),
        MultipleChooserPanel(
            "partners",
            "organisation",
            heading=_("Partners"),
            label=_("Partner"),
            classname="collapsed",
        ),
        MultipleChooserPanel(
            "supporters",
            "organisation",
            heading=_("Supporters"),
            label=_("Supporter"),
            classname="collapsed",
        ),
    ]
    languages = [
        *BasePage.languages,
        *HeroMixin.hero_languages,
        *words("mission", "story", "goals", "activities", "services"),
        *words("strategy_documents", "supporters"),
        *shared("cluster_kind", "established", "established_precision", "area", "logo"),
        *shared("website", "coordinating_organisation", "coordinator"),
        *shared("memberships", "founders", "partners"),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("mission"),
        index.FilterField("cluster_kind"),
    ]

    class Meta:
        verbose_name = _("cluster or network")
        verbose_name_plural = _("clusters and networks")

    def clean(self):
        """Refuse a membership that repeats another, however it came in."""
        super().clean()
        refuse_repeated_memberships(self.memberships.all())

    def get_summary(self):
        """The summary, else the mission."""
        return self.summary or self.mission

    def card_fields(self):
        """Kind, place and how many belong to it."""
        return {
            **super().card_fields(),
            "image_id": self.hero_image_id or self.logo_id or self.sharing_image_id,
            **place_facts(self, kind=self.cluster_kind, website=self.website),
        }

    def edges(self):
        """Its rows, who coordinates it and who supports it."""
        coordination = [
            ("organisation", self.coordinating_organisation_id),
            ("person", self.coordinator_id),
            ("area", self.area_id),
        ]
        return [
            *super().edges(),
            *edges_to((kind, pk, "coordinator", kind) for kind, pk in coordination if pk),
            *member_edges(self.memberships.all()),
            *supporter_edges(self.supporters.all()),
        ]

    def missing(self):
        """What publishing waits for: that kind and mission had better be said."""
        problems = []
        if not self.cluster_kind:
            words = _("Say what kind it is; lists can be filtered by it.")
            problems.append(Problem("cluster_kind", words, is_warning=True))
        if not self.get_summary():
            words = _("Say in a sentence what it is for.")
            problems.append(Problem("mission", words, is_warning=True))
        return problems
