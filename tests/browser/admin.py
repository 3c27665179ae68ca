"""Steps that staff take in Wagtail's admin, whichever language it speaks to them."""

import json
import re
from urllib.parse import quote

MODAL = ".modal-body"
WAITING = ".js-translation-editor li.incomplete"


def child(page, parent, title):
    """The number of a page below another, found in the list as an editor finds it."""
    page.goto(f"/admin/pages/{parent}/")
    href = page.locator("main table a", has_text=title).first.get_attribute("href")
    return re.search(r"\d+", href)[0]


def news_section(page):
    """The number of the Estonian news section."""
    page.goto("/admin/pages/")
    row = page.locator("main table tr", has_text="eesti")
    home = row.locator("a[href*='/edit/']").first.get_attribute("href")
    return child(page, re.search(r"\d+", home)[0], "Uudised")


def choose(page, field, words):
    """Search in the chooser of a field and take the first that is found."""
    page.locator(f"#id_{field}-chooser [data-chooser-action-choose]").first.click()
    page.fill(f"{MODAL} input[name=q]", words)
    found = page.locator(f"{MODAL} .choose-page, {MODAL} .image-choice", has_text=words)
    found.first.click()
    page.wait_for_selector(MODAL, state="detached")


def write_paragraph(page, words):
    """Add a text block to the story and type into it."""
    page.locator(".c-sf-add-button").last.click()
    page.locator("[role=option]").first.click()
    page.locator("[contenteditable=true]").last.click()
    page.keyboard.type(words)


def open_tab(page, position):
    """Content, belongs to, settings."""
    page.locator("form [role=tab]").nth(position).click()


def submit(page):
    """Hand in through the menu beside the button that saves; returns what was answered."""
    page.locator("footer [data-w-dropdown-target=toggle]").click()
    page.locator("button[name=action-submit]").click()
    return page.locator(".messages").inner_text()


def approve(page, title):
    """Approve what waits for a reviewer, from the start page of the admin."""
    page.goto("/admin/")
    row = page.locator("main tr", has=page.get_by_text(title, exact=True))
    row.locator("[data-w-dropdown-target=toggle]").click()
    with page.expect_navigation():
        page.locator("[data-workflow-action-url*='/approve/']:visible").first.click()


def mails(page):
    """To whom mail went, newest first, as the administrator's settings list it."""
    page.goto("/admin/outbox/")
    return page.locator("main tbody tr").all_inner_texts()


def begin_translation(page, thing):
    """Begin translating into the only language offered; leads into the editor."""
    page.goto(f"/admin/localize/submit/{thing}/")
    offered = page.locator("input[name=locales]")
    assert offered.count() == 1
    assert offered.is_checked()
    with page.expect_navigation():
        page.locator("main form input[type=submit]").click()
    page.wait_for_selector(WAITING)


def type_translations(page, words):
    """Translate every passage as a person does: open it, write, save."""
    for tab in page.locator(".js-translation-editor [role=tab], form [role=tab]").all():
        tab.click()
        while page.locator(f"{WAITING}:visible").count():
            _translate_one(page, page.locator(f"{WAITING}:visible").first, words)


def _translate_one(page, passage, words):
    left = page.locator(WAITING).count()
    source = passage.locator("p").first.inner_text()
    passage.locator("button").last.click()
    passage.locator("textarea, [contenteditable=true]").first.fill(words(source))
    passage.locator("button").last.click()
    page.wait_for_function(f"document.querySelectorAll({WAITING!r}).length < {left}")


def send_translations(page, words):
    """Translate every passage by the editor's own address, which is what its script calls."""
    props = json.loads(page.locator(".js-translation-editor").get_attribute("data-props"))
    for segment in props["segments"]:
        if segment["type"] != "string":
            continue
        answer = page.request.put(
            segment["editUrl"],
            multipart={"value": words(segment["source"])},
            headers={"X-CSRFToken": page.locator("[name=csrfmiddlewaretoken]").first.input_value()},
        )
        assert answer.ok, answer.text()
    page.reload()


def hand_in_translation(page):
    """Press the bar's button that submits; returns what was answered."""
    with page.expect_navigation():
        page.locator("form[action$='/submit/'] button").click()
    return page.locator(".messages").inner_text()


def found(page, title):
    """The number of a page, found by the search of the admin."""
    page.goto(f"/admin/pages/search/?q={quote(title)}")
    href = page.locator("main table a", has_text=title).first.get_attribute("href")
    return re.search(r"\d+", href)[0]


def open_translation(page):
    """Open what waits for the translator, from the start page of the admin."""
    page.goto("/admin/")
    page.locator("main li a[href*='/edit/']").first.click()
    page.wait_for_selector("[aria-labelledby=kogu-translation-bar]")
