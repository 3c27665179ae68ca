"""Of two translators at one passage the second is told what the first has written."""

import json

import pytest
from bs4 import BeautifulSoup
from wagtail_localize.models import SegmentOverride, StringTranslation, Translation

from kogu.delivery.changes import public_change
from kogu.translation import targets

from .conftest import user_in


def segments(client, translation):
    """All that the editor shows of a translation."""
    html = client.get(translation.get_target_instance_edit_url()).content
    editor = BeautifulSoup(html, "html.parser").find(class_="js-translation-editor")
    return json.loads(editor["data-props"])["segments"]


@pytest.fixture
def shown(client, latvian, begun):
    """The title as the editor shows it to a translator."""
    client.force_login(latvian)
    return segments(client, begun)[0]


@pytest.fixture
def address(client, latvian, news, sections, locales):
    """Where a button leads, as the editor shows it to a translator."""
    button = {"words_before": "", "label": "Vaata", "page": None, "url": "https://a.example/et"}
    with public_change():
        news.story = json.dumps([{"type": "call_to_action", "id": "a" * 8, "value": button}])
        news.save()
        translation = targets.start(news, [locales["lv"]])[0]
    client.force_login(latvian)
    return next(one for one in segments(client, translation) if one["type"] != "string")


def send(client, passage, words, etag=None):
    headers = {"If-Match": etag or passage["etag"]}
    kind = "application/x-www-form-urlencoded"
    return client.put(passage["editUrl"], f"value={words}", content_type=kind, headers=headers)


def written():
    return StringTranslation.objects.get(context__path="title").data


def test_words_that_nobody_changed_are_saved_again_and_again(client, shown):
    first = send(client, shown, "Viens")
    second = send(client, shown, "Divi", first["ETag"])

    assert (first.status_code, second.status_code) == (201, 200)
    assert written() == "Divi"


@pytest.mark.parametrize("marked", ['W/"{}"', '"{}-gzip"'])
def test_a_front_server_that_compresses_is_no_other_translator(client, shown, marked):
    first = send(client, shown, "Viens")

    assert send(client, shown, "Divi", marked.format(first["ETag"].strip('"'))).status_code == 200


def test_words_of_another_are_shown_before_they_are_overwritten(client, shown):
    send(client, shown, "Viens")
    client.force_login(user_in("second", "Translators: Latvian"))

    answer = send(client, shown, "Divi")

    assert answer.status_code == 412
    assert answer.content.decode() == written() == "Viens"
    assert send(client, shown, "Divi", answer["ETag"]).status_code == 200
    assert written() == "Divi"


def test_words_of_another_are_not_emptied_unseen(client, shown):
    send(client, shown, "Viens")

    answer = client.delete(shown["editUrl"], headers={"If-Match": shown["etag"]})

    assert answer.status_code == 412
    assert written() == "Viens"


def test_an_address_of_another_is_shown_before_it_is_overwritten(client, address):
    first = send(client, address, "https://a.example/lv")

    answer = send(client, address, "https://a.example/en", address["etag"])

    assert answer.status_code == 412
    assert answer.content.decode() == SegmentOverride.objects.get().data == "https://a.example/lv"
    assert answer["ETag"] == first["ETag"]
    assert send(client, address, "https://a.example/en", answer["ETag"]).status_code == 200


def test_an_address_that_was_saved_before_is_saved_again(client, address):
    send(client, address, "https://a.example/lv")
    translation = Translation.objects.get()

    now = next(one for one in segments(client, translation) if one["type"] != "string")

    assert send(client, now, "https://a.example/en").status_code == 200


def test_the_address_made_of_a_title_is_nobodys_words(client, shown, begun):
    slug = segments(client, begun)
    slug = next(one for one in slug if one.get("contentPath") == "slug")
    send(client, shown, "Virsraksts")
    assert StringTranslation.objects.get(context__path="slug").data == "virsraksts"

    assert send(client, slug, "cita-adrese").status_code == 200
    assert send(client, slug, "vel-cita").status_code == 412


def test_who_may_not_change_the_passage_reads_nothing(client, polish, shown):
    send(client, shown, "Viens")
    client.force_login(polish)

    answer = send(client, shown, "Divi")

    assert answer.status_code == 403
    assert "Viens" not in answer.content.decode()
