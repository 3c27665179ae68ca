"""A copy is a draft of its own: it says nothing that is true of the first page only."""

import datetime as dt

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale

from events.models import EventPage
from home.models import NewsPage
from kogu.delivery.changes import public_change
from kogu.demo import factories
from kogu.demo.factories import EventPageFactory, NewsPageFactory, fresh
from kogu.translation import targets
from tests.test_house import PAGE_MODELS

pytestmark = pytest.mark.usefixtures("catalogues")
START = timezone.now().replace(microsecond=0) + dt.timedelta(days=30)


@pytest.fixture
def cancelled(homes):
    return EventPageFactory(
        locale="et",
        title="Kevadlaat",
        starts_at=START,
        ends_at=START + dt.timedelta(hours=3),
        status="cancelled",
        status_reason="Torm",
        attendance="hybrid",
        join_link="https://meet.example.org/laat",
        source_uid="laat-1@example.org",
        room="Saal",
        registration_url="https://forms.example.org/laat",
    )


def copy(client, page, **typed):
    """Send the form as it is offered, and return what it made."""
    url = reverse("wagtailadmin_pages:copy", args=[page.pk])
    form = client.get(url).context["form"]
    offered = {name: form[name].value() for name in form.fields}
    sent = {**offered, "new_parent_page": page.get_parent().pk, "next": "", **typed}
    before = {*type(page).objects.values_list("pk", flat=True)}
    answer = client.post(url, {name: value for name, value in sent.items() if value is not None})
    assert answer.status_code == 302, answer.context["form"].errors
    return type(page).objects.exclude(pk__in=before)


def test_the_copy_of_a_cancelled_event_is_a_draft_that_is_not_cancelled(admin_client, cancelled):
    (page,) = copy(admin_client, cancelled)

    for made in (page, page.get_latest_revision_as_object()):
        assert (made.title, made.slug) == ("Kevadlaat (koopia)", "kevadlaat-koopia")
        assert (made.status, made.status_reason) == ("scheduled", "")
        assert (made.starts_at, made.ends_at) == (None, None)
        assert (made.join_link, made.registration_url, made.source_uid) == ("", "", "")
        assert made.room == "Saal"
        assert made.attendance == "hybrid"
        assert not made.live
    assert page.first_published_at is None
    assert page.translation_key != cancelled.translation_key
    assert fresh(cancelled).status == "cancelled"


@pytest.mark.parametrize(
    ("code", "title"), [("lv", "Laat (kopija)"), ("pl", "Laat (kopia)"), ("en", "Laat (copy)")]
)
def test_the_title_says_in_the_pages_language_that_it_is_a_copy(admin_client, homes, code, title):
    page = NewsPageFactory(locale=code, title="Laat")

    (made,) = copy(admin_client, page)

    assert made.title == title


def test_the_short_name_offered_is_free_and_follows_the_new_title(admin_client, cancelled):
    copy(admin_client, cancelled)
    url = reverse("wagtailadmin_pages:copy", args=[cancelled.pk])
    html = BeautifulSoup(admin_client.get(url).content, "html.parser")

    assert html.select_one("[name=new_slug]")["value"] == "kevadlaat-koopia-1"
    assert html.select_one("[name=new_title]")["data-w-sync-target-value"] == "#id_new_slug"


def test_a_short_name_that_is_taken_is_numbered_and_an_empty_one_made(admin_client, cancelled):
    (taken,) = copy(admin_client, cancelled, new_title="Sügislaat", new_slug="kevadlaat")
    (made,) = copy(admin_client, cancelled, new_title="Sügislaat", new_slug="")

    assert taken.slug == "kevadlaat-1"
    assert made.slug == "sugislaat"


def test_a_title_that_is_too_long_with_its_mark_is_cut(admin_client, homes):
    (made,) = copy(admin_client, NewsPageFactory(locale="et", title="a" * 255))

    assert len(made.title) == 255
    assert made.title.endswith("a (koopia)")


def test_every_page_of_a_copied_tree_is_a_draft_without_what_is_not_copied(admin_client, cancelled):
    section = cancelled.get_parent().specific

    copy(admin_client, section, copy_subpages="on", publish_copies="on")
    made = EventPage.objects.exclude(pk=cancelled.pk).get()

    assert (made.status, made.starts_at, made.live) == ("scheduled", None, False)


def test_no_copy_becomes_an_alias_or_is_published(admin_client, cancelled):
    (made,) = copy(admin_client, cancelled, alias="on", publish_copies="on")

    assert made.alias_of_id is None
    assert not made.live


def test_neither_the_dates_of_publishing_nor_a_lock_are_copied(admin_client, homes):
    news = NewsPageFactory(locale="et", title="Uudis", expire_at=START)
    NewsPage.objects.filter(pk=news.pk).update(locked=True, go_live_at=START)

    (made,) = copy(admin_client, fresh(news))

    assert (made.expire_at, made.go_live_at, made.locked) == (None, None, False)


def test_a_translation_has_every_fact_of_its_source(cancelled):
    latvian = Locale.objects.get(language_code="lv")
    with public_change():
        targets.start(cancelled.get_parent().specific, [latvian])
        targets.start(cancelled, [latvian])

    translation = cancelled.get_translation(latvian).get_latest_revision_as_object()

    assert translation.status == "cancelled"
    assert translation.starts_at == cancelled.starts_at
    assert translation.join_link == cancelled.join_link


@pytest.mark.parametrize("model", PAGE_MODELS, ids=lambda model: model.__name__)
def test_every_page_type_is_copied(admin_client, admin_user, homes, model):
    page = fresh(factories.factory_of(model)())
    for name in model.not_copied:
        model._meta.get_field(name)

    if page.permissions_for_user(admin_user).can_copy_to(page.get_parent()):
        assert copy(admin_client, page, copy_subpages="").get().title.startswith(page.title)
