"""A translator changes and submits one language, and nothing of another."""

from urllib.parse import urlencode

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail_localize.models import StringSegment, StringTranslation

from home.models import NewsPage
from kogu.content.models import SiteText
from kogu.delivery.changes import public_change

from .conftest import translate_all, update_source, user_in


@pytest.fixture
def target(news, begun):
    return NewsPage.objects.get(translation_key=news.translation_key, locale__language_code="lv")


def addresses(translation, target):
    segment = StringSegment.objects.filter(source=translation.source).first()
    return {
        "save": reverse("kogu_translation:save", args=[translation.pk]),
        "submit": reverse("kogu_submit:submit", args=[translation.pk]),
        "publish": reverse("kogu_submit:publish", args=[translation.pk]),
        "stop": reverse("wagtail_localize:stop_translation", args=[translation.pk]),
        "update": reverse("wagtail_localize:update_translations", args=[translation.source.pk]),
        "po": reverse("wagtail_localize:upload_pofile", args=[translation.pk]),
        "machine": reverse("wagtail_localize:machine_translate", args=[translation.pk]),
        "edit": reverse("wagtailadmin_pages:edit", args=[target.pk]),
        "unpublish": reverse("wagtailadmin_pages:unpublish", args=[target.pk]),
        "delete": reverse("wagtailadmin_pages:delete", args=[target.pk]),
    }, reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk])


@pytest.mark.parametrize(
    "action",
    ["save", "submit", "publish", "stop", "update", "po", "machine", "edit", "unpublish", "delete"],
)
def test_another_languages_translator_changes_nothing(client, polish, begun, target, action):
    client.force_login(polish)
    urls, _string = addresses(begun, target)
    before = list(NewsPage.objects.order_by("pk").values())

    response = client.post(urls[action], {"action-publish": "1", "title": "Mine"})

    assert response.status_code in {302, 403, 404}
    assert list(NewsPage.objects.order_by("pk").values()) == before
    begun.refresh_from_db()
    assert begun.enabled


def test_another_languages_translator_writes_no_words(client, polish, latvian, begun, target):
    _urls, string = addresses(begun, target)
    words = urlencode({"value": "Mani vārdi"})

    client.force_login(polish)
    refused = client.put(string, words, content_type="application/x-www-form-urlencoded")
    assert refused.status_code in {302, 403}
    assert not StringTranslation.objects.exists()

    client.force_login(latvian)
    allowed = client.put(string, words, content_type="application/x-www-form-urlencoded")
    assert allowed.status_code == 201
    assert StringTranslation.objects.filter(data="Mani vārdi").count() == 1


def test_a_translator_publishes_nothing_even_in_their_language(client, latvian, begun, target):
    client.force_login(latvian)
    urls, _string = addresses(begun, target)

    client.post(urls["publish"])

    target.refresh_from_db()
    assert not target.live


def test_a_translator_begins_only_their_language(client, polish, news, sections, locales):
    client.force_login(polish)
    url = reverse("wagtail_localize:submit_page_translation", args=[news.pk])

    client.post(url, {"locales": [locales["lv"].pk]})
    assert not NewsPage.objects.filter(locale=locales["lv"]).exists()

    client.post(url, {"locales": [locales["pl"].pk]})
    assert NewsPage.objects.filter(locale=locales["pl"], live=False).exists()


def test_snippets_are_limited_to_a_language_too(client, polish, homes, locales):
    with public_change():
        words = SiteText.objects.create(site_name="Kogu", locale=locales["lv"], live=False)
    client.force_login(polish)
    url = reverse("wagtailsnippets_base_sitetext:edit", args=[words.pk])

    response = client.post(url, {"site_name": "Cudze"})

    words.refresh_from_db()
    assert response.status_code in {302, 403}
    assert words.site_name == "Kogu"
    assert words.get_latest_revision() is None


def test_a_running_review_is_not_cancelled_by_a_translation(client, admin_client, begun, target):
    translate_all(begun, "LV {}")
    admin_client.post(reverse("kogu_submit:submit", args=[begun.pk]))
    target.refresh_from_db()
    state = target.current_workflow_state
    assert state is not None

    for action in ("translation:save", "submit:submit", "submit:publish"):
        admin_client.post(reverse(f"kogu_{action}", args=[begun.pk]))
    with public_change():
        update_source(begun.source)

    state.refresh_from_db()
    assert state.status == state.STATUS_IN_PROGRESS
    target.refresh_from_db()
    assert not target.live


def test_who_may_not_publish_a_translation_any_more_has_saved_its_draft(
    client, latvian, begun, target
):
    translate_all(begun, "LV {}")
    client.force_login(latvian)

    answer = client.post(reverse("kogu_submit:publish", args=[begun.pk]), follow=True)

    assert answer.status_code == 200
    assert "The draft is saved. You may not" in answer.content.decode()
    target.refresh_from_db()
    assert not target.live
    assert target.get_latest_revision_as_object().title.startswith("LV ")


@pytest.mark.parametrize(
    ("name", "of"),
    [
        ("kogu_submit:submit", "pk"),
        ("kogu_submit:publish", "pk"),
        ("kogu_translation:save", "pk"),
        ("wagtail_localize:update_translations", "source_id"),
    ],
)
def test_a_translation_that_somebody_locked_is_left_alone(client, latvian, begun, target, name, of):
    translate_all(begun, "LV {}")
    with public_change():
        target.locked, target.locked_by = True, user_in("editor", "Editors")
        target.save(update_fields=["locked", "locked_by"])
    before = target.latest_revision_id
    client.force_login(latvian)

    answer = client.post(reverse(name, args=[getattr(begun, of)]), follow=True)

    assert "locked" in answer.content.decode()
    target.refresh_from_db()
    assert target.latest_revision_id == before
    assert target.current_workflow_state is None


HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=%s\\n"\n\n'


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not a PO file",
        b"\x00\xff\xfe",
        (HEADER % "UTF-8").encode(),
        (HEADER % "no-such").encode(),
        b'msgid "a"\nmsgstr "b"\n',
        None,
    ],
)
def test_a_file_that_is_no_translation_is_refused_in_words(client, latvian, begun, content):
    client.force_login(latvian)
    url = reverse("wagtail_localize:upload_pofile", args=[begun.pk])
    sent = {} if content is None else {"file": SimpleUploadedFile("lv.po", content)}

    response = client.post(url, sent, follow=True)

    assert response.status_code == 200
    assert "Please upload a valid PO file." in response.content.decode()
    assert not StringTranslation.objects.exists()
