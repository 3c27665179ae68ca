"""Strategies and their goals as readers get them, with the projects that contribute to them."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from directory import tree_queries
from directory.alignment import projects_below
from directory.models import StrategyGoalPage, StrategyIndexPage, StrategyPage
from kogu.api.fields import api_field
from kogu.api.vocabulary import Codes
from kogu.delivery.dependencies import depends_on_list
from kogu.presenting.blocks.base import PartView
from kogu.presenting.listings import ListingPresenter
from kogu.presenting.page import PagePresenter
from kogu.presenting.registry import presenter
from kogu.presenting.view_models import PageView

from . import amounts, trees
from .aligned import project_group
from .parts import TreeNode, facts


@dataclass(frozen=True)
class StrategyView(PageView):
    """A strategy of the region, as a tree of domains and goals."""

    period_from: int | None = api_field("First year")
    period_to: int | None = api_field("Last year")
    period_text: str
    website: str = api_field("Address of the full text")
    story: tuple[PartView, ...] = api_field("Its story, block by block", name="body")
    tree: tuple[TreeNode, ...] = api_field(
        "Domains, goals and sub-goals; their ids are what `strategy_goal` takes", name="children"
    )

    @property
    def facts(self):
        """Key facts as labels and values, in the reader's language."""
        with override(self.ui_locale):
            return facts(
                (_("Period"), self.period_text), (_("Full text"), self.website, self.website)
            )


@dataclass(frozen=True)
class GoalView(PageView):
    """A domain, goal or sub-goal of a strategy."""

    level: str = api_field(
        "Where in the strategy it stands", codes=Codes("goal_level", StrategyGoalPage.Level)
    )
    level_label: str
    code: str = api_field("Its number as the strategy writes it")
    story: tuple[PartView, ...] = api_field("Its story, block by block", name="body")
    tree: tuple[TreeNode, ...] = api_field("Goals that stand under it", name="children")

    @property
    def kicker(self):
        """Where in the strategy it stands, and its number."""
        return f"{self.level_label} {self.code}".strip()


class StrategyTreePresenter(PagePresenter):
    """A strategy or goal with the tree below it and the projects that contribute to any of it."""

    stories = ("story",)
    related_first = ("news", "event", "cluster")
    related_elsewhere = ("project", "organisation")

    def collect(self, needs):
        """The tree below and, on its own page, the projects of all of it."""
        super().collect(needs)
        depends_on_list("project", *self.reader.order)
        depends_on_list("strategy_goal", *self.reader.order)
        self.tree_index = tree_queries.strategies()
        self.descendants = self.tree_index.descendants(self.instance.translation_key)
        self.projects = self._projects(self.instance.translation_key)
        needs.keys |= {*self.projects, *self.descendants}

    def fields(self, resolved):
        """The tree, with the number of projects beside each goal."""
        return {
            **super().fields(resolved),
            "tree": trees.branches(
                self.tree_index, self.instance.translation_key, resolved, self._notes(resolved)
            ),
        }

    def _projects(self, key):
        """Keys of the projects; none in lists, which show no tree."""
        if not self.relations.is_detail:
            return []
        return projects_below("strategy_goal", self.tree_index, key)

    def _notes(self, resolved):
        return {
            key: words
            for key in self.descendants
            if (words := self._project_count_label(key, resolved))
        }

    def _project_count_label(self, key, resolved):
        count = len(resolved.cards(self._projects(key)))
        return ngettext("%(n)s project", "%(n)s projects", count) % {"n": count} if count else ""

    def related_groups(self, resolved):
        """Projects first, then what names it."""
        return (*project_group(self.projects, resolved), *super().related_groups(resolved))


@presenter(StrategyPage)
class StrategyPresenter(StrategyTreePresenter):
    """A strategy."""

    view = StrategyView

    def fields(self, resolved):
        """Its years and its full text."""
        page = self.instance
        return {
            **super().fields(resolved),
            "period_text": amounts.years(page.period_from, page.period_to),
        }


@presenter(StrategyGoalPage)
class StrategyGoalPresenter(StrategyTreePresenter):
    """A domain or goal."""

    view = GoalView

    def fields(self, resolved):
        """Its level and number."""
        page = self.instance
        return {
            **super().fields(resolved),
            "level_label": page.get_level_display(),
        }


@presenter(StrategyIndexPage)
class StrategyIndexPresenter(ListingPresenter):
    """The strategies, those of the latest years first."""

    list_kind = "strategy"
    all_languages = True
    order = ("-facts__period_from", "sort_key", "-id")
