"""No page stands at an address where the site itself answers with something else."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.snippets.models import get_snippet_models

from directory.models.named_snippets import NamedSnippet
from home.models import NewsPage
from kogu.content.slugs import RESERVED
from kogu.delivery.changes import public_change
from kogu.demo.factories import (
    NewsIndexPageFactory,
    NewsPageFactory,
    TopicFactory,
    factory_of,
    fresh,
    save_draft,
)
from kogu.imports.drafts import make_draft
from tests.editorial.news_forms import form
from tests.editorial.permission_requests import page
from tests.imports.understood import understood

NAMED = [model for model in get_snippet_models() if issubclass(model, NamedSnippet)]
SAID = "The site itself uses the address “feed”."


@pytest.fixture
def section(homes):
    return NewsIndexPageFactory(parent=homes["et"], title="Uudised")


def test_every_section_answers_at_the_reserved_address(section, client):
    assert client.get(f"{section.public_url()}feed/")["Content-Type"].startswith("application/atom")


@pytest.mark.parametrize("slug", sorted(RESERVED))
def test_no_page_is_saved_with_it(section, slug):
    item = NewsPageFactory(parent=section, title="Uudis")
    item.slug = slug

    with pytest.raises(ValidationError, match="The site itself uses the address"), public_change():
        item.save()

    assert fresh(item).slug == "uudis"


def test_a_page_that_readers_never_knew_gets_a_numbered_one(admin_client, section):
    url = reverse("wagtailadmin_pages:add", args=["home", "newspage", section.pk])

    admin_client.post(url, form("Feed", "Valmis."))

    assert NewsPage.objects.get(title="Feed").slug == "feed-1"


def test_an_imported_page_gets_a_numbered_one(section):
    draft = make_draft(understood("feed.txt", b"Feed\n\nSavikojas avati uus ahi.", "news"))

    assert draft.page.slug == "feed-1"


def test_a_page_made_without_one_gets_a_numbered_one(section):
    item = NewsPage(title="Feed", locale=section.locale)

    with public_change():
        section.add_child(instance=item)

    assert item.slug == "feed-2"


def test_a_page_that_was_public_is_told_at_the_field(admin_client, section):
    item = NewsPageFactory(parent=section, title="Uudis")
    url = page("edit", item.pk)

    admin_client.post(url, {**form("Uudis", "Valmis."), "slug": "feed"})

    draft = fresh(item).get_latest_revision_as_object()
    assert (draft.slug, draft.as_typed) == ("uudis", {"slug": "feed"})
    assert SAID in admin_client.get(url).content.decode()


def test_it_is_not_published(admin_client, section):
    item = NewsPageFactory(parent=section, title="Uudis")
    data = {**form("Uudis", "Valmis."), "slug": "feed", "action-publish": "1"}

    html = admin_client.post(page("edit", item.pk), data, follow=True).content.decode()

    assert SAID in html
    assert fresh(item).slug == "uudis"


def test_a_draft_that_waits_with_it_says_so(admin_client, section):
    item = NewsPageFactory(parent=section, title="Uudis", live=False)
    item.as_typed = {"slug": "feed"}
    save_draft(item)

    assert SAID in admin_client.get(page("edit", item.pk)).content.decode()


@pytest.mark.parametrize("model", NAMED, ids=lambda model: model.__name__)
def test_a_snippet_gets_a_numbered_one(homes, model):
    named, given = factory_of(model)(name="Feed"), factory_of(model)(name="Voog", slug="feed")

    assert (named.slug, given.slug) == ("feed-2", "feed-3")


def test_a_snippet_is_told_at_the_field(admin_client, homes):
    topic = TopicFactory(name="Savi")
    url = reverse(type(topic).snippet_viewset.get_url_name("edit"), args=[topic.pk])

    answer = admin_client.post(url, {"name": "Savi", "slug": "feed"}, follow=True)

    draft = fresh(topic).get_latest_revision_as_object()
    assert (draft.slug, draft.as_typed) == ("savi", {"slug": "feed"})
    assert SAID in answer.content.decode()


def test_a_snippet_is_not_published_with_it(homes):
    topic = TopicFactory(name="Savi")
    topic.slug = "feed"

    with pytest.raises(ValidationError, match="The site itself uses the address"):
        topic.full_clean()
