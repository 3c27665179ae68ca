"""What was deleted is gone for everybody, and for 30 days comes back as it was."""

import pytest
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation

from kogu.delivery.changes import public_change
from kogu.delivery.models import Clock
from kogu.demo.factories import (
    NewsIndexPageFactory,
    NewsPageFactory,
    TopicFactory,
    fresh,
)
from kogu.editorial.models import DeletedItem
from kogu.translation import targets
from kogu.translation.models import OutdatedTranslation
from tests.editorial.bin.conftest import delete, restore
from tests.editorial.permission_fixtures import digest
from tests.public_write_guard import recorded_since
from tests.translation.conftest import translate_all

# Written by what was done, or made anew from the rest with other ids.
OTHERS = {
    *("base_card", "base_relation", "delivery_change", "delivery_clock", "delivery_tag"),
    *("delivery_pastaddress", "events_occurrence", "wagtailcore_pagelogentry"),
    *("wagtailcore_modellogentry", "editorial_deleteditem", "editorial_deletedrow"),
    "wagtailsearch_indexentry",
}


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
