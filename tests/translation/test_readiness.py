"""Words that were never translated do not go live, whichever way it is tried."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.models import Page

from home.models import NewsPage
from kogu.content.completeness import Incomplete
from kogu.content.models import Card
from kogu.delivery.changes import public_change
from kogu.translation import targets

from .conftest import translate_all, update_source


def lv_row(news):
    return NewsPage.objects.get(translation_key=news.translation_key, locale__language_code="lv")


def test_beginning_a_translation_publishes_nothing(client, news, begun):
    target = lv_row(news)

    assert not target.live
    assert client.get(target.public_url()).status_code == 404
    assert client.get("/api/v1/news?locale=lv").json()["total"] == 0


def test_an_untranslated_draft_cannot_be_published_by_code(news, begun):
    revision = lv_row(news).get_latest_revision()

    with pytest.raises(Incomplete), public_change():
        revision.publish()

    assert not lv_row(news).live


def test_an_untranslated_draft_cannot_be_published_by_its_button(admin_client, news, begun):
    response = admin_client.post(reverse("kogu_submit:publish", args=[begun.pk]), follow=True)

    assert not lv_row(news).live
    assert "not translated" in response.content.decode()


def test_the_stock_button_leads_the_same_way(admin_client, news, begun):
    admin_client.post(
        reverse("wagtailadmin_pages:edit", args=[lv_row(news).pk]), {"action": "publish"}
    )

    assert not lv_row(news).live


def test_an_untranslated_draft_is_not_handed_in(client, latvian, news, begun):
    client.force_login(latvian)

    client.post(reverse("kogu_submit:submit", args=[begun.pk]))

    assert lv_row(news).current_workflow_state is None


def test_a_translated_draft_goes_through_review_to_the_page(client, latvian, reviewer, news, begun):
    client.force_login(latvian)
    translate_all(begun, "LV {}", latvian)

    client.post(reverse("kogu_submit:submit", args=[begun.pk]))
    state = lv_row(news).current_workflow_state
    assert state is not None
    assert not lv_row(news).live

    client.force_login(reviewer)
    client.post(
        reverse(
            "wagtailadmin_pages:workflow_action",
            args=[lv_row(news).pk, "approve", state.current_task_state.pk],
        )
    )

    target = lv_row(news)
    assert target.live
    assert target.title == "LV Tegijad kohtusid"
    client.logout()
    assert "LV Tegijad kohtusid" in client.get(target.public_url()).content.decode()


def test_new_words_at_the_source_do_not_reach_the_live_translation(news, begun):
    translate_all(begun, "LV {}")
    with public_change():
        targets.save_draft(begun).publish()
    with public_change():
        news.title = "Tegijad kohtusid taas"
        news.save_revision().publish()
        update_source(begun.source)

    assert lv_row(news).title == "LV Tegijad kohtusid"
    assert Card.objects.get(key=news.translation_key, locale="lv").title == "LV Tegijad kohtusid"
    with pytest.raises(Incomplete), public_change():
        lv_row(news).get_latest_revision().publish()


def test_aliases_are_refused(news, sections, locales):
    with pytest.raises(ValidationError), public_change():
        news.create_alias(parent=news.get_parent(), update_slug="alias")

    assert not Page.objects.filter(alias_of__isnull=False).exists()


def test_a_page_whose_parent_is_not_translated_waits(news, locales):
    with pytest.raises(targets.ParentNotTranslated), public_change():
        targets.start(news, [locales["pl"]])


def test_one_thing_has_one_source(news, begun, sections, locales):
    with pytest.raises(targets.OtherSource), public_change():
        targets.start(lv_row(news), [locales["pl"]])


def test_a_version_of_its_own_does_not_begin_with_words_of_the_source(admin_client, news, begun):
    url = reverse("wagtail_localize:stop_translation", args=[begun.pk])

    admin_client.post(url)
    begun.refresh_from_db()
    assert begun.enabled

    translate_all(begun, "LV {}")
    admin_client.post(url)
    begun.refresh_from_db()
    assert not begun.enabled
