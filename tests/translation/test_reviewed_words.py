"""What is approved is what was reviewed; what a translator writes is words, never markup."""

import pytest
from django.urls import reverse
from wagtail_localize.models import StringTranslation

from directory.models import Topic
from home.models import NewsPage
from kogu.delivery.changes import public_change
from kogu.demo.factories import TopicFactory
from kogu.translation import targets

from .conftest import group_called, translate_all, user_in


def approve(client, reviewer, page):
    client.force_login(reviewer)
    state = page.current_workflow_task_state
    args = [page.pk, "approve", state.pk]
    client.post(reverse("wagtailadmin_pages:workflow_action", args=args))
    page.refresh_from_db()


def test_the_preview_shows_the_story_as_far_as_it_is_translated(client, begun, latvian):
    translate_all(begun, "Tulkots: {}", latvian)
    client.force_login(latvian)

    answer = client.get(reverse("wagtail_localize:preview_translation", args=[begun.pk]))

    html = answer.content.decode()
    for words in (
        "Forty makers met in the old <b>dairy</b>.",
        "What comes next",
        "Now I know nine.",
    ):
        assert f"Tulkots: {words}" in html


@pytest.mark.parametrize("action", ["submit", "publish"])
def test_it_is_called_by_its_new_title(client, begun, latvian, action):
    if action == "publish":
        latvian.groups.add(group_called("Publishing editors"))
    translate_all(begun, "Vecs", latvian)
    with public_change():
        targets.save_draft(begun, latvian).publish()
    title = StringTranslation.objects.get(context__path="title")
    title.data = "Jauns"
    title.save()
    client.force_login(latvian)

    answer = client.post(reverse(f"kogu_submit:{action}", args=[begun.pk]), follow=True)

    (said,) = map(str, answer.context["messages"])
    assert "Jauns" in said


def test_an_older_version_does_not_slip_in_during_a_review(client, homes, news, reviewer):
    editor = user_in("editor", "Editors")
    with public_change():
        news.title = "Unseen"
        unseen = news.save_revision(user=editor)
        news.title = "Reviewed"
        news.save_revision(user=editor)
        news.get_workflow().start(news, editor)
    client.force_login(editor)

    answer = client.post(
        reverse("wagtailadmin_api:pages:action", args=[news.pk, "revert_to_page_revision"]),
        {"revision_id": unseen.pk},
    )

    assert answer.status_code == 403
    approve(client, reviewer, NewsPage.objects.get(pk=news.pk))
    assert NewsPage.objects.get(pk=news.pk).title == "Reviewed"


def test_new_words_do_not_slip_in_during_a_review(client, begun, latvian, reviewer):
    translate_all(begun, "Reviewed", latvian)
    client.force_login(latvian)
    client.post(reverse("kogu_submit:submit", args=[begun.pk]))
    StringTranslation.objects.update(data="Unseen")

    client.post(reverse("wagtail_localize:update_translations", args=[begun.source_id]))

    target = begun.get_target_instance()
    approve(client, reviewer, target)
    assert target.live
    assert target.title == "Reviewed"


@pytest.fixture
def topic(homes, locales):
    """A topic begun in Latvian."""
    with public_change():
        return targets.start(TopicFactory(name="Puidutöö"), [locales["lv"]])[0]


def test_a_short_name_is_made_of_whatever_was_written(topic, latvian):
    with public_change():
        TopicFactory(name="Citi", slug="admin", locale="lv")
    translate_all(topic, "../../Admin", latvian)

    with public_change():
        revision = targets.save_draft(topic, latvian)

    assert revision.as_object().slug == "admin-2"
    assert Topic.objects.get(pk=revision.object_id).slug == "admin-2"


def test_a_topic_under_review_opens(client, topic, latvian, reviewer):
    translate_all(topic, "Koks", latvian)
    client.force_login(latvian)
    client.post(reverse("kogu_submit:submit", args=[topic.pk]))
    target = topic.get_target_instance()
    assert target.workflow_in_progress

    client.force_login(reviewer)
    answer = client.get(reverse("wagtailsnippets_directory_topic:edit", args=[target.pk]))

    assert answer.status_code == 200
