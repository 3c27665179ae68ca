"""What somebody writes reaches the server, whatever happens to the session, the line or the tab."""

import time
from base64 import b32decode

import pytest
from django_otp.oath import totp

from . import admin
from .barriers import check
from .drafts import (
    BAR,
    DRAFTS,
    OFFER,
    come_back,
    drafts,
    end_session,
    restore,
    sign_in_on_the_spot,
    sign_in_within,
    status,
    wait_for_draft,
    wait_until,
)

SETTINGS = "/admin/settings/base/sitesettings/"


@pytest.fixture
def title():
    return f"Ape turg kolib {time.time_ns() % 10**9}"


@pytest.fixture
def draft(sign_in, title):
    """A new item whose title was typed as soon as its field was there."""
    page = sign_in("editor")
    page.goto(f"/admin/pages/add/home/newspage/{admin.news_section(page)}/", wait_until="commit")
    page.fill("#id_title", title)
    status(page, "saved")
    return page


@pytest.fixture
def code(sign_in):
    """The codes of an app that the editor sets up elsewhere, which ends her other sessions."""
    page = sign_in("editor")
    page.goto("/admin/second-factor/enrol/")
    secret = b32decode(page.locator("code").inner_text().replace(" ", ""))
    step = iter((0, 1))

    def now():
        return f"{totp(secret, drift=next(step)):06d}"

    page.fill("input[name=code]", now())
    page.click("button[type=submit]")
    page.wait_for_selector("li code")
    yield now
    page.goto("/admin/second-factor/remove/")
    page.locator("main form").first.locator("button[type=submit]").click()
    page.wait_for_url("**/admin/second-factor/")


def test_a_form_whose_answer_is_slow_leaves_nothing_to_restore(draft):
    draft.reload()
    draft.route("**/edit/", lambda route: (time.sleep(2), route.continue_()))
    draft.locator("footer [data-w-dropdown-target=toggle]").click()

    with draft.expect_navigation():
        draft.locator("button[name=action-submit]").click()

    assert drafts(draft) == []


def test_a_session_that_ends_while_somebody_writes_loses_nothing(draft, title):
    end_session(draft)
    draft.fill("#id_title", f"{title}, kell kuus")
    draft.locator(BAR).wait_for()
    status(draft, "out")
    wait_for_draft(draft)
    assert title not in draft.evaluate("JSON.stringify(localStorage)")
    check(draft)

    sign_in_on_the_spot(draft, "editor")
    status(draft, "saved")

    # The slug follows the title once its field is left, and is saved after it.
    wait_until(draft, f"!{DRAFTS}.length")
    draft.reload()
    assert draft.input_value("#id_title") == f"{title}, kell kuus"


def test_with_a_second_factor_one_signs_in_on_the_spot_as_well(draft, title, code):
    draft.fill("#id_title", f"{title}, kell kuus")
    draft.locator(BAR).locator("button").click()
    frame = draft.frame_locator("dialog iframe")
    sign_in_within(frame, "editor")
    frame.locator("input[name=code]").fill(code())
    status(draft, "out")

    frame.locator("button[type=submit]").first.click()

    status(draft, "saved")
    draft.locator("dialog iframe").wait_for(state="detached")
    wait_until(draft, f"!{DRAFTS}.length")


def test_what_is_submitted_after_the_session_ended_is_submitted(draft, title):
    end_session(draft)
    admin.write_paragraph(draft, "Turg avatakse kell kuus.")
    draft.locator("footer [data-w-dropdown-target=toggle]").click()
    draft.locator("button[name=action-submit]").click()

    with draft.expect_navigation():
        sign_in_within(draft.frame_locator("dialog iframe"), "editor")

    draft.wait_for_selector(".messages .success")
    assert drafts(draft) == []
    assert "Turg avatakse kell kuus." in draft.locator("[contenteditable=true]").all_inner_texts()


def test_the_text_of_a_closed_tab_is_offered_to_its_author_alone(draft, title):
    address, context = draft.url, draft.context
    context.set_offline(True)
    draft.fill("#id_title", f"{title}, kell kuus")
    status(draft, "offline")
    wait_for_draft(draft)
    draft.close()
    context.set_offline(False)

    page = context.new_page()
    end_session(page)
    come_back(page, "reviewer", address)
    wait_until(page, "document.querySelector('#id_title').value")
    assert page.locator(OFFER).count() == 0
    end_session(page)
    come_back(page, "editor", address)
    with page.expect_navigation():
        restore(page)

    assert page.input_value("#id_title") == f"{title}, kell kuus"
    wait_until(page, f"!{DRAFTS}.length")
    assert page.locator(OFFER).count() == 0


def test_signing_out_leaves_nothing_behind_in_the_browser(draft, title):
    draft.context.set_offline(True)
    draft.fill("#id_title", f"{title}, kell kuus")
    wait_for_draft(draft)
    draft.close()
    draft.context.set_offline(False)
    page = draft.context.new_page()
    page.goto("/admin/")
    assert len(drafts(page)) == 1

    page.locator(".sidebar-footer__account, .sidebar-footer button").first.click()
    page.locator("form[action$='/logout/'] button").click()

    page.wait_for_url("**/admin/login/**")
    assert drafts(page) == []


def test_saving_goes_on_after_what_stopped_it(draft, title):
    draft.fill("#id_title", "a" * 300)
    assert "45" in draft.locator(".kogu-too-long").inner_text()
    assert len(draft.input_value("#id_title")) == 300
    status(draft, "saved")
    draft.reload()
    assert draft.input_value("#id_title") == "a" * 300
    draft.fill("#id_title", title)
    status(draft, "saved")

    draft.context.set_offline(True)
    draft.fill("#id_title", f"{title}, kell kuus")
    status(draft, "offline")
    draft.context.set_offline(False)
    status(draft, "saved")

    assert drafts(draft) == []


def test_settings_that_were_not_saved_are_offered_with_their_new_rows(sign_in):
    page = sign_in("administrator")
    page.goto(SETTINGS)
    page.fill("#id_phone", "+372 555 0202")
    page.locator("#id_social_links-ADD").click()
    row = int(page.input_value("#id_social_links-TOTAL_FORMS")) - 1
    page.fill(f"#id_social_links-{row}-name", "Pixelfed")
    moment = page.evaluate("Date.now()")
    page.fill("#id_registry_code", "90019875")
    wait_until(page, f"{DRAFTS}.some((name) => JSON.parse(localStorage[name]).at > {moment})")
    address, context = page.url, page.context
    page.close()

    page = context.new_page()
    page.goto(address)
    restore(page)

    assert page.input_value("#id_phone") == "+372 555 0202"
    assert page.input_value(f"#id_social_links-{row}-name") == "Pixelfed"
    wait_for_draft(page)


def test_what_an_import_was_corrected_to_outlasts_the_session(sign_in, title):
    page = sign_in("editor")
    page.goto("/admin/import/")
    letter = {"name": "turg.txt", "mimeType": "text/plain", "buffer": b"Turg\n\nTurg avatakse."}
    page.set_input_files("input[type=file]", files=[letter])
    page.locator("main form button").first.click()
    page.wait_for_selector("#id_title")
    end_session(page)
    page.fill("#id_title", title)
    page.locator("form:has(#id_title) button[type=submit]").click()

    with page.expect_navigation():
        sign_in_within(page.frame_locator("dialog iframe"), "editor")

    page.locator("main a[href*='/pages/'][href$='/edit/']").click()
    assert page.input_value("#id_title") == title


def test_a_passage_translated_after_the_session_ended_is_saved(sign_in):
    page = sign_in("translator-lv")
    page.goto("/admin/translations/wanted/")
    with page.expect_navigation():
        page.locator("main li form button").first.click()
    passage = page.locator(f"{admin.WAITING}:visible").first
    passage.locator("button").last.click()
    passage.locator("textarea, [contenteditable=true]").first.fill("Tirgus pie Gaujas")
    end_session(page)
    passage.locator("button").last.click()

    with page.expect_response(lambda answer: answer.request.method == "PUT" and answer.ok):
        sign_in_on_the_spot(page, "translator-lv")

    page.reload()
    page.get_by_text("Tirgus pie Gaujas").first.wait_for()


def test_nothing_is_saved_in_the_name_of_another_user_who_signs_in(draft, title):
    end_session(draft)
    other = draft.context.new_page()
    come_back(other, "reviewer", "/admin/")
    draft.bring_to_front()
    draft.fill("#id_title", f"{title}, kell kuus")
    status(draft, "other")
    assert "Kadri" in draft.locator(BAR).inner_text()

    sign_in_on_the_spot(draft, "editor")
    status(draft, "saved")

    draft.goto(draft.url.replace("/edit/", "/history/"))
    assert "Kadri" not in draft.locator("main").inner_text()


def test_a_newer_version_from_elsewhere_is_not_overwritten(draft, title):
    other = draft.context.new_page()
    other.goto(draft.url)
    other.fill("#id_title", f"{title}, kell seitse")
    status(other, "saved")
    draft.bring_to_front()
    draft.fill("#id_title", f"{title}, kell kuus")
    status(draft, "conflict")
    wait_for_draft(draft)

    draft.on("dialog", lambda dialog: dialog.accept())
    draft.reload()

    assert draft.input_value("#id_title") == f"{title}, kell seitse"
    draft.locator(OFFER).wait_for()


# What the server says beside a form of which it kept nothing, before any other script runs.
ROLLED_BACK = """
new MutationObserver((_changes, observer) => {
  const messages = document.querySelector(".messages ul");
  if (!messages) return;
  observer.disconnect();
  messages.append(Object.assign(document.createElement("li"), { className: "rolled-back error" }));
}).observe(document, { childList: true, subtree: true });
"""


def test_what_the_server_rolled_back_is_offered_again(draft, title):
    draft.add_init_script(ROLLED_BACK)
    draft.fill("#id_title", f"{title}, kell kuus")

    with draft.expect_navigation():
        draft.evaluate("document.querySelector('form[data-edit-form]').requestSubmit()")

    draft.locator(OFFER).wait_for()
    assert len(drafts(draft)) == 1
