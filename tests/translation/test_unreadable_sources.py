"""Whoever translates reads the source, whatever rights they have on it; nobody is sent home."""

import pytest
from django.urls import reverse
from wagtail.models import PageViewRestriction

from kogu.delivery.changes import public_change
from kogu.demo.factories import TopicFactory
from kogu.translation import targets
from kogu.translation.language_status import languages_url


@pytest.fixture(params=["live", "private", "unpublished"])
def unreadable(request, begun):
    """A translation whose source its translator may not edit, and not always read."""
    page = begun.source.get_source_instance()
    with public_change():
        if request.param == "private":
            PageViewRestriction.objects.create(page=page.get_parent(), restriction_type="login")
        elif request.param == "unpublished":
            page.unpublish()
    return begun


def test_the_editor_leads_to_the_source(client, latvian, unreadable):
    client.force_login(latvian)

    html = client.get(unreadable.get_target_instance_edit_url()).content.decode()

    address = reverse("kogu_translation:source", args=[unreadable.pk])
    assert f'<a href="{address}">' in html
    assert f'href="{unreadable.source.get_source_instance_edit_url()}"' not in html
    shown = client.get(address)
    assert shown.status_code == 200
    assert "Tegijad kohtusid" in shown.content.decode()


def test_new_words_are_brought_in_without_a_look_at_the_source(client, latvian, unreadable):
    client.force_login(latvian)
    address = reverse("wagtail_localize:update_translations", args=[unreadable.source_id])

    for answer in (client.get(address, follow=True), client.post(address, follow=True)):
        assert answer.status_code == 200
        assert answer.request["PATH_INFO"] != reverse("wagtailadmin_home")


def test_its_languages_are_told_to_who_translates_it(client, latvian, unreadable):
    client.force_login(latvian)
    source = unreadable.source.get_source_instance()

    for instance in (source, unreadable.get_target_instance()):
        assert client.get(languages_url(instance)).status_code == 200


def test_a_source_is_not_shown_to_translators_of_other_languages(client, polish, unreadable):
    client.force_login(polish)

    answer = client.get(reverse("kogu_translation:source", args=[unreadable.pk]))

    assert answer.status_code == 302


def test_a_source_that_has_no_preview_is_named_without_a_link(client, latvian, locales, homes):
    with public_change():
        begun = targets.start(TopicFactory(name="Puidutöö"), [locales["lv"]])[0]
    client.force_login(latvian)

    html = client.get(begun.get_target_instance_edit_url()).content.decode()

    assert f'href="{begun.source.get_source_instance_edit_url()}"' not in html
