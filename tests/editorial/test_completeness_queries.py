"""What is missing costs the same number of queries, however many rows and blocks a draft has."""

import pytest
from django.db import connection
from django.db.models import CharField, DateField, ForeignKey
from django.test.utils import CaptureQueriesContext
from modelcluster.models import get_all_child_relations

from directory.models import ClusterPage, OrganisationPage, ProgrammePage, ProjectPage
from events.models import EventPage
from home.models import NewsPage
from kogu.content.completeness import problems
from kogu.demo import factories
from kogu.demo.factories import DocumentFactory, ImageFactory

MODELS = (NewsPage, EventPage, ProjectPage, ClusterPage, OrganisationPage, ProgrammePage)
NAMED = ("Topic", "Place", "Person", "OrganisationPage", "ClusterPage", "ProjectPage", "EventPage")


@pytest.fixture
def known(homes):
    """One of everything that rows and blocks name, by its model."""
    made = [getattr(factories, f"{name}Factory")() for name in (*NAMED, "ProgrammePage")]
    return {type(each): each for each in (*made, DocumentFactory(), ImageFactory())}


def rows(draft, count, known):
    """As many rows in every relation, each naming what it may, with what no field can store."""
    for relation in get_all_child_relations(type(draft)):
        model, name = relation.related_model, relation.get_accessor_name()
        if model._meta.app_label == "wagtailcore":
            continue
        chosen = {
            field.attname: known[field.related_model].pk
            for field in model._meta.fields
            if isinstance(field, ForeignKey) and field.related_model in known
        }
        typed = [f.name for f in model._meta.fields if isinstance(f, CharField | DateField)]
        getattr(draft, name).set([model(**chosen) for _ in range(count)])
        draft.as_typed[name] = {str(n): dict.fromkeys(typed, "?" * 999) for n in range(count)}


def story(draft, count, known):
    """As many of every part of a story that names another item."""
    pks = {model._meta.model_name: instance.pk for model, instance in known.items()}
    picture = {"image": pks["koguimage"], "alt": "", "is_decorative": False}
    parts = [
        ("image", picture),
        ("gallery", {"pictures": [picture] * count}),
        ("document_list", {"documents": [pks["kogudocument"]] * count}),
        ("contact", {"people": [pks["person"]] * count}),
        ("call_to_action", {"label": "Edasi", "page": pks["eventpage"]}),
    ]
    raw = [{"type": kind, "value": value} for kind, value in parts]
    draft.story = draft.story.stream_block.to_python(raw * count)


def filled(model, count, known):
    """A draft of the model with as many rows and blocks of each kind."""
    draft = factories.factory_of(model)(published=False)
    rows(draft, count, known)
    if hasattr(draft, "story"):
        story(draft, count, known)
    return draft


def cost(model, count, known):
    """The queries of one answer, after another has warmed the caches."""
    problems(filled(model, count, known))
    draft = filled(model, count, known)
    with CaptureQueriesContext(connection) as queries:
        assert problems(draft)
    return [query["sql"] for query in queries]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_fifty_rows_cost_what_one_costs(model, known):
    one, fifty = (cost(model, count, known) for count in (1, 50))

    assert len(fifty) == len(one), fifty[-4:]
