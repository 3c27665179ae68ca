"""Every page type, snippet and row has a factory, and what it makes stands in public."""

import pytest
from django.apps import apps
from wagtail.models import Page, get_page_models
from wagtail.snippets.models import get_snippet_models

from directory.models import PageProject, Person, Topic
from home.models import NewsPage
from kogu.content.models import Card, Relation
from kogu.content.models.relations import RelationRow
from kogu.demo import factories

OURS = {"home", "events", "directory", "base"}
PAGES = [model for model in get_page_models() if model._meta.app_label in OURS]
SNIPPETS = [model for model in get_snippet_models() if model._meta.app_label in OURS]
ROWS = [
    model
    for model in apps.get_models()
    if issubclass(model, RelationRow) and model.__name__ != "AreaPlace"
]


@pytest.fixture(autouse=True)
def _home_pages(homes):
    """The languages and their home pages."""


@pytest.mark.parametrize("model", PAGES, ids=lambda model: model.__name__)
def test_every_page_type_has_a_factory_that_publishes(model):
    page = factories.factory_of(model)()

    assert isinstance(page, model)
    assert page.live
    assert page.latest_revision_id == page.live_revision_id
    assert page.get_parent().specific_class in model.clean_parent_page_models()


@pytest.mark.parametrize("model", SNIPPETS, ids=lambda model: model.__name__)
def test_every_snippet_has_a_factory_that_publishes(model):
    snippet = factories.factory_of(model)()

    assert snippet.live
    assert snippet.locale.language_code == "et"


@pytest.mark.parametrize("model", ROWS, ids=lambda model: model.__name__)
def test_every_relation_row_has_a_factory(model):
    made = [f for name in factories.__all__ if (f := getattr(factories, name)) and _makes(f, model)]

    assert len(made) == 1


def _makes(factory, model):
    return (
        isinstance(factory, type)
        and getattr(factory, "_meta", None)
        and (getattr(factory._meta, "model", None) is model)
    )


def test_a_published_news_item_has_a_card():
    page = factories.NewsPageFactory(title="Vana meierei avas uksed")

    card = Card.objects.get(key=page.translation_key)
    assert card.title == "Vana meierei avas uksed"
    assert card.url == page.public_url()


def test_a_draft_has_no_card_and_is_not_live():
    page = factories.NewsPageFactory(published=False)

    assert not page.live
    assert page.has_unpublished_changes
    assert not Card.objects.filter(key=page.translation_key).exists()


def test_short_forms_name_topics_and_projects():
    topic, project = factories.TopicFactory(), factories.ProjectPageFactory()

    page = factories.NewsPageFactory(topics=[topic], projects=[(project, "about")])

    assert page.page_topics.get().topic == topic
    assert page.page_projects.get().role == "about"
    named = Relation.objects.filter(source_key=page.translation_key)
    assert set(named.values_list("target_key", flat=True)) == {
        topic.translation_key,
        project.translation_key,
    }


def test_a_row_joins_a_published_page():
    page, project = factories.NewsPageFactory(), factories.ProjectPageFactory()

    row = factories.PageProjectFactory(page=page, project=project)

    assert isinstance(row, PageProject)
    assert factories.fresh(page).page_projects.get() == row
    assert Relation.objects.filter(target_key=project.translation_key).exists()


def test_two_pages_of_one_title_get_two_addresses():
    one, other = (factories.NewsPageFactory(title="Piirilaat") for _ in range(2))

    assert (one.slug, other.slug) == ("piirilaat", "piirilaat-2")


def test_a_page_in_another_language_stands_in_that_languages_section():
    estonian, latvian = factories.NewsPageFactory(), factories.NewsPageFactory(locale="lv")

    sections = [page.get_parent() for page in (estonian, latvian)]
    assert sections[0].translation_key == sections[1].translation_key
    assert latvian.public_url().startswith("/lv/")


def test_a_translation_has_its_own_words_and_shares_the_key():
    page = factories.NewsPageFactory(title="Piirilaat")

    latvian = factories.translated(page, "lv", title="Robežas tirgus")

    assert isinstance(latvian, NewsPage)
    assert latvian.live
    assert latvian.translation_key == page.translation_key
    assert Card.objects.get(key=page.translation_key, locale="lv").title == "Robežas tirgus"


def test_a_translated_topic_is_live_by_its_own_revision():
    topic = factories.TopicFactory(name="Käsitöö")

    latvian = factories.translated(topic, "lv", name="Amatniecība", slug="amatnieciba")

    assert latvian.live
    assert latvian.live_revision_id not in (None, topic.live_revision_id)
    assert Topic.objects.filter(translation_key=topic.translation_key).count() == 2


def test_people_to_confirm_are_made_but_not_shown():
    person = factories.PersonFactory(basis="to_confirm")

    assert Person.objects.filter(pk=person.pk).exists()
    assert not Person.objects.visible().filter(pk=person.pk).exists()


def test_an_image_has_words_in_every_language():
    image = factories.ImageFactory(alt="Meierei")

    assert image.texts.count() == 4
    assert image.width == 640


def test_a_user_signs_in_with_the_password_and_belongs_to_groups():
    user = factories.UserFactory(groups=["Editors"])

    assert user.check_password("secret")
    assert user.groups.get().name == "Editors"


def test_the_tree_stays_sound():
    factories.NewsPageFactory()
    factories.StrategyGoalPageFactory()

    assert Page.find_problems() == ([], [], [], [], [])
