"""Three organisations are chosen at once, and what was copied from Word comes as blocks."""

import pytest

from tests.imports.test_paste import WORD

from . import admin

PASTE = """(element, html) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/html", html);
  const options = { clipboardData, bubbles: true, cancelable: true };
  element.dispatchEvent(new ClipboardEvent("paste", options));
}"""
KINDS = "document.getElementById('story-root').rootBlock.children.map((child) => child.type)"
ORGANISATIONS = ["Haanja Toiduring", "Mustjõe Puidukoda", "Piusa Savikoda"]


@pytest.fixture
def begun(sign_in):
    """An editor before a new item with a title."""
    page = sign_in("editor")
    page.complaints = admin.complaints(page)
    page.goto(f"/admin/pages/add/home/newspage/{admin.news_section(page)}/")
    page.fill("#id_title", "Kolm töökoda")
    return page


def test_three_relations_at_once_and_a_fragment_of_word(begun):
    admin.open_tab(begun, 1)
    before = begun.locator("[id^=id_page_organisations-][id$=-organisation-chooser]").count()
    admin.choose_several(begun, "page_organisations", *ORGANISATIONS)
    titles = begun.locator("[id^=id_page_organisations-][id$=-chooser]:not(.blank) .chooser__title")
    assert titles.all_inner_texts()[before:] == ORGANISATIONS
    row = begun.locator(f"#inline_child_page_organisations-{before + 1} [data-panel-heading]")
    words = " ".join(row.text_content().split())
    assert words.startswith(f"Organisatsioon {before + 2} {ORGANISATIONS[1]}")

    begun.locator("#id_page_organisations-OPEN_MODAL").click()
    begun.get_by_role("dialog", name="Vali Organisatsioon").wait_for()
    search = begun.locator(f"{admin.MODAL} input[name=q]")
    for title in ("Koiva Raudtee Selts", "Smiltene Ideemaja"):
        search.fill(title)
        begun.locator(f"{admin.MODAL} .page-results").get_by_label(title).check()
    begun.locator(f"{admin.MODAL} [data-kogu-kept]", has_text="Raudtee").wait_for()
    begun.locator(f"{admin.MODAL} [data-multiple-choice-submit]").click()
    begun.wait_for_selector(admin.MODAL, state="detached")
    assert len(titles.all_inner_texts()) == before + 5

    admin.open_tab(begun, 0)
    admin.write_paragraph(begun, "Enne kleebitut.")
    assert begun.get_by_role("textbox", name="Tekst", exact=True).is_visible()
    begun.locator("#story-root [contenteditable=true]:visible").evaluate(PASTE, WORD)
    begun.locator(".kogu-pasted button").wait_for()
    inserted = ["heading", "rich_text", "heading", "table", "quote"]
    assert begun.evaluate(KINDS) == ["rich_text", *inserted]
    assert "Töötuba" in begun.locator(".kogu-pasted").inner_text()
    assert (
        "Enne kleebitut."
        in begun.locator("#story-root [contenteditable=true]:visible").first.inner_text()
    )

    begun.locator(".kogu-pasted button").click()
    assert begun.evaluate(KINDS) == ["rich_text"]

    begun.locator("#story-root [contenteditable=true]:visible").click()
    begun.keyboard.press("Control+a")
    begun.keyboard.press("Delete")
    begun.locator("#story-root [contenteditable=true]:visible").evaluate(PASTE, WORD)
    begun.locator(".kogu-pasted button").wait_for()
    assert begun.evaluate(KINDS) == inserted
    begun.locator(".kogu-pasted button").click()
    assert begun.evaluate(KINDS) == ["rich_text"]
    assert begun.complaints == []


def test_the_focus_returns_to_what_was_chosen(begun):
    begun.locator("#id_hero_image-chooser button:visible").press("Enter")
    begun.wait_for_selector(f"{admin.MODAL} input[name=q]:focus")
    begun.locator(f"{admin.MODAL} [data-chooser-modal-choice]").first.press("Enter")

    begun.wait_for_selector(admin.MODAL, state="detached")
    begun.wait_for_selector("#id_hero_image-chooser .chosen button:focus")
