"""Lists and editors offer what a person may do, and one button for one item."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import Page

from directory.models import Topic
from home.models import NewsPage
from kogu.content.validation import form_class_of
from kogu.demo import factories
from kogu.demo.factories import ImageFactory, NewsPageFactory, TopicFactory, fresh
from kogu.editorial.edit_views import edit_url

from .permission_fixtures import clients
from .test_drafts_always_save import JSON, MODELS, stream


@pytest.fixture
def browsers(homes):
    return clients()


ALL, OWN = ["move", "delete", "publish", "unpublish"], ["move", "delete"]


@pytest.mark.parametrize(
    ("role", "expected"), [("E", OWN), ("P", ALL), ("R", ALL), ("L", []), ("A", ALL)]
)
def test_a_list_of_pages_offers_what_the_person_may_do(browsers, homes, role, expected):
    page = NewsPageFactory(locale="et", title="Uudis")
    url = reverse("wagtailadmin_explore", args=[page.get_parent().pk])

    assert offered(browsers[role].get(url)) == expected


@pytest.mark.parametrize(("role", "expected"), [("E", []), ("R", []), ("A", ["delete"])])
def test_a_list_of_topics_offers_what_the_person_may_do(browsers, role, expected):
    TopicFactory(name="Käsitöö")

    assert offered(browsers[role].get(reverse("wagtailsnippets_directory_topic:list"))) == expected


@pytest.mark.parametrize("role", ["E", "P", "A"])
def test_a_list_of_pictures_offers_what_the_person_may_do(browsers, role):
    ImageFactory()

    found = offered(browsers[role].get(reverse("wagtailimages:index")))

    assert {"add_tags", "add_to_collection"} <= {*found}


def offered(response):
    buttons = BeautifulSoup(response.content, "html.parser").select(".bulk-action-btn")
    return [button["href"].rstrip("/").rpartition("/")[2] for button in buttons]


@pytest.mark.parametrize("model", [NewsPage, Topic])
def test_who_may_approve_is_not_offered_to_publish_beside_it(browsers, model):
    draft = factories.factory_of(model)(published=False)
    draft.save_revision(clean=False)
    draft.get_workflow().start(draft, draft.latest_revision.user)

    html = browsers["R"].get(edit_url(fresh(draft))).content.decode()

    assert 'data-workflow-action-name="approve"' in html
    assert 'name="action-publish"' not in html


@pytest.mark.parametrize("model", [NewsPage, Topic])
def test_who_may_publish_what_is_not_in_review_is_offered_to(browsers, model):
    draft = fresh(factories.factory_of(model)(published=False))

    assert 'name="action-publish"' in browsers["R"].get(edit_url(draft)).content.decode()


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_what_a_new_thing_needs_is_said_before_it_is_saved(admin_client, homes, model):
    url = add_url(model)
    new = missing(admin_client.get(url))
    title = {"title": "Nimi", "name": "Nimi", "locale": "et"}

    admin_client.post(url, untouched(form_class_of(model)) | title, **JSON)
    saved = missing(admin_client.get(edit_url(fresh(model.objects.latest("pk")))))

    assert {*saved} <= {*new}
    assert {*new} - {*saved} <= {"title", "name", "slug"}


def untouched(form_class):
    """No rows and no blocks, and in every field what a new one holds."""
    names = (name for name, field in form_class.base_fields.items() if hasattr(field, "block"))
    blocks = {key: value for name in names for key, value in stream(name).items()}
    counts = dict.fromkeys(("TOTAL", "INITIAL"), 0)
    rows = form_class.formsets
    return blocks | {f"{row}-{count}_FORMS": n for row in rows for count, n in counts.items()}


def add_url(model):
    if not issubclass(model, Page):
        return reverse(model.snippet_viewset.get_url_name("add")) + "?locale=et"
    parent = factories.factory_of(model)(published=False).get_parent()
    return reverse(
        "wagtailadmin_pages:add", args=[model._meta.app_label, model._meta.model_name, parent.pk]
    )


def missing(response):
    """The fields that the panel names."""
    html = BeautifulSoup(response.content, "html.parser")
    return [one["data-kogu-field"] for one in html.select(".kogu-missing [data-kogu-field]")]
