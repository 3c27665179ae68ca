"""A passage whose source changed keeps its translation, marked, until somebody has reviewed it."""

import json

import pytest
from django.urls import reverse
from wagtail_localize.models import StringSegment, StringTranslation

from home.models import NewsPage
from kogu.content.completeness import Incomplete, problems
from kogu.delivery.changes import public_change
from kogu.translation import targets
from kogu.translation.progress import progress

from .conftest import translate_all, update_source


def story(*paragraphs, key="6f1f7e0b-5a1c-4d5e-9a53-2f5f3b1c0001"):
    html = "".join(f"<p>{words}</p>" for words in paragraphs)
    return json.dumps([{"type": "rich_text", "value": {"text": html}, "id": key}])


def change(translation, **values):
    """Publish the source with other words, and bring them in."""
    with public_change():
        page = NewsPage.objects.get(pk=translation.source.get_source_instance().pk)
        for name, value in values.items():
            setattr(page, name, value)
        page.save_revision().publish()
        update_source(translation.source)


@pytest.fixture
def whole(begun):
    """A news item with a title and three paragraphs, translated and live."""
    change(begun, story=story("Esimene lõik.", "Teine lõik.", "Kolmas lõik on pikem."))
    translate_all(begun, "LV {}")
    with public_change():
        targets.save_draft(begun).publish()
    return begun


def shown(translation):
    """What the editor shows for every passage of the source."""
    segments = StringSegment.objects.filter(source=translation.source).order_by("order")
    segments = segments.annotate_translation(translation.target_locale, include_errors=True)
    return dict(segments.values_list("string__data", "translation"))


def counts(translation):
    found = progress(translation)
    return len(found.unwritten), len(found.outdated), len(found.refused)


def test_a_changed_title_keeps_its_translation_and_needs_review(whole):
    change(whole, title="Tegijad kohtusid taas")

    assert shown(whole)["Tegijad kohtusid taas"] == "LV Tegijad kohtusid"
    assert counts(whole) == (0, 1, 0)
    written = StringTranslation.objects.get(translation_of__data="Tegijad kohtusid taas")
    assert "Needs review" in written.get_error()
    assert "“Tegijad kohtusid”" in written.get_error()


def test_what_needs_review_does_not_go_live(whole):
    change(whole, title="Tegijad kohtusid taas")
    target = whole.get_target_instance()

    assert "needs review" in problems(target)[0].message
    with pytest.raises(Incomplete), public_change():
        target.get_latest_revision().publish()
    assert target.get_latest_revision_as_object().title == "LV Tegijad kohtusid"


def test_what_a_translator_saves_is_reviewed(client, latvian, whole):
    change(whole, title="Tegijad kohtusid taas")
    client.force_login(latvian)
    segment = StringSegment.objects.get(
        source=whole.source, string__data="Tegijad kohtusid taas", context__path="title"
    )

    address = reverse("wagtail_localize:edit_string_translation", args=[whole.pk, segment.pk])
    answer = client.put(
        address, b"value=LV+Tegijad+kohtusid", content_type="application/x-www-form-urlencoded"
    )

    assert answer.json()["error"] is None
    assert counts(whole) == (0, 0, 0)


def test_words_that_are_saved_without_their_judgement_are_reviewed_too(whole):
    change(whole, title="Tegijad kohtusid taas")

    translate_all(whole, "LV {}")

    assert counts(whole) == (0, 0, 0)
    assert shown(whole)["Tegijad kohtusid taas"] == "LV Tegijad kohtusid taas"


def test_only_the_paragraph_that_changed_needs_review(whole):
    change(whole, story=story("Esimene lõik.", "Teine lõik, mis muutus.", "Kolmas lõik on pikem."))

    assert shown(whole)["Teine lõik, mis muutus."] == "LV Teine lõik."
    assert shown(whole)["Kolmas lõik on pikem."] == "LV Kolmas lõik on pikem."
    assert counts(whole) == (0, 1, 0)


def test_a_new_paragraph_takes_no_other_translation(whole):
    change(
        whole, story=story("Päris uus.", "Esimene lõik.", "Teine lõik.", "Kolmas lõik on pikem.")
    )

    assert shown(whole)["Päris uus."] is None
    assert counts(whole) == (1, 0, 0)


def test_of_several_changed_paragraphs_each_keeps_its_own(whole):
    change(whole, story=story("Päris uus.", "Kolmas lõik on pikem ja uuem."))

    assert shown(whole)["Kolmas lõik on pikem ja uuem."] == "LV Kolmas lõik on pikem."
    assert shown(whole)["Päris uus."] == "LV Esimene lõik."


def test_words_in_a_new_block_keep_their_translation_as_it_is(whole):
    words = ("Esimene lõik.", "Teine lõik.", "Kolmas lõik on pikem.")

    change(whole, story=story(*words, key="6f1f7e0b-5a1c-4d5e-9a53-2f5f3b1c0002"))

    assert shown(whole)["Teine lõik."] == "LV Teine lõik."
    assert counts(whole) == (0, 0, 0)


def test_a_source_that_changes_twice_tells_what_was_translated(whole):
    change(whole, title="Tegijad kohtusid taas")
    change(whole, title="Tegijad kohtusid veel kord")

    written = StringTranslation.objects.get(translation_of__data="Tegijad kohtusid veel kord")
    assert written.data == "LV Tegijad kohtusid"
    assert "“Tegijad kohtusid”" in written.get_error()


def test_an_address_needs_no_review(whole):
    change(whole, slug="teine-aadress")

    assert counts(whole) == (0, 0, 0)
    target = whole.get_target_instance()
    assert target.get_latest_revision_as_object().slug == target.slug


def test_words_emptied_at_the_source_are_empty_once_the_translation_is_published(whole):
    change(whole, summary="Kokkuvõte.")
    translate_all(whole, "LV {}")
    with public_change():
        targets.save_draft(whole).publish()
    assert whole.get_target_instance().summary == "LV Kokkuvõte."

    change(whole, summary="")
    assert whole.get_target_instance().summary == "LV Kokkuvõte."
    with public_change():
        whole.get_target_instance().get_latest_revision().publish()

    assert whole.get_target_instance().summary == ""
