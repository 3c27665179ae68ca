"""What is doubtful goes on only with a reason, which its history tells; errors never do."""

import pytest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.models import PageLogEntry

from kogu.content import completeness
from kogu.content.completeness import Problem
from kogu.editorial.models import Override
from kogu.editorial.warning_overrides import warnings
from tests.editorial.news_forms import create


@pytest.fixture(autouse=True)
def doubt(monkeypatch):
    """Every news item is doubtful."""

    def doubtful(instance):
        return [Problem("summary", _("Is this so?"), is_warning=True)]

    monkeypatch.setattr(completeness, "_checks", [*completeness._checks, doubtful])


def reason_url(page, action):
    return reverse("kogu_editorial_reason", args=["home", "newspage", page.pk, action])


def give_reason(client, page, action, reason="It is so."):
    url = reason_url(page, action)
    seen = client.get(url).context["form"]["seen"].value()
    return client.post(url, {"reason": reason, "seen": seen}, follow=True)


def test_a_doubtful_page_asks_for_a_reason_before_it_is_public(client, publisher, section):
    client.force_login(publisher)

    page, response = create(client, section, "Kohe", "Kohe.", **{"action-publish": "1"})

    page.refresh_from_db()
    html = response.content.decode()
    assert not page.live
    assert "Is this so?" in html
    assert reason_url(page, "action-publish") in html


def test_with_a_reason_it_goes_on_and_its_history_tells(client, publisher, section):
    client.force_login(publisher)
    page, _response = create(client, section, "Kohe", "Kohe.", **{"action-publish": "1"})

    give_reason(client, page, "action-publish")

    page.refresh_from_db()
    kept = Override.objects.get()
    assert page.live
    assert (kept.key, kept.locale) == (page.translation_key, "et")
    assert (kept.reason, kept.user) == ("It is so.", publisher)
    assert PageLogEntry.objects.get(action="kogu.override").page_id == page.pk
    history = client.get(reverse("wagtailadmin_pages:history", args=[page.pk]))
    assert "because: It is so." in history.content.decode()


def test_an_editor_hands_in_with_a_reason_but_does_not_publish(client, editor, section):
    client.force_login(editor)
    page, _response = create(client, section, "Kohe", "Kohe.", **{"action-submit": "1"})
    assert page.current_workflow_state is None

    client.post(reason_url(page, "action-publish"), {"reason": "Mine", "seen": ""})
    assert not Override.objects.exists()

    give_reason(client, page, "action-submit")
    page.refresh_from_db()
    assert page.current_workflow_state is not None
    assert not page.live


def test_a_reason_is_needed_and_only_for_what_was_seen(client, publisher, section):
    client.force_login(publisher)
    page, _response = create(client, section, "Kohe", "Kohe.", **{"action-publish": "1"})

    give_reason(client, page, "action-publish", reason=" ")
    client.post(reason_url(page, "action-publish"), {"reason": "So", "seen": "something else"})

    page.refresh_from_db()
    assert not page.live
    assert not Override.objects.exists()


def test_an_error_is_never_set_aside(client, publisher, section):
    client.force_login(publisher)
    page, _response = create(client, section, "Tühi", "", **{"action-publish": "1"})

    response = give_reason(client, page, "action-publish")

    page.refresh_from_db()
    assert not page.live
    assert not Override.objects.exists()
    assert "no words yet" in response.content.decode()


def test_the_same_warning_is_not_asked_about_twice_in_any_language(client, publisher, section):
    from django.utils import translation

    client.force_login(publisher)
    page, _response = create(client, section, "Kohe", "Kohe.", **{"action-publish": "1"})
    give_reason(client, page, "action-publish")

    for language in ("en", "et", "pl"):
        with translation.override(language):
            assert warnings(page) == []


def test_the_editor_shows_what_is_missing(client, editor, section):
    client.force_login(editor)
    page, _response = create(client, section, "Tühi", "")

    html = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()

    assert 'data-side-panel="missing"' in html
    assert "no words yet" in html
    assert "Is this so?" in html


def test_a_new_page_is_not_asked_for_an_address_that_follows_its_title(client, editor, section):
    client.force_login(editor)

    add = reverse("wagtailadmin_pages:add", args=["home", "newspage", section.pk])
    html = client.get(add).content.decode()

    assert 'data-kogu-field="title"' in html
    assert 'data-kogu-field="slug"' not in html


def test_the_screen_that_asks_says_of_what_in_its_header(client, publisher, section):
    client.force_login(publisher)
    page, _response = create(client, section, "Kohe", "Kohe.", **{"action-publish": "1"})

    response = client.get(reason_url(page, "action-publish"))

    shown = response.context["breadcrumbs_items"][-1]
    assert (shown["label"], shown["sublabel"]) == ("In spite of warnings", "Kohe")
