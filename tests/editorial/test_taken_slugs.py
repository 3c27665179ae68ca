"""Whoever takes a slug that another has is told which field, or gets a free one."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from wagtail.snippets.models import get_snippet_models
from wagtail.users.models import UserProfile

from directory.models import Topic
from directory.models.named_snippets import NamedSnippet
from kogu.content.page_form import PageForm
from kogu.delivery import publishing
from kogu.delivery.changes import public_change
from kogu.demo import factories
from kogu.demo.factories import (
    NewsIndexPageFactory,
    NewsPageFactory,
    TopicFactory,
    fresh,
    save_draft,
)
from kogu.imports.drafts import make_draft
from kogu.translation import targets
from tests.editorial.news_forms import form
from tests.editorial.permission_requests import bulk, page
from tests.imports.understood import understood
from tests.translation.conftest import begun, sections, translate_all  # noqa: F401 fixtures

NAMED = [model for model in get_snippet_models() if issubclass(model, NamedSnippet)]
LANGUAGES = {
    "en": "Slug: The slug 'savi' is already in use",
    "et": "Lühinimi aadressis: Lühinimi „savi“ on juba kasutusel",
    "lv": "Īsais nosaukums adresē: Īsais nosaukums „savi” jau ir citai lapai",
    "pl": "Skrócona nazwa w adresie: Skrócona nazwa „savi” jest już zajęta",
}


def renamed(instance, slug):
    """A live item with a draft that takes another slug."""
    instance.slug = slug
    return save_draft(instance)


def text_of(answer):
    """The page that the user sees in the end."""
    assert answer.status_code == 200
    return answer.content.decode().replace("&#x27;", "'").replace("&quot;", '"')


def speak(admin_user, code):
    """Give the user a language of the screens."""
    UserProfile.objects.update_or_create(user=admin_user, defaults={"preferred_language": code})


@pytest.mark.parametrize(("code", "said"), LANGUAGES.items(), ids=LANGUAGES)
def test_two_drafts_with_one_slug_are_not_published_at_once(
    admin_client, admin_user, catalogues, section, code, said
):
    speak(admin_user, code)
    pages = [renamed(NewsPageFactory(parent=section, title=each), "savi") for each in "AB"]

    html = text_of(admin_client.post(bulk("publish", *pages), follow=True))

    assert said in html
    assert "“B”" in html or "„B" in html
    assert {fresh(each).slug for each in pages} == {"a", "b"}
    assert {fresh(each).get_latest_revision_as_object().slug for each in pages} == {"savi"}


def test_a_translation_gets_a_free_slug(admin_client, begun, news, locales):
    lv = news.get_translation(locales["lv"])
    NewsPageFactory(parent=lv.get_parent(), title="Savi", slug="savi")
    translate_all(begun, "Savi")

    url = reverse("kogu_submit:publish", args=[begun.pk])
    text_of(admin_client.post(url, follow=True))

    assert fresh(lv).live
    assert fresh(lv).slug == "savi-1"


def test_a_translated_snippet_gets_a_free_slug(admin_client, homes, locales):
    TopicFactory(name="Savi", slug="savi", locale="lv")
    with public_change():
        begun_topic = targets.start(TopicFactory(name="Kruus"), [locales["lv"]])[0]
    translate_all(begun_topic, "Savi")

    url = reverse("kogu_submit:publish", args=[begun_topic.pk])
    text_of(admin_client.post(url, follow=True))

    live = Topic.objects.filter(locale=locales["lv"], live=True)
    assert {each.slug for each in live} == {"savi", "savi-2"}


def test_an_imported_page_gets_a_free_slug(sections, locales):
    text = b"Savi\n\nSavikojas avati uus ahi."
    pages = [make_draft(understood("savi.txt", text, "news")).page for _ in range(2)]

    assert pages[0].slug + "-1" == pages[1].slug


def test_an_approval_names_the_slug_that_was_taken_meanwhile(admin_client, admin_user, section):
    item = renamed(NewsPageFactory(parent=section, title="Uudis"), "savi")
    with public_change():
        item.get_workflow().start(item, admin_user)
    NewsPageFactory(parent=section, title="Savi", slug="savi")
    state = fresh(item).current_workflow_task_state
    url = page("workflow_action", item.pk, "approve", state.pk)

    html = text_of(admin_client.post(url, follow=True))

    assert LANGUAGES["en"] in html
    assert fresh(item).slug == "uudis"
    assert fresh(item).workflow_in_progress


def test_the_worker_keeps_a_scheduled_draft_whose_slug_was_taken(section, caplog):
    item = NewsPageFactory(parent=section, title="Uudis")
    item.slug, item.go_live_at = "savi", timezone.now() + dt.timedelta(hours=1)
    with public_change():
        item.save_revision().publish()
    NewsPageFactory(parent=section, title="Savi", slug="savi")
    revision = fresh(item).latest_revision
    revision.approved_go_live_at = timezone.now() - dt.timedelta(hours=1)
    revision.content["go_live_at"] = None
    revision.save()

    assert publishing.go_live() == 0
    assert "slug: The slug 'savi' is already in use" in caplog.text
    assert fresh(item).live
    assert fresh(item).slug == "uudis"
    publishing._failed_until.clear()


def other_section(section):
    """Another section, with a page that has the slug."""
    other = NewsIndexPageFactory(parent=section.get_parent(), title="Teised")
    NewsPageFactory(parent=other, title="Savi", slug="savi")
    return other


@pytest.mark.parametrize("code", ["en", "et", "lv", "pl"])
def test_a_page_is_not_moved_beside_another_with_its_slug(
    admin_client, admin_user, catalogues, section, code
):
    speak(admin_user, code)
    item = NewsPageFactory(parent=section, title="Uudis", slug="savi")
    other = other_section(section)

    html = text_of(admin_client.post(page("move_confirm", item.pk, other.pk), follow=True))

    said = LANGUAGES[code].partition(": ")[2]
    assert said.partition(" jau ")[0] in html
    assert ("is already in use" in html) == (code == "en")
    assert fresh(item).get_parent().pk == section.pk


def test_two_pages_with_one_slug_are_not_moved_together(admin_client, section):
    first, second = (NewsIndexPageFactory(parent=section.get_parent(), title=t) for t in "AB")
    items = [NewsPageFactory(parent=each, title="Savi", slug="savi") for each in (first, second)]

    data = {"chooser": section.pk, "move_applicable": "on"}
    html = text_of(admin_client.post(bulk("move", *items), data, follow=True))

    assert "The slug 'savi' is already in use" in html
    assert [fresh(each).get_parent().pk for each in items] == [first.pk, second.pk]


@pytest.mark.parametrize("model", NAMED, ids=lambda model: model.__name__)
def test_two_drafts_of_snippets_with_one_slug_are_not_published(admin_client, homes, model):
    factory = factories.factory_of(model)
    instances = [factory(name=name, slug=name) for name in ("yks", "kaks")]
    first, second = (renamed(each, "savi") for each in instances)
    with public_change():
        first.latest_revision.publish()

    url = reverse(model.snippet_viewset.get_url_name("edit"), args=[second.pk])
    form = admin_client.get(url).context["form"]
    data = {name: form[name].value() or "" for name in form.fields}
    rows = {f"{each}-{n}_FORMS": 0 for each in form.formsets for n in ("TOTAL", "INITIAL")}
    answer = admin_client.post(url, data | rows | {"action-publish": "1"}, follow=True)

    assert "Another one has this short name already." in text_of(answer)
    assert fresh(first).slug == "savi"
    assert fresh(second).slug == "kaks"


@pytest.mark.parametrize("model", NAMED, ids=lambda model: model.__name__)
def test_the_database_never_answers_for_a_snippet(homes, model):
    factory = factories.factory_of(model)
    instances = [factory(name=name, slug=name) for name in ("yks", "kaks")]
    instances[1].slug = "yks"

    with pytest.raises(ValidationError, match="has this short name already"), public_change():
        instances[1].save()

    assert fresh(instances[1]).slug == "kaks"


def test_an_autosave_that_loses_a_slug_is_told_so_and_tries_again(
    admin_client, section, monkeypatch
):
    item = NewsPageFactory(parent=section, title="Uudis")
    with public_change():
        item.unpublish()
    before, url, stock = fresh(item).latest_revision, page("edit", item.pk), PageForm.save

    def save(form, commit=True):
        NewsPageFactory(parent=section, title="Savi", slug="savi")
        return stock(form, commit)

    with monkeypatch.context() as patched:
        patched.setattr(PageForm, "save", save)
        lost = autosave(admin_client, url)

    assert (lost.status_code, lost["Content-Type"]) == (409, "application/json")
    assert lost.json()["success"] is False
    assert "The slug 'savi' is already in use" in lost.json()["error_message"]
    assert fresh(item).latest_revision == before
    NewsPageFactory(parent=section, title="Savi", slug="savi")
    assert autosave(admin_client, url).json()["success"]
    assert fresh(item).get_latest_revision_as_object().as_typed == {"slug": "savi"}


def autosave(client, url):
    """What the editor sends by itself."""
    data = {**form("Ahi", "Valmis."), "slug": "savi"}
    return client.post(url, data, headers={"Accept": "application/json"})
