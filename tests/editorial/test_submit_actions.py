"""An editor submits, a reviewer approves, readers read; a refusal loses nothing."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.models import (
    GroupPagePermission,
)

from home.models import NewsPage
from kogu.content.completeness import problems
from kogu.demo.factories import NewsPageFactory, fresh
from tests.editorial.news_forms import create, form


def test_a_draft_saves_whatever_is_missing(client, editor, section):
    client.force_login(editor)

    page, _response = create(client, section, "Pooleli", "")

    assert page is not None
    assert not page.live


@pytest.mark.parametrize(
    ("typed", "becomes"),
    [("tegijad-kohtusid", "tegijad-kohtusid-1"), ("", "tegijad-kohtusid-tana")],
)
def test_no_address_stops_a_draft(client, editor, section, news, typed, becomes):
    client.force_login(editor)
    url = reverse("wagtailadmin_pages:add", args=["home", "newspage", section.pk])
    data = {**form("Tegijad kohtusid täna", "Vana lugu, uus aasta."), "slug": typed}

    client.post(url, data)
    page = NewsPage.objects.get(title="Tegijad kohtusid täna")
    client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)

    assert page.slug == becomes
    assert page.get_latest_revision_as_object().slug == becomes


def test_a_page_that_readers_know_keeps_its_address(client, publisher, news, section):
    other = NewsPageFactory(parent=section, title="Teine")
    client.force_login(publisher)
    data = {**form("Teine", "Vana lugu."), "slug": news.slug}

    client.post(reverse("wagtailadmin_pages:edit", args=[other.pk]), data)
    draft = fresh(other).get_latest_revision_as_object()

    assert draft.slug == other.slug
    assert draft.as_typed == {"slug": news.slug}
    assert "slug" in {problem.field for problem in problems(draft)}
    assert other.get_latest_revision_as_object().slug == "teine"


def test_what_is_missing_names_its_field(client, editor, section):
    client.force_login(editor)

    _page, response = create(client, section, "Pooleli", "", **{"action-submit": "1"})

    named = '<span data-kogu-field="story">Story</span>'
    assert response.content.decode().count(named) == 2  # above the form, and beside it


def test_a_refused_submission_keeps_the_draft_and_says_what_is_missing(client, editor, section):
    client.force_login(editor)

    page, response = create(client, section, "Pooleli", "", **{"action-submit": "1"})

    assert page.get_latest_revision_as_object().title == "Pooleli"
    assert page.current_workflow_state is None
    assert "no words yet" in response.content.decode()


def test_a_refused_publication_keeps_what_was_written(client, publisher, news):
    client.force_login(publisher)
    url = reverse("wagtailadmin_pages:edit", args=[news.pk])
    data = form("Tegijad kohtusid uuesti", "", **{"action-publish": "1"})

    response = client.post(url, {**data, "slug": news.slug}, follow=True)

    news.refresh_from_db()
    assert news.title == "Tegijad kohtusid"
    assert news.get_latest_revision_as_object().title == "Tegijad kohtusid uuesti"
    assert "no words yet" in response.content.decode()


def test_a_section_may_be_published_by_its_editors(client, editor, section):
    right = Permission.objects.get(codename="publish_page", content_type__app_label="wagtailcore")
    GroupPagePermission.objects.create(
        group=Group.objects.get(user=editor), page=section, permission=right
    )
    client.force_login(editor)

    page, _response = create(client, section, "Uus asi", "Sõnad.", **{"action-publish": "1"})

    assert page.live


def test_an_editor_does_not_publish(client, editor, section):
    client.force_login(editor)

    page, answer = create(client, section, "Kohe", "Kohe välja.", **{"action-publish": "1"})

    assert not page.live
    assert "You may not submit or publish it" in answer.content.decode()


def test_a_publishing_editor_publishes_at_once(client, publisher, section):
    client.force_login(publisher)

    page, _response = create(client, section, "Kohe", "Kohe välja.", **{"action-publish": "1"})

    page.refresh_from_db()
    assert page.live
    client.logout()
    assert client.get(page.public_url()).status_code == 200


def test_what_is_set_for_later_is_not_called_published(client, publisher, section):
    client.force_login(publisher)
    later = {"go_live_at": "2099-12-01 08:00", "action-publish": "yes"}

    page, response = create(client, section, "Hiljem", "Jõgi tõuseb.", **later)

    said = [str(message).strip() for message in response.context["messages"]]
    assert "“Hiljem” will be published at the moment you set." in said
    assert "“Hiljem” is published." not in said
    assert not page.live
