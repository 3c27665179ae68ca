"""Snippets and translations ask for reasons as pages do; what waits names snippets too."""

import pytest
from django.urls import reverse

from directory.models import Topic
from kogu.delivery.changes import public_change
from kogu.demo.factories import TopicFactory
from kogu.editorial.models import Override
from kogu.editorial.my_drafts import MyDrafts
from tests.editorial.test_warning_overrides import doubt  # noqa: F401 fixtures
from tests.translation.conftest import (  # noqa: F401 fixtures
    begun,
    latvian,
    reviewer,
    sections,
    translate_all,
    user_in,
)

SENT = {"name": "Suplus", "slug": "suplus", "description": "", "parent": ""}


def reason(client, model, instance, action):
    """Give a reason on the screen that asks for it."""
    url = reverse("kogu_editorial_reason", args=[*model.split("."), instance.pk, action])
    seen = client.get(url).context["form"]["seen"].value()
    return client.post(url, {"reason": "It is so.", "seen": seen}, follow=True)


def test_a_doubtful_topic_is_published_with_a_reason(client, homes):
    client.force_login(user_in("publisher", "Publishing editors"))
    add = reverse("wagtailsnippets_directory_topic:add") + "?locale=et"

    answer = client.post(add, SENT | {"action-publish": "1"}, follow=True)

    topic = Topic.objects.get(name="Suplus")
    assert not topic.live
    assert "Is this so?" in answer.content.decode()
    reason(client, "directory.topic", topic, "action-publish")
    topic.refresh_from_db()
    assert topic.live
    assert Override.objects.get().key == topic.translation_key


def test_a_doubtful_topic_is_handed_in_with_a_reason(client, homes):
    client.force_login(user_in("editor", "Editors"))
    topic = TopicFactory(name="Suplus", published=False)
    edit = reverse("wagtailsnippets_directory_topic:edit", args=[topic.pk])

    client.post(edit, SENT | {"action-submit": "1"})
    assert not Topic.objects.get().workflow_in_progress
    reason(client, "directory.topic", topic, "action-submit")

    assert Topic.objects.get().workflow_in_progress


def test_a_doubtful_translation_is_handed_in_with_a_reason(client, latvian, begun):
    translate_all(begun, "LV {}")
    client.force_login(latvian)
    submit = reverse("kogu_submit:submit", args=[begun.pk])

    html = client.post(submit, follow=True).content.decode()

    target = begun.get_target_instance()
    assert "Is this so?" in html
    assert target.current_workflow_state is None
    reason(client, "home.newspage", target, "action-submit")
    assert begun.get_target_instance().current_workflow_state is not None
    assert Override.objects.get().locale == "lv"


def test_a_doubtful_translation_is_published_with_a_reason(client, reviewer, begun):
    translate_all(begun, "LV {}")
    client.force_login(reviewer)

    client.post(reverse("kogu_submit:publish", args=[begun.pk]))
    assert not begun.get_target_instance().live
    reason(client, "home.newspage", begun.get_target_instance(), "action-publish")

    assert begun.get_target_instance().live


@pytest.fixture
def lacking(monkeypatch):
    """Every topic lacks something."""
    from kogu.content.completeness import Problem

    monkeypatch.setattr(Topic, "missing", lambda topic: [Problem("name", "Say more.")])


def test_a_snippet_that_lacks_something_waits_for_who_wrote_it(lacking, homes):
    writer, other = user_in("writer", "Editors"), user_in("other", "Editors")
    topic = TopicFactory(name="Suplus", published=False)
    with public_change():
        topic.save_revision(user=writer)

    assert [one.title for one in MyDrafts(writer).drafts()] == ["Suplus"]
    assert MyDrafts(other).drafts() == []


def test_a_translators_own_targets_wait_in_their_own_list(latvian, begun):
    assert MyDrafts(latvian).drafts() == []
