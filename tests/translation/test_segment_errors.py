"""What a translator writes is kept; what does not fit its field is said there, and stays out."""

import json
from urllib.parse import urlencode

import polib
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import ngettext_lazy, override
from wagtail.models import Page
from wagtail.users.models import UserProfile
from wagtail_localize.models import (
    OverridableSegment,
    SegmentOverride,
    StringSegment,
    StringTranslation,
)

from kogu.delivery.changes import public_change
from kogu.translation import po_files, targets
from kogu.translation.readiness import translation_problems

from .conftest import translate_all

TOO_LONG = (
    "Ensure this value has at most %(limit_value)d character (it has %(show_value)d).",
    "Ensure this value has at most %(limit_value)d characters (it has %(show_value)d).",
)
FORM = "application/x-www-form-urlencoded"
LONG = "Ļoti garš virsraksts " * 20


@pytest.fixture
def translator(client, latvian):
    """The translator's client."""
    client.force_login(latvian)
    return client


def put(client, translation, path, words):
    segments = StringSegment.objects.filter(context__path__startswith=path)
    segment = segments.filter(source=translation.source).order_by("order").first()
    url = reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk])
    return client.put(url, urlencode({"value": words}), content_type=FORM)


def draft_of(translation, user):
    with public_change():
        return targets.save_draft(translation, user).as_object()


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("title", LONG),
        ("title", " "),
        ("slug", "!!!"),
        ("story", "<div>Vārdi</div>"),
        ("story", '<b class="x">Vārdi</b>'),
        ("story", '<a id="a9">Vārdi</a>'),
        ("story", "<b>" * 3000 + "Vārdi"),
    ],
)
def test_what_does_not_fit_is_kept_and_said(translator, latvian, begun, path, words):
    before = draft_of(begun, latvian)

    answer = put(translator, begun, path, words)

    assert answer.status_code == 201
    assert answer.json()["data"] == words
    assert answer.json()["error"]
    assert path in [problem.field for problem in translation_problems(begun.get_target_instance())]
    assert str(getattr(draft_of(begun, latvian), path)) == str(getattr(before, path))


def test_what_is_mended_fits(translator, latvian, begun):
    put(translator, begun, "title", LONG)

    answer = put(translator, begun, "title", "Īss virsraksts")

    assert answer.json()["error"] is None
    assert draft_of(begun, latvian).title == "Īss virsraksts"


def test_what_fitted_stays_in_the_draft_until_it_is_mended(translator, latvian, begun):
    put(translator, begun, "title", "Īss virsraksts & vēl")
    target = begun.get_target_instance()
    assert Page.objects.get(pk=target.pk).draft_title == "Īss virsraksts & vēl"

    put(translator, begun, "title", LONG)

    assert Page.objects.get(pk=target.pk).draft_title == "Īss virsraksts & vēl"


@pytest.mark.parametrize("language", ["et", "lv", "pl", "en"])
def test_the_reason_is_in_the_readers_language(translator, latvian, begun, language):
    put(translator, begun, "title", LONG)
    UserProfile.objects.update_or_create(user=latvian, defaults={"preferred_language": language})

    url = reverse("wagtailadmin_pages:edit", args=[begun.get_target_instance().pk])
    (translation,) = json.loads(translator.get(url).context["props"])["initialStringTranslations"]

    with override(language):
        words = ngettext_lazy(*TOO_LONG, 255) % {"limit_value": 255, "show_value": 419}
        assert translation["error"] == str(words)


def test_a_short_name_is_shown_as_it_will_be(translator, begun):
    assert put(translator, begun, "slug", "Mans Raksts!").json()["data"] == "mans-raksts"


def progress(client, translation):
    answer = client.get(reverse("kogu_translation:progress", args=[translation.pk]))
    return " ".join(answer.content.decode().split())


def test_the_editor_counts_what_waits_now(translator, begun):
    segments = StringSegment.objects.filter(source=begun.source)
    others = segments.exclude(context__path__in=["title", "slug"]).count()
    editor = reverse("wagtailadmin_pages:edit", args=[begun.get_target_instance().pk])
    waits = "{} passages wait for their translation."

    assert progress(translator, begun) == waits.format(others + 1)
    assert waits.format(others + 1) in translator.get(editor).content.decode()

    put(translator, begun, "title", "Īss virsraksts")  # the address follows
    assert progress(translator, begun) == waits.format(others)

    put(translator, begun, "title", LONG)
    refused = "1 passage does not fit: the reason stands beside it."
    assert progress(translator, begun) == f"{waits.format(others)} {refused}"

    translate_all(begun, "LV {}")
    put(translator, begun, "title", LONG)
    assert progress(translator, begun) == refused

    put(translator, begun, "title", "Īss virsraksts")
    assert progress(translator, begun) == "Every passage is translated."


def test_an_address_waits_that_no_title_gives(translator, begun):
    put(translator, begun, "title", "!!!")

    assert "slug" in [one.context.path for one in targets.outstanding(begun)]


def test_publishing_names_the_field_and_keeps_the_words(admin_client, begun):
    translate_all(begun, "LV {}")
    put(admin_client, begun, "title", LONG)

    answer = admin_client.post(reverse("kogu_submit:publish", args=[begun.pk]), follow=True)

    said = [str(message) for message in answer.context["messages"]]
    assert any("title" in one and "255" in one for one in said)
    assert not any("not translated" in one for one in said)
    assert not begun.get_target_instance().live
    assert StringTranslation.objects.filter(data=LONG).exists()


@pytest.mark.parametrize("body", ["", "other=1"])
@pytest.mark.parametrize("kind", ["string_translation", "override"])
def test_a_request_without_a_value_is_malformed(translator, begun, kind, body):
    source = begun.source
    context = StringSegment.objects.filter(source=source).first().context
    segment = (
        OverridableSegment.objects.create(source=source, context=context, order=99, data_json='""')
        if kind == "override"
        else StringSegment.objects.filter(source=source).first()
    )
    url = reverse(f"wagtail_localize:edit_{kind}", args=[begun.pk, segment.pk])

    assert translator.put(url, body, content_type=FORM).status_code == 400


@pytest.mark.parametrize(
    ("address", "fits"),
    [
        ("https://example.org/lv/", True),
        ("/lv/zinas/", False),
        ("javascript:alert(1)", False),
        (" java\tscript:alert(1)", False),
        ("data:text/html,x", False),
        ("//example.org/", False),
        ("https://[", False),
        ("/\\evil.example/", False),
        ("https://example.org/ lv", False),
        ("https://example.org/" + "x" * 3000, False),
    ],
)
def test_a_button_leads_to_an_address(translator, news, sections, latvian, locales, address, fits):
    button = {"words_before": "", "label": "Vaata", "page": None, "url": "https://example.org/"}
    with public_change():
        news.story = json.dumps([{"type": "call_to_action", "id": "a" * 8, "value": button}])
        news.save()
        translation = targets.start(news, [locales["lv"]])[0]
    segment = OverridableSegment.objects.get(source=translation.source)
    url = reverse("wagtail_localize:edit_override", args=[translation.pk, segment.pk])
    # Once more, since a change is stored another way than what is new.
    for value in ("https://example.org/en/", address):
        answer = translator.put(url, urlencode({"value": value}), content_type=FORM)

    assert answer.json()["data"] == address
    assert bool(answer.json()["error"]) != fits
    assert SegmentOverride.objects.get().has_error != fits
    draft = draft_of(translation, latvian)
    assert (draft.story[0].value["url"] == address) == fits
    assert ("story" in [problem.field for problem in translation_problems(draft)]) != fits


def uploaded(translator, begun, text):
    file = SimpleUploadedFile("lv.po", text.encode())
    address = reverse("wagtail_localize:upload_pofile", args=[begun.pk])
    answer = translator.post(address, {"file": file}, follow=True)
    return " ".join(str(message) for message in answer.context["messages"])


def test_a_file_costs_as_much_with_many_foreign_entries_as_with_one(translator, begun):
    def cost(entries):
        po = begun.export_po()
        for number in range(entries):
            po.append(polib.POEntry(msgid=f"Foreign {number}", msgctxt="title", msgstr="Svešs"))
        with CaptureQueriesContext(connection) as queries:
            uploaded(translator, begun, str(po))
        return len(queries)

    cost(1)  # what is remembered for later
    assert cost(1) == cost(200)


def test_a_file_that_is_too_large_is_said(translator, begun, monkeypatch):
    monkeypatch.setattr(po_files, "MAX_PO_FILE", 100)

    assert "at most 100" in uploaded(translator, begun, str(begun.export_po())).replace("\xa0", " ")


def test_a_file_says_what_does_not_fit_and_what_it_left_out(translator, begun):
    po = begun.export_po()
    for entry in po:
        entry.msgstr = LONG if entry.msgctxt == "title" else "<div>Vārdi</div>"
    po.append(polib.POEntry(msgid="Elsewhere", msgctxt="title", msgstr="Citur"))
    po.append(polib.POEntry(msgid="More", msgctxt="nowhere", msgstr="Vairāk"))

    said = uploaded(translator, begun, str(po))

    assert "1 entry was applied." in said, "an address is made of whatever was written"
    assert "2 entries were ignored:" in said
    assert "Not of this translation (2): “Citur”, “Vairāk”" in said
    assert f"{len(begun.export_po()) - 1} entries do not fit." in said
    assert "255" in said
    assert "div" in said
    assert StringTranslation.objects.filter(data=LONG, has_error=True).exists()
    assert StringTranslation.objects.filter(data="<div>Vārdi</div>", has_error=True).exists()
