"""What an editor of a project sees: few fields first, the rest folded away."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldRowPanel, InlinePanel, MultiFieldPanel, MultipleChooserPanel

from kogu.base.models import BasePage
from kogu.base.models.hero import HeroMixin


def _folded(heading, *panels):
    return MultiFieldPanel([*panels], heading=heading, classname="collapsed")


def _dated(name):
    return FieldRowPanel([name, f"{name}_precision"])


class ProjectPanels:
    """The panels of a project's form."""

    story_panels = [
        *BasePage.story_panels,
        "acronym",
        MultiFieldPanel([_dated("start"), _dated("planned_end")], heading=_("Period")),
        "focus",
        "objective",
        *HeroMixin.hero_panels,
        InlinePanel(
            "activities", heading=_("Activities"), label=_("Activity"), classname="collapsed"
        ),
        _folded(_("For whom and with what result"), "target_group", "expected_results"),
        "story",
        _folded(
            _("How it went"),
            _dated("actual_end"),
            "achieved_results",
            FieldRowPanel(["stated_status", "status_reason"]),
        ),
        InlinePanel(
            "indicators", heading=_("Indicators"), label=_("Indicator"), classname="collapsed"
        ),
        InlinePanel(
            "deliverables",
            heading=_("What it leaves behind"),
            label=_("Deliverable"),
            classname="collapsed",
        ),
        InlinePanel(
            "amendments", heading=_("Amendments"), label=_("Amendment"), classname="collapsed"
        ),
    ]
    relation_panels = [
        MultipleChooserPanel(
            "project_programmes",
            "programme",
            heading=_("Programmes"),
            label=_("Programme"),
            help_text=_("The measure, if there is one: it inherits the rest. Brings the notice."),
        ),
        InlinePanel("project_numbers", heading=_("Project numbers"), label=_("Number")),
        MultiFieldPanel(
            [
                FieldRowPanel(["total_budget", "currency"]),
                InlinePanel("funding_lines", heading=_("Funding"), label=_("Source")),
            ],
            heading=_("Money"),
        ),
        MultipleChooserPanel(
            "project_partners", "organisation", heading=_("Partners"), label=_("Partner")
        ),
        MultipleChooserPanel(
            "project_goals", "goal", heading=_("Goals of strategies"), label=_("Goal")
        ),
        MultipleChooserPanel(
            "project_clusters", "cluster", heading=_("Clusters and networks"), label=_("Cluster")
        ),
        *BasePage.relation_panels,
    ]
    publishing_panels = [
        *BasePage.publishing_panels,
        MultiFieldPanel(
            [
                "call",
                "hashtags",
                InlinePanel("register_links", heading=_("Public registers"), label=_("Link")),
            ],
            heading=_("Found elsewhere"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel(["prepared_by", "prepared_by_text"]),
                _dated("prepared_on"),
                FieldRowPanel(["last_payment_on", "publicity_until", "last_verified"]),
            ],
            heading=_("Accounting for it"),
        ),
    ]
