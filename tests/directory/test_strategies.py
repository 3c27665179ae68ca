"""Strategies are trees of goals that show the projects serving each, those below included."""

import pytest

from directory.models import ProjectGoal
from kogu.content.trees import descendants
from kogu.demo.factories.projects import (
    ProjectPageFactory,
    StrategyGoalPageFactory,
    StrategyIndexPageFactory,
    StrategyPageFactory,
)
from tests import shared_fixtures

from .public_views import card_of, shown, titles, translated

pytestmark = pytest.mark.django_db


@shared_fixtures.fixture
def strategy(homes):
    """A strategy of two domains; the first has a goal with a sub-goal."""
    strategy = StrategyPageFactory(title="Arengustrateegia 2035", period_from=2024)
    work = StrategyGoalPageFactory(title="Töö", parent=strategy, level="domain")
    life = StrategyGoalPageFactory(title="Elu", parent=strategy, level="domain")
    goal = StrategyGoalPageFactory(title="Koos müümine", parent=work, code="1.1")
    sub = StrategyGoalPageFactory(title="Ühine laud", parent=goal, level="sub_goal")
    return {"strategy": strategy, "work": work, "life": life, "goal": goal, "sub": sub}


def serving(*goals, **values):
    return ProjectPageFactory(project_goals=[ProjectGoal(goal=goal) for goal in goals], **values)


def outline(nodes):
    return [(node.title, outline(node.children)) for node in nodes]


def test_a_strategy_is_a_tree_in_its_own_order(strategy):
    view = shown(strategy["strategy"])

    assert outline(view.tree) == [
        ("Töö", [("Koos müümine", [("Ühine laud", [])])]),
        ("Elu", []),
    ]
    assert view.period_text == "2024–2035"


def test_a_goal_shows_the_projects_that_serve_it_or_anything_below(strategy):
    serving(strategy["sub"], title="Müügilaud")
    serving(strategy["life"], title="Kogukonnamaja")

    for name in ("sub", "goal", "work"):
        assert titles(shown(strategy[name]).related[0].cards) == ["Müügilaud"]
    assert len(shown(strategy["strategy"]).related[0].cards) == 2


def test_a_project_that_serves_two_goals_of_a_domain_stands_there_once(strategy):
    serving(strategy["sub"], strategy["goal"], title="Müügilaud")

    assert titles(shown(strategy["work"]).related[0].cards) == ["Müügilaud"]
    (work, _life) = shown(strategy["strategy"]).tree
    assert work.note.startswith("1 ")


def test_a_project_shows_its_goals_under_their_domains_and_strategies(strategy):
    other = StrategyPageFactory(title="Loomestrateegia")
    craft = StrategyGoalPageFactory(title="Käsitöö", parent=other, level="domain")
    project = serving(strategy["sub"], strategy["life"], craft)

    assert outline(shown(project).alignment) == [
        (
            "Arengustrateegia 2035",
            [("Töö", [("Koos müümine", [("Ühine laud", [])])]), ("Elu", [])],
        ),
        ("Loomestrateegia", [("Käsitöö", [])]),
    ]


def test_goals_are_shown_in_the_readers_language_where_they_exist_in_it(strategy):
    translated(strategy["life"], "lv", title="Dzīve")
    project = serving(strategy["life"])
    latvian = translated(project, "lv", title="Kopienas nams")

    (root,) = shown(latvian).alignment

    assert [(node.title, node.lang) for node in root.children] == [("Dzīve", "")]


def test_an_unpublished_goal_gives_nothing_away(strategy):
    secret = StrategyGoalPageFactory(title="Kava", parent=strategy["work"], published=False)
    project = serving(secret)

    assert shown(project).alignment == ()
    assert secret.translation_key not in descendants(
        "strategy", strategy["strategy"].translation_key
    )


def test_goals_say_where_they_stand(strategy):
    assert shown(strategy["goal"]).kicker.endswith("1.1")
    assert card_of(strategy["goal"]).facts["slug"] == "arengustrateegia-2035.too.koos-muumine"


def test_strategies_are_listed_latest_first(strategy):
    StrategyPageFactory(title="Vana strateegia", period_from=2015)
    section = StrategyIndexPageFactory._meta.model.objects.get(locale__language_code="et")

    assert titles(shown(section).items) == ["Arengustrateegia 2035", "Vana strateegia"]


def test_strategies_and_goals_answer_as_html(strategy, client):
    serving(strategy["sub"], title="Müügilaud")

    for name in ("strategy", "work", "sub"):
        html = client.get(strategy[name].public_url()).content.decode()
        assert html.count("<h1") == 1
        assert "Müügilaud" in html
