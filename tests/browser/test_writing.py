"""Somebody new writes a news item with a picture and a project; readers get it with its notice."""

import re
import time

import pytest
from playwright.sync_api import expect

from . import admin
from .barriers import check

PROJECT = "Rõuge vana meierei"
WORDS = "Möldri perekond jahvatab taas rukist."
PICTURE = "Inimesed ootavad veski ees"


@pytest.fixture
def title():
    return f"Ape veski avas uksed {time.time_ns() % 10**9}"


@pytest.fixture
def begun(sign_in, title):
    """An editor before a new item that has a title and a picture with words."""
    page = sign_in("editor")
    page.complaints = admin.complaints(page)
    page.goto(f"/admin/pages/add/home/newspage/{admin.news_section(page)}/")
    page.fill("#id_title", title)
    admin.choose_picture(page, "hero_image")
    page.fill("#id_hero_alt", PICTURE)
    return page


def test_two_people_bring_a_newcomers_item_to_its_readers(begun, title, sign_in, visit):
    admin.submit(begun)
    assert begun.locator(".messages .error").count() > 0
    assert begun.input_value("#id_title") == title
    assert begun.input_value("#id_hero_alt") == PICTURE
    assert begun.locator("#id_hero_image-chooser .chosen").is_visible()

    admin.open_tab(begun, 1)
    begun.locator(".messages button[data-kogu-field=story]").click()
    begun.wait_for_selector("[data-contentpath=story] :focus")

    admin.write_paragraph(begun, WORDS)
    admin.open_tab(begun, 1)
    admin.choose_several(begun, "page_projects", PROJECT)
    admin.submit(begun)
    assert begun.locator(".messages .error").count() == 0
    assert begun.complaints == []
    address = f"/et/uudised/{begun.input_value('#id_slug')}/"
    assert begun.request.get(address).status == 404

    admin.approve(sign_in("reviewer"), title)

    read = visit(address)
    assert read.locator("h1").inner_text() == title
    assert WORDS in read.locator("main").inner_text()
    assert read.locator(f"main img[alt='{PICTURE}']").count() == 1
    assert PROJECT in read.locator("main").inner_text()
    assert read.locator("main .notice").count() >= 1
    check(read)
    administrator = sign_in("administrator")
    admin.wait_for_mail(administrator, "reviewer@", title)
    admin.wait_for_mail(administrator, "editor@", title)


def test_the_last_words_before_sending_are_handed_in(begun):
    admin.write_paragraph(begun, WORDS)
    admin.submit(begun)

    begun.wait_for_selector(".messages .success")
    assert WORDS in begun.locator("[contenteditable=true]").all_inner_texts()


def test_a_second_part_of_the_story_is_chosen_beside_the_menu(begun):
    for words in (WORDS, "Teine lõik."):
        admin.write_paragraph(begun, words)

    written = begun.locator("[data-contentpath=story] [contenteditable=true]")
    assert written.all_inner_texts() == [WORDS, "Teine lõik."]


def test_on_a_phone_the_list_of_what_is_missing_makes_room_for_its_field(begun):
    begun.set_viewport_size({"width": 390, "height": 844})
    admin.submit(begun)
    panel = begun.locator("[data-side-panel=missing]")
    if not panel.is_visible():
        begun.locator("[data-side-panel-toggle=missing]").click()

    panel.locator("button[data-kogu-field=story]").click()

    begun.wait_for_selector("[data-contentpath=story] :focus")
    panel.wait_for(state="hidden")


# Answers to saves are held until shortly after the form is sent.
HOLD_SAVES = """
const ask = window.fetch;
const sent = new Promise((go) => {
    document.addEventListener("submit", () => setTimeout(go, 500), { once: true });
});
window.fetch = async (address, asked) => {
    const answer = await ask(address, asked);
    if (asked?.body instanceof FormData) await sent;
    return answer;
};
document.addEventListener("w-unsaved:watch-edits", () => {
    document.documentElement.dataset.watchesEdits = "";
});
"""


def test_what_is_submitted_while_it_saves_itself_is_handed_in_once(sign_in, title):
    page = sign_in("editor")
    complaints = admin.complaints(page)
    page.add_init_script(HOLD_SAVES)
    page.goto(f"/admin/pages/add/home/newspage/{admin.news_section(page)}/")
    page.wait_for_selector("html[data-watches-edits]")

    with page.expect_response("**/admin/pages/add/home/newspage/**") as saved:
        page.fill("#id_title", title)
        page.press("#id_title", "Tab")
    assert saved.value.ok
    admin.write_paragraph(page, WORDS)
    admin.submit(page)

    page.wait_for_selector(".messages .success")
    assert page.locator(".messages .error").count() == 0
    assert WORDS in page.locator("[contenteditable=true]").all_inner_texts()
    found = page.request.get("/admin/api/main/pages/", params={"title": title})
    assert found.json()["meta"]["total_count"] == 1
    assert complaints == []


def test_a_reviewer_sends_back_and_approves_with_words_of_their_own(begun, title, sign_in):
    admin.write_paragraph(begun, WORDS)
    admin.submit(begun)
    reviewer = sign_in("reviewer")

    for action, words in (("reject", "uuesti"), ("approve", "lõplikult")):
        reviewer.goto(begun.url)
        reviewer.fill("#id_title", f"{title}.")  # saved by itself, which replaces the buttons
        reviewer.wait_for_selector("[data-kogu-status=saved]")
        reviewer.fill("#id_title", f"{title}, {words}")
        reviewer.locator("footer [data-w-dropdown-target=toggle]").click()
        with reviewer.expect_navigation():
            reviewer.locator(f"footer [data-workflow-action-name={action}]:visible").first.click()
            if action == "reject":
                reviewer.fill(f"{admin.MODAL} textarea", "Palun vaata üle.")
                reviewer.locator(f"{admin.MODAL} [type=submit]").click()
        assert reviewer.locator(".messages .success").count() == 1
        assert reviewer.input_value("#id_title") == f"{title}, {words}"
        begun.reload()
        if action == "reject":
            admin.submit(begun)


def test_the_calendar_of_an_empty_end_opens_at_the_start(sign_in):
    page = sign_in("editor")
    page.goto(f"/admin/pages/add/events/eventpage/{admin.section(page, 'syndmused')}/")
    months = page.locator(".xdsoft_datetimepicker:visible .xdsoft_label.xdsoft_year span")
    page.fill("#id_starts_at", "15.03.2041 18:00")
    page.press("#id_starts_at", "Tab")

    page.click("#id_ends_at")

    expect(months).to_have_text("2041")
    expect(page.locator("#id_ends_at")).to_have_value("")
    page.locator(".xdsoft_datetimepicker:visible [data-date='16']").first.click()
    expect(page.locator("#id_ends_at")).to_have_value(re.compile("2041"))
