"""What an editor of a project sees: a short start, and the rest in tabs that say what they hold."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldRowPanel, InlinePanel, MultiFieldPanel, MultipleChooserPanel

from kogu.content.models import BasePage
from kogu.content.models.hero import HeroMixin


def _dated(name):
    return FieldRowPanel([name, f"{name}_precision"])


class ProjectPanels:
    """The panels of a project's form."""

    start_panels = [
        BasePage.title_panel,
        MultipleChooserPanel(
            "project_programmes",
            "programme",
            heading=_("Programmes"),
            label=_("Programme"),
            help_text=_("The measure, if there is one: it inherits the rest. Brings the notice."),
        ),
        MultiFieldPanel([_dated("start"), _dated("planned_end")], heading=_("Period")),
        FieldRowPanel(["total_budget", "currency"], heading=_("Budget")),
        MultipleChooserPanel(
            "project_partners", "organisation", heading=_("Partners"), label=_("Partner")
        ),
    ]
    story_panels = [
        "summary",
        "acronym",
        "focus",
        "objective",
        "target_group",
        *HeroMixin.hero_panels,
        "story",
    ]
    money_panels = [
        InlinePanel("project_numbers", heading=_("Project numbers"), label=_("Number")),
        InlinePanel("funding_lines", heading=_("Funding"), label=_("Source")),
        "call",
    ]
    activity_panels = [
        InlinePanel("activities", heading=_("Activities"), label=_("Activity")),
    ]
    result_panels = [
        FieldRowPanel(["expected_results", "achieved_results"]),
        InlinePanel("indicators", heading=_("Indicators"), label=_("Indicator")),
        InlinePanel("deliverables", heading=_("What it leaves behind"), label=_("Deliverable")),
        MultipleChooserPanel(
            "project_goals", "goal", heading=_("Goals of strategies"), label=_("Goal")
        ),
    ]
    report_panels = [
        MultiFieldPanel(
            [_dated("actual_end"), FieldRowPanel(["stated_status", "status_reason"])],
            heading=_("How it went"),
        ),
        InlinePanel("amendments", heading=_("Amendments"), label=_("Amendment")),
        MultiFieldPanel(
            [
                FieldRowPanel(["prepared_by", "prepared_by_text"]),
                _dated("prepared_on"),
                FieldRowPanel(["last_payment_on", "publicity_until", "last_verified"]),
            ],
            heading=_("Accounting for it"),
        ),
        MultiFieldPanel(
            [
                "hashtags",
                InlinePanel("register_links", heading=_("Public registers"), label=_("Link")),
            ],
            heading=_("Found elsewhere"),
        ),
    ]
    relation_panels = [
        MultipleChooserPanel(
            "project_clusters", "cluster", heading=_("Clusters and networks"), label=_("Cluster")
        ),
        *BasePage.relation_panels,
    ]

    @classmethod
    def tabs(cls):
        """One for each question that somebody who runs a project is asked."""
        return [
            (_("In short"), cls.start_panels),
            (_("Description"), cls.story_panels),
            (_("Money"), cls.money_panels),
            (_("Activities"), cls.activity_panels),
            (_("Results"), cls.result_panels),
            (_("Reporting"), cls.report_panels),
            (_("Belongs to"), cls.relation_panels),
            (_("Settings"), cls.publishing_panels),
        ]
