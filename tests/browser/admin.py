"""Steps that staff take in Wagtail's admin, whichever language it speaks to them."""

import json
from urllib.parse import quote

MODAL = ".modal-body"
WAITING = ".js-translation-editor li.incomplete"
OUTDATED = ".js-translation-editor li.errored"
TABS = ".js-translation-editor [role=tab]"
BAR = "[aria-labelledby=kogu-translation-bar]"


def news_section(page):
    """The number of the Estonian news section."""
    return section(page, "uudised")


def section(page, slug):
    """The number of a section."""
    answer = page.request.get(f"/admin/api/main/pages/?slug={slug}")
    return answer.json()["items"][0]["id"]


def choose(page, field, words):
    """Search in the chooser of a field and take the first that is found."""
    page.locator(f"#id_{field}-chooser [data-chooser-action-choose]").first.click()
    page.fill(f"{MODAL} input[name=q]", words)
    found = page.locator(f"{MODAL} .choose-page, {MODAL} .image-choice", has_text=words)
    found.first.click()
    page.wait_for_selector(MODAL, state="detached")


def choose_several(page, relation, *titles):
    """Tick several items in the chooser of a relation, and take them."""
    page.locator(f"#id_{relation}-OPEN_MODAL").click()
    for title in titles:
        page.locator(f"{MODAL} .page-results").get_by_label(title).first.check()
    page.locator(f"{MODAL} [data-multiple-choice-submit]").click()
    page.wait_for_selector(MODAL, state="detached")


def choose_picture(page, field):
    """Take the first picture of the chooser."""
    page.locator(f"#id_{field}-chooser [data-chooser-action-choose]").first.click()
    page.locator(f"{MODAL} .image-choice").first.click()
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
    """Hand in through the menu beside the button that saves."""
    page.locator("footer [data-w-dropdown-target=toggle]").click()
    with page.expect_navigation():
        page.locator("button[name=action-submit]").click()


def approve(page, title):
    """Approve what waits for a reviewer, from the start page of the admin."""
    page.goto("/admin/")
    row = page.locator("main tr", has=page.get_by_text(title, exact=True))
    row.locator("[data-w-dropdown-target=toggle]").click()
    with page.expect_navigation():
        page.locator("[data-workflow-action-url*='/approve/']:visible").first.click()


def begin_translation(page, title):
    """Find what is not begun yet and begin it; leads into the editor."""
    page.goto(f"/admin/translations/wanted/?q={quote(title)}")
    row = page.locator("main li", has=page.get_by_text(title, exact=True))
    with page.expect_navigation():
        row.locator("button").click()
    page.wait_for_selector(WAITING)


def type_translations(page, words):
    """Translate every passage as a person does, tab by tab: open it, write, save."""
    for position in range(page.locator(TABS).count()):
        page.locator(TABS).nth(position).click()
        while page.locator(f"{WAITING}:visible").count():
            _translate_one(page, page.locator(f"{WAITING}:visible").first, words)
        page.reload()
        page.wait_for_selector(TABS)


def _translate_one(page, passage, words):
    left = page.locator(WAITING).count()
    source = passage.locator("p").first.inner_text()
    passage.locator("button").last.click()
    passage.locator("textarea, [contenteditable=true]").first.fill(words(source))
    passage.locator("button").last.click()
    page.wait_for_function(f"document.querySelectorAll({WAITING!r}).length < {left}")


def review_passage(page, words):
    """Write other words for a passage that is marked, and save them."""
    passage = page.locator(OUTDATED).first
    passage.locator("button").click()
    passage.locator("textarea").fill(words)
    passage.locator("button").last.click()
    page.locator(OUTDATED).wait_for(state="detached")


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
    """Press the bar's button that submits."""
    with page.expect_navigation():
        page.locator(f"{BAR} form[action$='/submit/'] button").click()
    assert page.locator(".messages .error").count() == 0


def open_translation(page, words=""):
    """Open what waits for the translator, from the start page of the admin."""
    page.goto("/admin/")
    page.locator("#what-waits-content li a[href*='/edit/']", has_text=words).first.click()
    page.wait_for_selector(BAR)


def take_new_words(page):
    """Press the button that brings the source's newest words in."""
    with page.expect_navigation():
        page.locator(f"{BAR} form[action*='/localize/update/'] button").click()
    page.wait_for_selector(WAITING)


def change_menu(page, entry, words):
    """Publish other words for an entry of the main menu as it was written first."""
    page.goto("/admin/snippets/base/menu/?position=main")
    links = page.locator("main tbody a[href*='/edit/']")
    numbers = links.evaluate_all("all => all.map(a => parseInt(a.href.match(/\\d+/g).pop()))")
    page.goto(f"/admin/snippets/base/menu/edit/{min(numbers)}/")
    page.locator(f"#inline_child_items-{entry} [data-panel-toggle]").first.click()
    page.fill(f"#id_items-{entry}-title", words)
    page.locator("footer [data-w-dropdown-target=toggle]").click()
    with page.expect_navigation():
        page.locator("button[name=action-publish]").click()


def add_named(page, kind, name):
    """Publish an Estonian topic or place."""
    page.goto(f"/admin/snippets/directory/{kind}/add/?locale=et")
    page.fill("#id_name", name)
    page.locator("footer [data-w-dropdown-target=toggle]").click()
    with page.expect_navigation():
        page.locator("button[name=action-publish]").click()


def address(page, kind, title):
    """Where readers find a Latvian item, as the API tells."""
    items = page.request.get(f"/api/v1/{kind}?locale=lv&limit=100").json()["items"]
    return next(item["url"] for item in items if item["title"] == title)


def complaints(page):
    """A list that grows with what the browser complains about."""
    found = []
    page.on("console", lambda message: found.append(message.text))
    page.on("pageerror", lambda error: found.append(str(error)))
    return found


def wait_for_mail(page, receiver, title):
    """Look into the administrator's outbox until a mail to somebody about the title was sent."""
    for _attempt in range(40):
        page.goto("/admin/outbox/")
        rows = page.locator("main tbody tr", has_text=receiver)
        if rows.filter(has_text=title).count():
            return
        page.wait_for_timeout(500)
    raise AssertionError(f"no mail to {receiver} about {title}")
