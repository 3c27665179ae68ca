"""A PO file that is brought back says of every entry what became of it."""

import polib
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.rich_text import RichText
from wagtail_localize.models import StringTranslation

from home.models import NewsPage
from kogu.delivery.changes import public_change
from kogu.translation.progress import progress

from .conftest import translate_all, update_source


@pytest.fixture
def translator(client, latvian):
    """A browser of somebody who translates into Latvian."""
    client.force_login(latvian)
    return client


def downloaded(translator, translation):
    address = reverse("wagtail_localize:download_pofile", args=[translation.pk])
    return polib.pofile(translator.get(address).content.decode())


def uploaded(translator, translation, po):
    file = SimpleUploadedFile("lv.po", str(po).encode())
    address = reverse("wagtail_localize:upload_pofile", args=[translation.pk])
    answer = translator.post(address, {"file": file}, follow=True)
    return [str(message) for message in answer.context["messages"]]


def entry_of(po, path):
    return next(entry for entry in po if entry.msgctxt == path)


def change_title(translation, words):
    with public_change():
        page = NewsPage.objects.get(pk=translation.source.get_source_instance().pk)
        page.title = words
        page.save_revision().publish()
        update_source(translation.source)


def test_what_is_new_is_applied_and_counted(translator, begun):
    po = downloaded(translator, begun)
    for entry in po:
        entry.msgstr = f"LV {entry.msgid}"

    said = uploaded(translator, begun, po)

    assert said == [f"{len(po)} entries were applied."]
    assert progress(begun).unwritten == []


def test_every_entry_that_is_ignored_has_its_reason(translator, begun):
    translate_all(begun, "LV {}")
    po = downloaded(translator, begun)
    paths = [entry.msgctxt for entry in po if entry.msgctxt not in {"title", "slug"}]
    entry_of(po, "title").msgstr = "Cits"
    po.append(polib.POEntry(msgid=entry_of(po, "title").msgid, msgctxt="title", msgstr="Vēl cits"))
    po.append(polib.POEntry(msgid="Svešs", msgctxt="title", msgstr="Citur"))
    entry_of(po, "slug").msgstr = ""
    fuzzy = entry_of(po, paths[0])
    fuzzy.msgstr, fuzzy.flags = "Varbūt", ["fuzzy"]

    said = uploaded(translator, begun, po)

    assert said[0] == "1 entry was applied."
    assert said[1] == f"{len(po) - 1} entries were ignored:"
    assert "A later entry of the same passage was taken (1): “Cits”" in said
    assert "Not of this translation (1): “Citur”" in said
    assert any(one.startswith("Not translated in the file (1): ") for one in said)
    assert "Marked as fuzzy in the file (1): “Varbūt”" in said
    assert f"Translated so already ({len(paths) - 1})" in said
    assert StringTranslation.objects.filter(data="Vēl cits").exists()


def test_an_entry_of_former_words_is_told_so(translator, begun):
    translate_all(begun, "LV {}")
    po = downloaded(translator, begun)
    change_title(begun, "Tegijad kohtusid taas")

    said = uploaded(translator, begun, po)

    assert "No longer in the source (1): “LV Tegijad kohtusid”" in said
    again = uploaded(translator, begun, downloaded(translator, begun))
    assert not any("No longer" in one for one in again), "what the file keeps by itself"


def test_an_entry_that_does_not_fit_is_refused_with_its_reason(translator, begun):
    po = downloaded(translator, begun)
    entry_of(po, "title").msgstr = "x" * 300

    said = uploaded(translator, begun, po)

    assert said[0] == "0 entries were applied."
    assert "1 entry does not fit. It is kept beside its passage:" in said
    assert "255" in said[-1]
    assert uploaded(translator, begun, po) == said


def test_an_entry_that_has_lost_a_link_is_applied_and_told(translator, begun):
    with public_change():
        page = NewsPage.objects.get(pk=begun.source.get_source_instance().pk)
        text = '<p>Loe <a href="https://example.org/kava">kavast</a>.</p>'
        page.story = [("rich_text", {"text": RichText(text)})]
        page.save_revision().publish()
        update_source(begun.source)
    translate_all(begun, "LV {}")
    po = downloaded(translator, begun)
    entry = next(one for one in po if "<a " in one.msgid)
    entry.msgstr = "Lasi plānu."

    said = uploaded(translator, begun, po)

    assert said[0] == "1 entry was applied."
    assert said[-1].endswith("“Lasi plānu.” has lost a link of the source: “kavast”")
    assert "lost a link" not in " ".join(uploaded(translator, begun, po)), "it is ignored now"


def test_what_needs_review_is_fuzzy_until_its_mark_is_taken_away(translator, begun):
    translate_all(begun, "LV {}")
    change_title(begun, "Tegijad kohtusid taas")
    po = downloaded(translator, begun)
    entry = entry_of(po, "title")
    assert entry.fuzzy
    assert entry.previous_msgid == "Tegijad kohtusid"

    said = uploaded(translator, begun, po)
    assert "Marked as fuzzy in the file (1): “LV Tegijad kohtusid”" in said
    assert len(progress(begun).outdated) == 1

    entry.flags.remove("fuzzy")
    said = uploaded(translator, begun, po)
    assert said[0] == "1 entry was applied."
    assert progress(begun).outdated == []


def test_no_more_than_ten_of_a_kind_are_named(translator, begun):
    po = downloaded(translator, begun)
    for number in range(12):
        po.append(polib.POEntry(msgid=f"Svešs {number}", msgctxt="title", msgstr=f"Cits {number}"))

    said = uploaded(translator, begun, po)

    told = next(one for one in said if one.startswith("Not of this translation (12): "))
    assert told.endswith("“Cits 9” and 2 more")
