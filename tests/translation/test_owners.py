"""A translation belongs to who began it, and so it stands in a list also without its source."""

import pytest
from django.urls import reverse

from kogu.delivery.changes import public_change
from kogu.editorial.my_drafts import MyDrafts
from kogu.translation import targets

from .conftest import translate_all


@pytest.fixture
def own(news, sections, locales, latvian):
    """A news item that the Latvian translator began, with every passage translated."""
    with public_change():
        translation = targets.start(news, [locales["lv"]], latvian)[0]
        translate_all(translation, "LV {}")
        targets.save_draft(translation, latvian)
    return translation


def titles(user):
    return [one.title for one in MyDrafts(user).drafts()]


def test_while_it_follows_its_source_it_stands_among_the_translations(own, latvian):
    assert own.get_target_instance().owner == latvian
    assert titles(latvian) == []


def test_a_version_of_its_own_is_a_draft_of_its_translator(client, own, latvian):
    client.force_login(latvian)

    client.post(reverse("wagtail_localize:stop_translation", args=[own.pk]))

    assert titles(latvian) == ["LV Tegijad kohtusid"]


def test_so_is_what_has_lost_its_source(own, news, latvian):
    with public_change():
        news.delete()

    assert titles(latvian) == ["LV Tegijad kohtusid"]


def test_a_source_keeps_its_own_owner(news, latvian, own):
    before = news.owner

    news.refresh_from_db()

    assert news.owner == before != latvian
