"""One item's words never break what others share, however they came into the database."""

import io
import json
import re
from xml.etree import ElementTree

import pytest
from django import forms
from django.apps import apps
from django.core.mail import EmailMultiAlternatives
from django.db import DataError, connection, models
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from wagtail.fields import StreamField

from directory.models import Topic
from home.models import NewsPage
from kogu.content import kinds
from kogu.content.models import Card
from kogu.delivery import tick_cache
from kogu.delivery.changes import public_change
from kogu.delivery.mail import _stored, deliver
from kogu.delivery.models import Outbox
from kogu.demo.factories import AdministratorFactory
from kogu.language.characters import clean, clean_all, clean_json
from tests.api.conftest import one_of_every_kind, scenario  # noqa: F401 fixtures

UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
HOSTILE = "Laat\x0bja\x00 \x01\x1b\x7f\ufffe\uffffturg"
CLEAN = "Laat ja turg"


def text_fields():
    """Every field of every model in which words are stored."""
    kinds_of_text = (models.CharField, models.TextField, models.JSONField, StreamField)
    return [
        pytest.param(field, id=f"{model._meta.label}.{field.name}")
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.concrete_fields
        if isinstance(field, kinds_of_text) and field.model is model
    ]


@pytest.mark.parametrize("field", text_fields())
def test_no_field_of_any_model_stores_what_xml_cannot_carry(field):
    if isinstance(field, models.JSONField):
        assert field.get_prep_value({"a": [HOSTILE]}) == {"a": [CLEAN]}
    elif isinstance(field, StreamField):
        block = {"type": "quote", "value": {"text": HOSTILE, "attribution": "\ud800"}, "id": "1"}
        stored = json.dumps(field.get_prep_value(field.to_python([block])))
        assert "\\u0" not in stored
        assert "\\ud8" not in stored
    else:
        # Codes are stored in capitals.
        assert field.get_prep_value(HOSTILE).casefold() == CLEAN.casefold()


def test_no_field_of_any_form_takes_what_cannot_be_stored():
    assert forms.CharField().clean(HOSTILE) == CLEAN
    for field in (forms.SlugField(), forms.EmailField(), forms.URLField()):
        typed = {forms.EmailField: "a@a.example", forms.URLField: "https://a.example/"}
        good = typed.get(type(field), "laat")
        assert field.clean(f"{good}\x00\x0b\ud800") == good


@pytest.mark.parametrize("kept", ["õ\u200f\u202e\t\n\r", "😀", "e\u0301", "", "\\u000b"])
def test_every_other_character_stays(kept):
    assert clean(kept) == kept
    assert clean_all({kept: (kept, [kept, 1, None])}) == {kept: (kept, [kept, 1, None])}
    assert json.loads(clean_json(json.dumps([kept]))) == [kept]


@pytest.mark.parametrize("broken", ["Laat\nja turg", "Laat\r\nja turg", "Laat\u2028ja turg"])
def test_a_field_of_one_line_holds_one(broken):
    assert forms.CharField().clean(broken) == CLEAN
    assert forms.CharField(widget=forms.Textarea).clean(broken) == broken


def test_bulk_writes_and_updates_are_cleaned_too(homes):
    with public_change():
        row = {"locale": homes["et"].locale, "live": True}
        Topic.objects.bulk_create([Topic(name=HOSTILE, slug="laat", **row)])
        made = Topic.objects.get(name=HOSTILE)
        assert made.name == CLEAN
        Topic.objects.update(description=HOSTILE)

    assert Topic.objects.get().description == CLEAN


def test_a_draft_with_hostile_words_is_published_clean(section, client):
    part = {"type": "quote", "value": {"text": HOSTILE, "attribution": "\udfff", "role": ""}}
    with public_change():
        page = section.add_child(
            instance=NewsPage(title=HOSTILE, slug="laat", locale=section.locale, live=False)
        )
        page.story = json.dumps([part])
        page.save_revision().publish()

    page = NewsPage.objects.get(pk=page.pk)
    assert page.title == CLEAN
    assert page.story[0].value["text"] == CLEAN
    assert page.get_latest_revision_as_object().story[0].value["attribution"] == ""
    assert client.get("/et/feed/").status_code == 200


# What else than words a field must hold for its row to be found at all.
NOT_WORDS = {
    *("id", "slug", "path", "url", "url_path", "kind", "locale", "content_type", "time_zone"),
    *("status", "public_id", "file", "file_hash", "currency", "sort_key", "code", "position"),
    "event_kind",
}


def _words_of(model):
    """Columns of a model in which somebody's words stand."""
    together = {name for names in model._meta.total_unique_constraints for name in names.fields}
    for field in model._meta.local_concrete_fields:
        if field.name in NOT_WORDS | together | {"relation", "role"}:
            continue
        is_text = isinstance(field, models.CharField | models.TextField)
        if is_text and not field.choices and not field.unique:
            yield field


def _told():
    """Every model whose rows readers see."""
    parts = {"base", "home", "events", "directory", "media", "wagtailcore"}
    names = re.compile(
        "Relation|Redirect|Revision|Log|Workflow|Task|Locale|Site$|Collection|Group|Comment|Refer"
    )
    for model in apps.get_models():
        if model._meta.app_label in parts and not names.search(model.__name__):
            yield model


def _spoil(words, placeholder="%s"):
    """Writes the words into every column, past every filter."""
    if connection.vendor == "postgresql":
        words = words.replace("\x00", "")
    with public_change(), connection.cursor() as cursor:
        for model in _told():
            quoted = connection.ops.quote_name
            for field in _words_of(model):
                cursor.execute(
                    f"UPDATE {quoted(model._meta.db_table)} "
                    f"SET {quoted(field.column)} = {placeholder}",
                    [words[: field.max_length or 100]],
                )
    tick_cache.clear()


def _shared():
    """Every address at which many items answer together."""
    yield from ("/sitemap.xml", "/sitemap-1.xml", "/robots.txt", "/en/", "/en/feed/")
    for card in Card.objects.filter(locale="en").exclude(url=""):
        yield card.url
        if card.kind in {"news_index", "event_index", "topic"}:
            yield f"{card.url}feed/"
        if card.kind in {"event", "event_index"}:
            yield f"{card.url}calendar.ics"
    for resource in ("news", "events", "occurrences", "pages", "organisations", "people"):
        yield f"/api/v1/{resource}?locale=en"
    for resource in ("projects", "programmes", "clusters", "topics", "places", "strategies"):
        yield f"/api/v1/{resource}?locale=en"
    yield from ("/api/v1/settings?locale=en", "/api/v1/navigation?locale=en")


def _readable(response):
    assert response.status_code == 200, response.request["PATH_INFO"]
    text = response.content.decode()
    kind = response["Content-Type"]
    if "html" not in kind:
        assert not UNFIT.search(text)
    if "xml" in kind:
        ElementTree.fromstring(response.content)  # noqa: S314 our own answer
    if "json" in kind:
        assert clean_all(response.json()) == response.json()
    for graph in re.findall(r'ld\+json">(.*?)</script>', text, re.DOTALL):
        assert clean_all(json.loads(graph)) == json.loads(graph)


ODD = "\x00\x01\x08\x0b\x0c\x0e\x1f\x7f\ufffe\uffff\u202e\u200f\u2066😀<>&\"';:,\\\n\r\t]]>{%}"


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(words=st.text(st.sampled_from(ODD) | st.characters(codec="utf-8"), min_size=1, max_size=12))
def test_whatever_is_stored_what_many_share_answers(client, scenario, words):
    addresses = list(_shared())
    _spoil(words)

    for address in addresses:
        _readable(client.get(address))


def test_bytes_that_are_no_text_take_nothing_down(client, scenario):
    half_a_letter = b"Laat \xed\xa0\x80 ja \xff turg"
    if connection.vendor == "postgresql":  # which stores none
        with pytest.raises(DataError):
            _spoil(
                half_a_letter.decode("latin-1"), "convert_from(convert_to(%s, 'LATIN1'), 'UTF8')"
            )
        return
    addresses = list(_shared())
    _spoil(half_a_letter, "CAST(%s AS TEXT)")

    for address in addresses:
        _readable(client.get(address))
    assert "Laat " in client.get("/en/feed/").content.decode()


@pytest.mark.parametrize(("bad", "good"), [("event", "news"), ("news", "event")])
@pytest.mark.parametrize("field", ["time_zone", "facts", "url"])
def test_one_row_that_cannot_be_shown_takes_nothing_down(client, scenario, field, bad, good):
    addresses = list(_shared())
    other_url = Card.objects.get(kind=good, locale="en").url
    other = {"time_zone": "Mars/Olympus", "facts": '{"kind": "unheard of"}', "url": "/\x0b\ufffe/"}[
        field
    ]
    with public_change(), connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE base_card SET {field} = %s WHERE kind IN (%s, 'person')", [other, bad]
        )
    tick_cache.clear()

    for address in addresses:
        response = client.get(address)
        if field != "url" or response.status_code != 404:
            _readable(response)
    for address in ("/en/", "/sitemap-1.xml", f"/api/v1/{good}{'s' * (good == 'event')}?locale=en"):
        assert other_url in client.get(address).content.decode(), address


def test_halves_of_letters_in_a_stored_story_are_not_read(client, news):
    half = "" if connection.vendor == "postgresql" else "\\ud800"  # which refuses them itself
    value = f'{{"text": "a{half}b\\u000bc", "attribution": "x"}}'
    story = f'[{{"type": "quote", "value": {value}}}]'
    with public_change(), connection.cursor() as cursor:
        cursor.execute("UPDATE home_newspage SET story = %s", [story])
    tick_cache.clear()

    html = client.get(news.public_url()).content.decode()

    assert "ab c" in html
    _readable(client.get("/api/v1/news?locale=et"))


@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("wagtailadmin_reports:aging_pages", "export=xlsx"),
        ("wagtailadmin_reports:site_history", "export=xlsx"),
        ("wagtailadmin_reports:site_history", "export=csv"),
    ],
)
def test_an_export_carries_no_hostile_words(client, news, name, query):
    client.force_login(AdministratorFactory())
    with public_change(), connection.cursor() as cursor:
        words = HOSTILE.replace("\x00", "").replace("\ud800", "")
        cursor.execute("UPDATE wagtailcore_page SET title = %s, draft_title = %s", [words] * 2)
        cursor.execute("UPDATE wagtailcore_pagelogentry SET label = %s", [words])
    tick_cache.clear()

    answer = client.get(f"{reverse(name)}?{query}")

    content = b"".join(answer.streaming_content)
    if query.endswith("xlsx"):
        rows = load_workbook(io.BytesIO(content)).active.values
        text = "\n".join(str(cell) for row in rows for cell in row)
    else:
        text = content.decode()
    assert answer.status_code == 200
    assert len(text.splitlines()) > 1
    assert not UNFIT.search(text)


def test_a_mail_carries_no_hostile_words(db, mailoutbox):
    mail = EmailMultiAlternatives(f"Kiri: {HOSTILE}", HOSTILE, to=["b@b.example"])
    mail.attach_alternative(f"<p>{HOSTILE}</p>", "text/html")
    stored = _stored(mail)
    deliver(Outbox(kind="mail", payload=stored))

    sent = mailoutbox[0]
    assert (sent.subject, sent.body) == (f"Kiri: {CLEAN}", CLEAN)
    assert sent.alternatives[0].content == f"<p>{CLEAN}</p>"


def test_kinds_are_all_told():
    assert set(kinds.models_by_kind().values()) <= set(_told())
