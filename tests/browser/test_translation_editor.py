"""What a translator writes reaches the server, or stays where it was written with the reason."""

import re

import pytest

from . import admin
from .barriers import grave
from .conftest import PASSWORD
from .drafts import (
    BAR,
    OFFER,
    drafts,
    end_session,
    restore,
    sign_in_on_the_spot,
    wait_for_draft,
    wait_until,
)

SOURCE = "Piirirongi uus sõiduplaan on arutelul"
PASSAGE = ".js-translation-editor h3 + ul > li"
SAVES = "**/localize/translate/*/strings/*/edit/"


@pytest.fixture(scope="module")
def address(browser, demo_site):
    """Where a news item is translated into Polish, begun for these journeys."""
    context = browser.new_context(base_url=demo_site, locale="en")
    page = context.new_page()
    page.goto("/admin/login/")
    page.fill("input[name=username]", "translator-pl")
    page.fill("input[name=password]", PASSWORD)
    page.click("button[type=submit]")
    page.wait_for_url("**/admin/")
    admin.begin_translation(page, SOURCE)
    yield page.url
    context.close()


@pytest.fixture
def editor(sign_in, address):
    page = sign_in("translator-pl")
    page.goto(address)
    page.wait_for_selector(PASSAGE)
    page.on("dialog", lambda dialog: dialog.accept())
    return page


def type_into(page, number, words):
    """Open a passage and write, without saving."""
    passage = page.locator(PASSAGE).nth(number)
    if not passage.locator("textarea").count():
        passage.locator("button").first.click()
    passage.locator("textarea").fill(words)
    return passage


def save(passage):
    passage.locator("button").last.click()


def wait_until_saved(page, passage):
    passage.get_by_text("Przetłumaczono ręcznie").wait_for()
    wait_until(page, "Object.keys(localStorage).every((name) => !name.startsWith('kogu-draft:'))")


def test_a_title_that_is_too_long_is_said_beside_it(editor):
    words = "Bardzo długi tytuł " * 20
    passage = type_into(editor, 0, words)

    save(passage)

    passage.get_by_text("255").wait_for()
    editor.reload()
    assert editor.locator(PASSAGE).first.get_by_text("255").is_visible()
    passage = type_into(editor, 0, "Nowy rozkład")
    save(passage)
    wait_until_saved(editor, passage)


def test_what_waits_is_counted_anew_with_every_save(editor):
    def shown():
        words = editor.locator("[data-kogu-progress]").inner_text()
        return int(re.search(r"\d+", words)[0])

    before = shown()
    passage = editor.locator(f"{admin.WAITING}:visible").first.element_handle()
    number = editor.locator(PASSAGE).evaluate_all("(all, one) => all.indexOf(one)", passage)

    save(type_into(editor, number, "Liczone"))

    editor.locator("[data-kogu-progress]", has_text=re.compile(rf"\b{before - 1}\b")).wait_for()
    editor.reload()
    assert shown() == before - 1


def test_a_session_that_ends_loses_no_passage(editor):
    passage = type_into(editor, 1, "Krótkie streszczenie.")
    end_session(editor)
    save(passage)
    editor.locator(BAR).wait_for()
    wait_for_draft(editor)
    assert "streszczenie" not in editor.evaluate("JSON.stringify(localStorage)")
    assert grave(editor) == []

    sign_in_on_the_spot(editor, "translator-pl")

    wait_until_saved(editor, passage)
    editor.reload()
    assert "Krótkie streszczenie." in editor.locator(PASSAGE).nth(1).inner_text()


def test_what_was_typed_comes_back_after_a_crash(editor, address):
    type_into(editor, 2, "Podpis, jeszcze nie zapisany")
    wait_for_draft(editor)
    again = editor.context.new_page()
    editor.close(run_before_unload=False)
    again.goto(address)
    again.locator(OFFER).wait_for()

    restore(again)

    passage = again.locator(PASSAGE).nth(2)
    assert passage.locator("textarea").input_value() == "Podpis, jeszcze nie zapisany"
    again.locator(OFFER).wait_for(state="detached")
    save(passage)
    wait_until_saved(again, passage)


def test_what_was_cancelled_is_forgotten(editor):
    passage = type_into(editor, 3, "Jednak nie")
    wait_for_draft(editor)

    passage.locator("button").first.click()

    wait_until(editor, "Object.keys(localStorage).every((name) => !name.startsWith('kogu-draft:'))")
    assert "Jednak nie" not in passage.inner_text()


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (413, "za długi"),
        (429, "Odczekaj minutę"),
        (500, "błąd serwera"),
        (503, "nie może teraz zapisywać"),
        (0, "brak połączenia"),
    ],
)
def test_a_save_that_fails_is_said_and_works_again(editor, status, reason):
    words = f"Po błędzie {status}"
    editor.route(SAVES, lambda route: route.fulfill(status=status) if status else route.abort())
    passage = type_into(editor, 1, words)

    save(passage)

    passage.get_by_text(reason).wait_for()
    assert words in passage.inner_text()
    assert len(drafts(editor)) == 1
    editor.unroute(SAVES)
    passage.locator("button").first.click()
    assert passage.locator("textarea").input_value() == words
    save(passage)
    wait_until_saved(editor, passage)


def test_each_word_is_marked_with_its_language(editor):
    passage = type_into(editor, 1, "Słowa.")

    assert passage.locator("p").first.evaluate("one => one.closest('[lang]').lang") == "et"
    assert passage.locator("textarea").evaluate("one => one.closest('[lang]').lang") == "pl"


def test_two_translators_at_one_passage_overwrite_nothing_unseen(editor, sign_in, address):
    other = sign_in("administrator")
    other.goto(address)
    other.wait_for_selector(PASSAGE)
    with other.expect_response(SAVES):
        save(type_into(other, 1, "Słowa kogoś innego."))
    passage = type_into(editor, 1, "Moje słowa.")

    save(passage)

    passage.get_by_text("„Słowa kogoś innego.”").wait_for()
    assert "Moje słowa." in passage.inner_text()
    passage.locator("button").first.click()
    save(passage)
    wait_until_saved(editor, passage)
    editor.reload()
    assert "Moje słowa." in editor.locator(PASSAGE).nth(1).inner_text()


def test_a_button_waits_for_the_sign_in(editor):
    end_session(editor)
    editor.locator("form[action$='/save/'] button").click()
    editor.frame_locator("dialog iframe").locator("input[name=username]").wait_for()

    with editor.expect_navigation():
        dialog = editor.frame_locator("dialog iframe")
        dialog.locator("input[name=username]").fill("translator-pl")
        dialog.locator("input[name=password]").fill(PASSWORD)
        dialog.locator("button[type=submit]").click()

    assert editor.locator(".messages .success").count() == 1
