"""What somebody locked is changed by nobody else, by any door."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils import timezone

from directory.models import Topic
from home.models import NewsPage
from kogu.delivery.changes import public_change

pytestmark = pytest.mark.django_db
NAME = "Käsitöö"


@pytest.fixture
def topic(homes):
    """A live topic with an older version, locked by Mari."""
    mari = get_user_model().objects.create_superuser("mari", "mari@example.org", "secret")
    with public_change():
        topic = Topic(name="Varem", slug="kasitoo", locale=homes["et"].locale)
        topic.save()
        topic.save_revision(user=mari).publish()
        topic.name = NAME
        topic.save_revision(user=mari).publish()
        topic.refresh_from_db()
        topic.locked, topic.locked_by, topic.locked_at = True, mari, timezone.now()
        topic.save(update_fields=["locked", "locked_by", "locked_at"])
    return topic


@pytest.fixture
def other(client):
    """Somebody with every right but the key."""
    user = get_user_model().objects.create_superuser("jaan", "jaan@example.org", "secret")
    client.force_login(user)
    client.raise_request_exception = False
    return client


def url(name, topic, *more):
    return reverse(f"wagtailsnippets_directory_topic:{name}", args=[topic.pk, *more])


def form(**more):
    words = {"name": "Muu", "slug": "muu", "description": "", "other_names": ""}
    return {**words, **more}


def state(topic):
    topic = Topic.objects.filter(pk=topic.pk).first()
    latest = topic and topic.latest_revision
    return topic and (topic.name, topic.live, topic.slug, latest.pk, latest.content)


DOORS = {
    "save": lambda t: (url("edit", t), form()),
    "publish": lambda t: (url("edit", t), form(**{"action-publish": "1"})),
    "overwrite": lambda t: (
        url("edit", t),
        form(overwrite_revision_id=t.latest_revision_id, loaded_revision_id=t.latest_revision_id),
    ),
    "revert": lambda t: (
        url("edit", t),
        form(revision=t.revisions.order_by("pk").first().pk, **{"action-publish": "1"}),
    ),
    "revert at its address": lambda t: (
        url("revisions_revert", t, t.revisions.order_by("pk").first().pk),
        form(**{"action-publish": "1"}),
    ),
    "unpublish": lambda t: (url("unpublish", t), {}),
    "delete": lambda t: (url("delete", t), {}),
    "delete among others": lambda t: (
        reverse("wagtail_bulk_action", args=["directory", "topic", "delete"]) + f"?id={t.pk}",
        {},
    ),
}


def test_who_holds_the_key_may_take_it_from_the_public(client, topic):
    client.force_login(topic.locked_by)

    client.post(url("unpublish", topic))

    assert not Topic.objects.get(pk=topic.pk).live


def test_a_locked_page_is_not_deleted_by_others(other, topic, news):
    news.locked, news.locked_by, news.locked_at = True, topic.locked_by, timezone.now()
    news.save(update_fields=["locked", "locked_by", "locked_at"])

    refused = other.post(reverse("wagtailadmin_pages:delete", args=[news.pk]), follow=True)

    assert NewsPage.objects.filter(pk=news.pk).exists()
    assert "mari" in refused.content.decode()


@pytest.mark.parametrize("door", DOORS)
def test_a_locked_topic_stays_as_it_is(other, topic, door):
    before = state(topic)
    address, data = DOORS[door](topic)

    other.post(address, data)

    assert state(topic) == before
