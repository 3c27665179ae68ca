"""Strategies of the region: domains, goals and sub-goals that projects serve."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldRowPanel
from wagtail.fields import StreamField

from kogu.content.languages import shared, words
from kogu.content.models import BasePage
from kogu.presenting.blocks import StoryBlock

from .programmes import check_years, slug_path, year
from .sections import SectionPage


class StrategyIndexPage(SectionPage):
    """The list of a language's strategies."""

    kind = "strategy_index"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["directory.StrategyPage"]

    class Meta:
        verbose_name = _("list of strategies")
        verbose_name_plural = _("lists of strategies")


class StrategyPage(BasePage):
    """A strategy, as a tree of domains and goals below it."""

    kind = "strategy"
    parent_page_types = ["directory.StrategyIndexPage"]
    subpage_types = ["directory.StrategyGoalPage"]

    period_from = year(_("period from (year)"))
    period_to = year(_("period to (year)"))
    website = models.URLField(_("full text"), max_length=500, blank=True)
    story = StreamField(StoryBlock(), blank=True, verbose_name=_("story"))

    story_panels = [
        *BasePage.story_panels,
        FieldRowPanel(["period_from", "period_to"]),
        "website",
        "story",
    ]
    languages = [
        *BasePage.languages,
        *words("story"),
        *shared("period_from", "period_to", "website"),
    ]

    class Meta:
        verbose_name = _("strategy")
        verbose_name_plural = _("strategies")

    def clean(self):
        """Refuse a period that ends before it begins."""
        super().clean()
        check_years(self)

    def card_fields(self):
        """The strategy and its years."""
        return {
            **super().card_fields(),
            "facts": {
                "slug": self.slug,
                "period_from": self.period_from,
                "period_to": self.period_to,
            },
        }


class StrategyGoalPage(BasePage):
    """A domain, goal or sub-goal of a strategy."""

    kind = "strategy_goal"
    parent_page_types = ["directory.StrategyPage", "directory.StrategyGoalPage"]
    subpage_types = ["directory.StrategyGoalPage"]

    class Level(models.TextChoices):
        """Where in the strategy it stands."""

        DOMAIN = "domain", _("Domain")
        GOAL = "goal", _("Goal")
        SUB_GOAL = "sub_goal", _("Sub-goal")

    level = models.CharField(_("level"), max_length=10, choices=Level, default=Level.GOAL)
    code = models.CharField(
        _("number"), max_length=30, blank=True, help_text=_("As in the strategy: 2.1.")
    )
    story = StreamField(StoryBlock(), blank=True, verbose_name=_("story"))

    story_panels = [*BasePage.story_panels, FieldRowPanel(["level", "code"]), "story"]
    languages = [*BasePage.languages, *words("story"), *shared("level", "code")]

    class Meta:
        verbose_name = _("goal of a strategy")
        verbose_name_plural = _("goals of strategies")

    def card_fields(self):
        """The goal, its number and its level."""
        return {
            **super().card_fields(),
            "label": self.code,
            "facts": {"slug": slug_path(self), "level": self.level, "code": self.code},
        }
