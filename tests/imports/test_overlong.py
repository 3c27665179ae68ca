"""A text of a document that is longer than its field is kept whole, and said."""

from directory.models import ClusterGoal, ClusterPage
from kogu.content.completeness import problems
from kogu.delivery.changes import public_change
from kogu.demo.factories import ClusterIndexPageFactory, fresh
from kogu.imports.drafts import _put

TITLE = "väga pikk pealkiri " * 20
GOAL = "rohkem puid " * 60


def test_a_text_too_long_for_its_field_is_kept_whole(homes):
    parent = ClusterIndexPageFactory(parent=homes["et"])
    page = ClusterPage(title=TITLE)
    page.goals = [ClusterGoal(text="lühike"), ClusterGoal(text=GOAL)]
    for goal in page.goals.all():
        goal.locale = parent.locale

    with public_change():
        _put(page, parent, None)
    draft = fresh(page).get_latest_revision_as_object()

    assert draft.title == TITLE[:255]
    assert draft.as_typed == {"title": TITLE, "goals": {"1": {"text": GOAL}}}
    assert {"title", "goals"} <= {problem.field for problem in problems(draft)}
