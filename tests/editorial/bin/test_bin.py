"""The bin lists what one may restore, alone or several at once, until it is purged."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageLogEntry

from directory.models import Topic
from home.models import NewsPage
from kogu.delivery.changes import public_change
from kogu.demo.factories import (
    NewsPageFactory,
    TopicFactory,
    UserFactory,
)
from kogu.editorial.bin.purging import purge_bin
from kogu.editorial.models import DeletedItem
from tests.editorial.bin.conftest import day, delete, restore
from tests.translation.conftest import user_in


@pytest.mark.django_db
def test_several_at_once(admin, section, news):
    with public_change():
        other = NewsPageFactory(parent=section, title="Teine")
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])

    response = admin.post(f"{url}?id={news.pk}&id={other.pk}&next=/admin/", follow=True)

    assert "They can be brought back until" in response.content.decode()
    assert {item.object_id for item in DeletedItem.objects.all()} == {news.pk, other.pk}


@pytest.mark.django_db
def test_several_snippets_at_once(admin, topic):
    with public_change():
        other = TopicFactory(name="Savi")
    url = reverse("wagtail_bulk_action", args=["directory", "topic", "delete"])

    admin.post(f"{url}?id={topic.pk}&id={other.pk}&next=/admin/", follow=True)
    for item in DeletedItem.objects.all():
        restore(admin, item)

    assert {topic.pk, other.pk} == set(Topic.objects.values_list("pk", flat=True))


@pytest.mark.django_db
def test_a_deletion_offers_to_undo_it(admin, news):
    url = reverse("wagtailadmin_pages:delete", args=[news.pk])

    html = admin.post(url, follow=True).content.decode()

    item = DeletedItem.objects.get()
    assert reverse("kogu_bin:restore", args=[item.pk]) in html
    assert f"It can be brought back until {day(item)}." in html


@pytest.mark.django_db
def test_on_a_phone_too_a_row_says_until_when(admin, news):
    item = delete(admin, news)

    listed = admin.get(reverse("kogu_bin:index")).content.decode()

    assert f'<span class="kogu-narrow-only">kept until</span> {day(item)}</td>' in listed


@pytest.mark.django_db
def test_after_thirty_days_it_is_purged_and_the_history_tells(admin, news, time_machine):
    delete(admin, news)
    time_machine.move_to(timezone.now() + dt.timedelta(days=29), tick=False)
    assert purge_bin() == 0
    time_machine.move_to(timezone.now() + dt.timedelta(days=2), tick=False)
    assert purge_bin() == 1

    assert not DeletedItem.objects.exists()
    last = PageLogEntry.objects.filter(page_id=news.pk).order_by("-pk").first()
    assert last.action == "kogu.purge"
    admin.force_login(UserFactory(username="ants", is_superuser=True))
    assert (
        "Deleted for good"
        in admin.get(reverse("wagtailadmin_reports:site_history")).content.decode()
    )


@pytest.mark.django_db
def test_it_can_be_deleted_for_good_at_once(admin, news):
    item = delete(admin, news)

    restore(admin, item, purge="1")

    assert not DeletedItem.objects.exists()
    assert not NewsPage.objects.filter(pk=news.pk).exists()
    assert PageLogEntry.objects.get(page_id=news.pk, action="kogu.purge").user.username == "mari"


ROLES = {
    "Editors": False,
    "Publishing editors": True,
    "Administrators": True,
    "Translators: Latvian": False,
}


@pytest.mark.parametrize("group", ROLES)
@pytest.mark.django_db
def test_only_who_may_delete_it_sees_and_restores_it(client, admin, news, group):
    item = delete(admin, news)
    client.force_login(user_in("somebody", group))

    listed = client.get(reverse("kogu_bin:index"))
    restore(client, item)

    may = ROLES[group]
    assert ("Laat tuleb" in listed.content.decode()) == may
    assert NewsPage.objects.filter(pk=news.pk).exists() == may


@pytest.mark.django_db
def test_an_editor_brings_back_a_draft_of_her_own(client, section):
    editor = user_in("editor", "Editors")
    with public_change():
        mine = NewsPageFactory(parent=section, title="Minu", published=False, user=editor)
        Page.objects.filter(pk=mine.pk).update(owner=editor)
    client.force_login(editor)

    restore(client, delete(client, mine))

    assert NewsPage.objects.filter(pk=mine.pk).exists()


@pytest.mark.django_db
def test_a_visitor_learns_nothing(client, admin, news):
    item = delete(admin, news)
    client.logout()

    for name, args in (("index", []), ("restore", [item.pk])):
        response = client.get(reverse(f"kogu_bin:{name}", args=args))
        assert response.status_code == 302
        assert "/admin/login" in response["Location"]


@pytest.mark.django_db
def test_the_list_is_narrowed_and_costs_the_same(admin, section, topic, news):
    url = reverse("kogu_bin:index")
    delete(admin, news)
    admin.get(url)
    with CaptureQueriesContext(connection) as one:
        admin.get(url)
    with public_change():
        more = [NewsPageFactory(parent=section, title=f"Uudis {n}") for n in range(5)]
    for page in more:
        delete(admin, page)
    with CaptureQueriesContext(connection) as many:
        admin.get(url)
    delete(admin, topic)

    searched = admin.get(f"{url}?q=Uudis+3").content.decode()
    kind = DeletedItem.objects.get(title="Käsitöö").content_type_id
    filtered = admin.get(f"{url}?content_type={kind}").content.decode()

    assert len(one) == len(many)
    assert "Uudis 3" in searched
    assert "Uudis 2" not in searched
    assert "Käsitöö" in filtered
    assert "Uudis" not in filtered.partition('id="listing-results"')[2]
