"""What was deleted is gone for everybody, and for 30 days comes back as it was."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import override
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Comment, Page, PageLogEntry
from wagtail_localize.models import StringTranslation, Translation

from directory.models import Topic
from events.models import EventPage
from home.models import NewsPage
from kogu.content.models import LegacyURL
from kogu.delivery.changes import public_change
from kogu.delivery.models import Clock
from kogu.demo.factories import (
    EventPageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    TopicFactory,
    UserFactory,
    fresh,
)
from kogu.demo.factories.base import section_for
from kogu.editorial.bin.purging import purge_bin
from kogu.editorial.models import DeletedItem
from kogu.translation import targets
from kogu.translation.models import OutdatedTranslation
from tests.editorial.permission_fixtures import digest
from tests.public_write_guard import recorded_since
from tests.translation.conftest import translate_all, user_in

# Written by what was done, or made anew from the rest with other ids.
OTHERS = {
    *("base_card", "base_relation", "delivery_change", "delivery_clock", "delivery_tag"),
    *("delivery_pastaddress", "events_occurrence", "wagtailcore_pagelogentry"),
    *("wagtailcore_modellogentry", "editorial_deleteditem", "editorial_deletedrow"),
    "wagtailsearch_indexentry",
}


@pytest.fixture
def admin(client):
    client.force_login(UserFactory(username="mari", is_superuser=True))
    return client


@pytest.fixture
def topic(homes):
    with public_change():
        return TopicFactory(name="Käsitöö")


@pytest.fixture
def event(section, topic):
    with public_change():
        return EventPageFactory(title="Laat", topics=[topic])


@pytest.fixture
def news(section, event):
    """With a translation, an old address, a redirect, a comment, and an event that it tells of."""
    with public_change():
        page = NewsPageFactory(parent=section, title="Laat tuleb")
        LegacyURL.objects.create(key=page.translation_key, locale="et", path="/vana/laat")
        Redirect.objects.create(old_path="/laat", redirect_page=page)
        Comment.objects.create(
            page=page, user=UserFactory(username="juta"), text="?", contentpath="title"
        )
        return NewsPage.objects.get(pk=page.pk)


@pytest.fixture
def section(homes):
    """In Estonian and Latvian, as the calendar."""
    with public_change():
        section = NewsIndexPageFactory(parent=homes["et"], title="Uudised")
        key = section.translation_key
        NewsIndexPageFactory(parent=homes["lv"], title="Ziņas", translation_key=key)
        for code in ("et", "lv"):
            section_for(EventPage, code)
    return section


def delete(client, instance):
    """By its own screen; returns the item in the bin."""
    if isinstance(instance, Page):
        url = reverse("wagtailadmin_pages:delete", args=[instance.pk])
    else:
        url = reverse(instance.snippet_viewset.get_url_name("delete"), args=[instance.pk])
    response = client.post(url, follow=True)
    assert response.status_code == 200
    assert not type(instance).objects.filter(pk=instance.pk).exists()
    return DeletedItem.objects.first()


def restore(client, item, **sent):
    return client.post(reverse("kogu_bin:restore", args=[item.pk]), sent, follow=True)


def day(item):
    """Until when it is kept: in figures, which stand in any sentence of any language."""
    with override("en"):
        return date_format(localtime(item.purged_at), "SHORT_DATE_FORMAT")


def tables():
    return {name: rows for name, rows in digest().items() if name not in OTHERS}


def differing(before):
    return {name for name, rows in tables().items() if rows != before[name]}


@pytest.mark.django_db
class TestEverythingComesBack:
    def test_a_page(self, admin, news):
        before = tables()
        url = news.public_url()

        item = delete(admin, news)
        gone = admin.get(url).status_code
        restore(admin, item)

        assert gone == 410
        assert admin.get(url).status_code == 200
        assert differing(before) == set()
        assert not DeletedItem.objects.exists()

    def test_a_section_with_what_stands_below_it(self, admin, homes, section, news):
        with public_change():
            NewsPageFactory(parent=section, title="Teine")
        before = tables()

        item = delete(admin, section)
        assert item.pages_below == 2
        restore(admin, item)

        assert differing(before) == set()
        assert Page.find_problems() == ([], [], [], [], [])

    def test_an_event_with_its_dates(self, admin, event):
        before = tables()

        item = delete(admin, event)
        assert admin.get("/api/v1/occurrences?locale=et").json()["items"] == []
        restore(admin, item)

        assert len(admin.get("/api/v1/occurrences?locale=et").json()["items"]) == 1
        assert differing(before) == set()

    def test_a_snippet_with_the_rows_that_name_it(self, admin, topic, event):
        with public_change():
            below = TopicFactory(name="Savi", parent=topic)
        before = tables()

        item = delete(admin, topic)
        assert not fresh(event).page_topics.exists()
        assert fresh(below).parent is None
        restore(admin, item)

        assert differing(before) == set()
        assert fresh(event).page_topics.get().topic == topic
        items = admin.get(f"/api/v1/events/{event.translation_key}?locale=et").json()
        assert [one["title"] for one in items["topics"]] == ["Käsitöö"]

    def test_a_translation_and_its_words(self, admin, news, homes, locales):
        with public_change():
            translation = targets.start(news, [locales["lv"]])[0]
            translate_all(translation, "LV {}")
            words = StringTranslation.objects.first()
            OutdatedTranslation.objects.create(translation=words, former=words.translation_of)
        before = tables()
        target = news.get_translation(locales["lv"])

        item = delete(admin, target)
        assert not Translation.objects.exists()
        restore(admin, item)

        assert differing(before) == set()
        assert StringTranslation.objects.exists()

    def test_the_source_of_a_translation(self, admin, news, locales):
        with public_change():
            translate_all(targets.start(news, [locales["lv"]])[0], "LV {}")
        before = tables()

        restore(admin, delete(admin, news))

        assert differing(before) == set()


@pytest.mark.django_db
def test_the_change_feed_tells_of_a_deletion_and_of_what_comes_back(admin, news):
    tick = Clock.objects.get().tick

    item = delete(admin, news)
    deleted = recorded_since(tick)
    tick = Clock.objects.get().tick
    restore(admin, item)

    assert ("removed", news.ref) in deleted
    assert ("created", news.ref) in recorded_since(tick)


@pytest.mark.django_db
def test_a_short_name_taken_meanwhile_is_offered_anew(admin, section, news):
    item = delete(admin, news)
    with public_change():
        NewsPageFactory(parent=section, title="Muu", slug=news.slug)

    asked = admin.get(reverse("kogu_bin:restore", args=[item.pk])).content.decode()
    response = restore(admin, item, slug=f"{news.slug}-1")

    assert f'value="{news.slug}-1"' in asked
    assert f"“{news.slug}-1” now" in response.content.decode()
    page = fresh(news)
    assert page.slug == f"{news.slug}-1"
    assert page.get_latest_revision_as_object().slug == page.slug
    assert admin.get(page.public_url()).status_code == 200


@pytest.mark.django_db
def test_a_page_whose_section_is_gone_asks_for_another(admin, homes, section, news):
    item = delete(admin, news)
    delete(admin, section)
    with public_change():
        other = NewsIndexPageFactory(parent=homes["et"], title="Teated")

    asked = admin.get(reverse("kogu_bin:restore", args=[item.pk])).content.decode()
    refused = restore(admin, item)
    restore(admin, item, parent=other.pk)

    assert "is in the bin too" in asked
    assert DeletedItem.objects.count() == 1, refused
    page = fresh(news)
    assert page.get_parent().pk == other.pk
    assert admin.get(page.public_url()).status_code == 200
    assert Page.find_problems() == ([], [], [], [], [])


@pytest.mark.django_db
def test_a_second_version_in_the_language_stands_in_the_way(admin, news, locales):
    with public_change():
        targets.start(news, [locales["lv"]])
    target = news.get_translation(locales["lv"])
    item = delete(admin, target)
    with public_change():
        targets.start(news, [locales["lv"]])

    response = restore(admin, item)

    assert "There is a version in this language again" in response.content.decode()
    assert DeletedItem.objects.filter(pk=item.pk).exists()


@pytest.mark.django_db
def test_rows_between_two_deleted_things_come_with_the_second(admin, topic, event):
    first, second = delete(admin, event), delete(admin, topic)

    restore(admin, first)
    assert not fresh(event).page_topics.exists()
    restore(admin, second)

    assert fresh(event).page_topics.get().topic == topic


@pytest.mark.django_db
def test_facts_that_changed_meanwhile_are_true_in_what_comes_back(admin, event, locales):
    with public_change():
        targets.start(event, [locales["lv"]])
    item = delete(admin, event.get_translation(locales["lv"]))
    with public_change():
        event = fresh(event)
        event.status = "cancelled"
        event.save_revision().publish()

    restore(admin, item)

    assert event.get_translation(locales["lv"]).status == "cancelled"


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
