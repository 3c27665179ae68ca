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


@pytest.fixture
def locked(topic, news):
    """A live news item with a newer draft, locked by Mari."""
    news.title = NAME
    with public_change():
        news.save_revision()
    news = NewsPage.objects.get(pk=news.pk)
    news.locked, news.locked_by, news.locked_at = True, topic.locked_by, timezone.now()
    news.save(update_fields=["locked", "locked_by", "locked_at"])
    return news


def page_state(page):
    row = NewsPage.objects.filter(pk=page.pk).values("path", "live", "title", "latest_revision")
    return row.first()


def page_url(name, *args):
    return reverse(f"wagtailadmin_pages:{name}", args=args)


def api(action):
    return lambda p: (reverse("wagtailadmin_api:pages:action", args=[p.pk, action]), {})


def bulk(action):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    return lambda p: (f"{address}?id={p.pk}", {})


def api_to(action, **sent):
    return lambda p: (
        reverse("wagtailadmin_api:pages:action", args=[p.pk, action]),
        {name: value(p) for name, value in sent.items()},
    )


PAGE_WAYS = {
    "delete": lambda p: (page_url("delete", p.pk), {}),
    "delete its section": lambda p: (page_url("delete", p.get_parent().pk), {}),
    "delete by the api": api("delete"),
    "delete its section by the api": lambda p: api("delete")(p.get_parent()),
    "delete among others": bulk("delete"),
    "delete its section among others": lambda p: bulk("delete")(p.get_parent()),
    "unpublish": lambda p: (page_url("unpublish", p.pk), {}),
    "unpublish by the api": api("unpublish"),
    "unpublish among others": bulk("unpublish"),
    "publish by the api": api("publish"),
    "publish among others": bulk("publish"),
    "revert by the api": api_to(
        "revert_to_page_revision", revision_id=lambda p: p.revisions.earliest("created_at").pk
    ),
}


@pytest.mark.parametrize("way", PAGE_WAYS)
def test_a_locked_page_is_neither_deleted_nor_changed_by_others(other, locked, way):
    before = page_state(locked)
    address, data = PAGE_WAYS[way](locked)

    other.post(address, data)

    assert page_state(locked) == before


@pytest.mark.parametrize("way", ["delete by the api", "publish by the api"])
def test_who_locked_a_page_may_go_on(client, locked, way):
    client.force_login(locked.locked_by)
    before = page_state(locked)
    address, data = PAGE_WAYS[way](locked)

    client.post(address, data)

    assert page_state(locked) != before


@pytest.mark.parametrize("way", ["delete", "delete its section"])
def test_others_are_told_who_locked_a_page(other, locked, way):
    address, data = PAGE_WAYS[way](locked)

    refused = other.post(address, data, follow=True)

    assert "mari" in refused.content.decode()


def test_the_root_has_no_lock_to_ask(other, locked):
    root = locked.get_root()

    assert other.post(page_url("delete", root.pk)).status_code == 302


@pytest.mark.parametrize("door", DOORS)
def test_a_locked_topic_stays_as_it_is(other, topic, door):
    before = state(topic)
    address, data = DOORS[door](topic)

    other.post(address, data)

    assert state(topic) == before
