"""What is missing is told by the words that stand on the form."""

import pytest

from kogu.content.completeness import label, problems
from kogu.demo.factories import (
    EventPageFactory,
    FundingLineFactory,
    PersonFactory,
    ProjectPageFactory,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("factory", "name", "words"),
    [
        (ProjectPageFactory, "hero_alt", "Alternative text"),
        (ProjectPageFactory, "funding_lines", "Funding"),
        (ProjectPageFactory, "page_contacts", "Contacts"),
        (EventPageFactory, "sessions", "Session"),
        (PersonFactory, "basis", "Basis for publishing"),
        (PersonFactory, "Translation", "Translation"),
    ],
)
def test_a_field_and_the_rows_of_a_relation_are_called_as_on_the_form(homes, factory, name, words):
    assert label(factory(published=False), name) == words


def test_every_problem_says_where_it_is(homes):
    lines = [FundingLineFactory.build(source="own", amount=1)]
    project = ProjectPageFactory(total_budget=5, funding_lines=lines, published=False)

    found = [each for each in problems(project) if not each.is_warning]

    assert [each.label for each in found] == ["Funding"]
