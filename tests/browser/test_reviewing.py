"""A review that changes while somebody has the page open, and two who have it open at once."""

import time

import pytest

from . import admin

CONFIRMATION = "/workflow/confirm_cancellation/"
NEWER = "#title-text-w-save-confirmation-dialog"
MENU = "footer [data-w-dropdown-target=toggle]"


@pytest.fixture
def title():
    return f"Ape turg avatakse {time.time_ns() % 10**9}"


@pytest.fixture
def begun(sign_in, title):
    """Makes a news item that one autosave has saved, in the editor of somebody."""

    def begin(name):
        page = sign_in(name)
        page.goto(f"/admin/pages/add/home/newspage/{admin.news_section(page)}/")
        write(page, title)
        admin.write_paragraph(page, "Turg avatakse kell kuus.")
        page.wait_for_selector("[data-kogu-status=saved]")
        return page

    return begin


def write(page, title):
    """Type a title, and wait until that is saved."""
    with page.expect_response(lambda answer: answer.request.method == "POST" and answer.ok):
        page.fill("#id_title", title)
        page.press("#id_title", "Tab")
    page.wait_for_selector("[data-kogu-status=saved]")


def press(page, selector):
    """A button of the footer's menu."""
    page.locator(MENU).click()
    page.locator(f"footer {selector}:visible").first.click()


def test_publishing_a_new_page_whose_review_began_elsewhere_is_asked_about(begun, sign_in, title):
    page = begun("reviewer")
    editor = sign_in("editor")
    editor.goto(page.url)
    admin.submit(editor)
    editor.wait_for_selector(".messages .success")

    press(page, "[name=action-publish]")

    page.locator(f"{admin.MODAL} [data-confirm-cancellation]").wait_for()
    page.locator(f"{admin.MODAL} [data-cancel-dialog]").click()
    page.wait_for_selector(admin.MODAL, state="detached")
    assert page.input_value("#id_title") == title
    editor.reload()
    assert editor.locator("[name=action-cancel-workflow]").count() == 1


@pytest.mark.parametrize("broken", [{"status": 503}, None])
def test_a_publication_that_could_not_be_asked_about_may_be_tried_again(begun, title, broken):
    page = begun("reviewer")
    page.route(
        f"**{CONFIRMATION}**",
        lambda route: route.fulfill(**broken) if broken else route.abort(),
        times=1,
    )

    press(page, "[name=action-publish]")
    page.locator(".messages .error").wait_for()
    assert page.input_value("#id_title") == title
    with page.expect_navigation():  # in the menu, which is still open
        page.locator("footer [name=action-publish]:visible").click()

    assert page.locator(".messages .success", has_text=title).count() == 1


def test_every_publication_is_asked_about_after_one_was_given_up(begun, sign_in, title):
    page, other = begun("reviewer"), sign_in("editor")
    other.goto(page.url)
    write(other, f"{title}, kell seitse")
    page.fill("#id_title", f"{title}, kell kuus")
    page.wait_for_selector("[data-kogu-status=conflict]")
    dialog = page.locator("#w-save-confirmation-dialog")
    press(page, "[name=action-publish]")
    page.locator(NEWER).wait_for()
    page.keyboard.press("Escape")
    page.locator(NEWER).wait_for(state="hidden")
    admin.submit(other)
    with page.expect_event("requestfinished", lambda request: "/editing-sessions/" in request.url):
        pass  # the browser hears of it before the button is pressed

    press(page, "[name=action-publish]")
    dialog.locator("[data-w-dialog-target=confirm]").click()

    page.locator(f"{admin.MODAL} [data-confirm-cancellation]").wait_for()
    with page.expect_navigation():
        page.locator(f"{admin.MODAL} [data-confirm-cancellation]").click()
    assert page.locator(".messages .success", has_text=f"{title}, kell kuus").count() == 1


def test_sending_back_after_the_review_was_cancelled_saves_the_words(begun, sign_in, title):
    editor = begun("editor")
    admin.submit(editor)
    reviewer = sign_in("reviewer")
    reviewer.goto(editor.url)
    reviewer.wait_for_selector("[data-workflow-action-name=reject]", state="attached")
    with editor.expect_navigation():
        editor.locator("[name=action-cancel-workflow]").first.click()

    reviewer.fill("#id_title", f"{title}, lõplikult")
    with reviewer.expect_navigation():
        press(reviewer, "[data-workflow-action-name=reject]")

    assert reviewer.locator(".messages .error").count() == 1
    assert reviewer.input_value("#id_title") == f"{title}, lõplikult"


def test_an_approval_asks_before_it_overwrites_a_newer_version(begun, sign_in, title):
    editor = begun("editor")
    admin.submit(editor)
    reviewer, other = sign_in("reviewer"), sign_in("reviewer")
    for page in (reviewer, other):
        page.goto(editor.url)
        page.wait_for_selector("[data-workflow-action-name=approve]", state="attached")
    write(other, f"{title}, kell seitse")
    reviewer.fill("#id_title", f"{title}, kell kuus")
    reviewer.wait_for_selector("[data-kogu-status=conflict]")

    press(reviewer, "[data-workflow-action-name=approve]")

    asked = reviewer.locator(NEWER)
    asked.wait_for()
    editor.reload()
    assert editor.input_value("#id_title") == f"{title}, kell seitse"


def test_an_approval_asks_about_a_version_that_the_browser_has_not_heard_of(begun, sign_in, title):
    editor = begun("editor")
    admin.submit(editor)
    reviewer, other = sign_in("reviewer"), sign_in("reviewer")
    silence = "**/editing-sessions/ping/**"
    reviewer.route(silence, lambda route: route.fulfill(json={"html": "", "other_sessions": []}))
    for page in (reviewer, other):
        page.goto(editor.url)
        page.wait_for_selector("[data-workflow-action-name=approve]", state="attached")
    write(other, f"{title}, kell seitse")
    reviewer.unroute(silence)

    press(reviewer, "[data-workflow-action-name=approve]")

    reviewer.locator(NEWER).wait_for()
    reviewer.keyboard.press("Escape")
    reviewer.locator(NEWER).wait_for(state="hidden")
    editor.reload()
    assert editor.input_value("#id_title") == f"{title}, kell seitse"
    assert editor.locator("[name=action-cancel-workflow]").count() == 1


@pytest.mark.parametrize("broken", [{"status": 503}, None])
def test_a_form_goes_out_unasked_only_if_the_server_knows_of_nothing_newer(begun, title, broken):
    page = begun("editor")
    page.route(
        "**/editing-sessions/ping/**",
        lambda route: route.fulfill(**broken) if broken else route.abort(),
    )

    page.locator("footer button[type=submit]:visible").first.click()

    page.locator(NEWER).wait_for()
    with page.expect_navigation():
        page.locator("#w-save-confirmation-dialog [data-w-dialog-target=confirm]").click()
    assert page.input_value("#id_title") == title
