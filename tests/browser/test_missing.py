"""What is missing is said as the last save left it: on its button, in its list, at its fields."""

import pytest

from . import admin

SLUG, ORGANISATIONS = "syndmused", "organisatsioonid"
FILM = 6  # the position of the block among those that are offered
PANEL = "[data-side-panel=missing]"
COUNT = "[data-side-panel-toggle=missing] [data-side-panel-toggle-counter]"
ERROR = "[data-contentpath=starts_at] .error-message"


@pytest.fixture
def event(sign_in):
    """A new event in the editor, saved once by itself."""
    page = sign_in("editor")
    page.goto(f"/admin/pages/add/events/eventpage/{admin.section(page, SLUG)}/")
    type_into(page, "title", "Laat")
    return page


def type_into(page, name, words):
    """Write, and wait until that is saved."""
    with page.expect_response(lambda answer: answer.request.method == "POST" and answer.ok):
        page.fill(f"#id_{name}", words)
        page.press(f"#id_{name}", "Tab")
    page.wait_for_selector("[data-kogu-status=saved]")


def missing(page):
    """The fields that the list names."""
    return page.locator(f"{PANEL} [data-kogu-field]").evaluate_all(
        "all => all.map(one => one.dataset.koguField)"
    )


def counted(page):
    return int(page.locator(COUNT).text_content())


def test_the_number_and_the_words_at_a_field_follow_every_save(event):
    before = missing(event)
    assert counted(event) == len(before)
    assert event.get_by_role("button", name=f"Mis on puudu: {len(before)}").count() == 1

    type_into(event, "starts_at", "31.02.2027 10:00")
    event.locator(ERROR, has_text="31.02.2027 10:00").wait_for(state="attached")
    assert missing(event).count("starts_at") == 1
    assert counted(event) == len(missing(event))

    type_into(event, "starts_at", "2027-03-02 10:00")
    event.locator(ERROR).wait_for(state="detached")
    assert "starts_at" not in missing(event)
    assert counted(event) == len(missing(event)) < len(before)
    assert event.locator("#id_starts_at").get_attribute("aria-invalid") is None


def test_the_words_at_a_field_go_after_it_was_loaded_with_them(event):
    type_into(event, "starts_at", "31.02.2027 10:00")
    event.reload()
    event.locator(ERROR).wait_for(state="attached")
    assert event.locator(".w-tabs__errors").first.inner_text().strip().startswith("1")

    type_into(event, "starts_at", "2027-03-02 10:00")

    event.locator(ERROR).wait_for(state="detached")
    assert not event.locator(".w-tabs__errors").first.is_visible()


def test_a_line_of_the_list_names_the_tab_that_it_opens(event):
    type_into(event, "starts_at", "31.02.2027 10:00")
    admin.open_tab(event, 1)
    event.locator("[data-side-panel-toggle=missing]").click()

    line = event.locator(f"{PANEL} button[data-kogu-field=starts_at]")
    tab = event.locator("form [role=tab]").first.evaluate(
        "one => one.firstChild.textContent.trim()"
    )
    assert line.inner_text().startswith(f"{tab} › ")
    line.click()

    event.locator("#id_starts_at:focus").wait_for()


def test_a_save_with_errors_on_another_tab_only_opens_that(event):
    event.locator("form [role=tab]").last.click()
    type_into(event, "review_by", "31.02.2027")
    event.locator("form [role=tab]").first.click()
    event.locator("#id_starts_at").wait_for()
    event.goto(event.url.split("#")[0])
    with event.expect_navigation():
        event.locator("footer button[type=submit]:visible").first.click()

    event.locator("[data-contentpath=review_by] .error-message").wait_for()
    assert not event.locator("#id_starts_at").is_visible()


def test_a_long_word_at_a_field_widens_nothing(event):
    event.set_viewport_size({"width": 390, "height": 844})
    type_into(event, "starts_at", "x" * 300)
    event.locator(ERROR).wait_for(state="attached")

    assert event.locator(ERROR).evaluate("one => one.scrollWidth <= one.clientWidth")
    assert event.evaluate("document.documentElement.scrollWidth <= innerWidth")


def type_address(page, block, words):
    """Write a film's address, and wait until that is saved."""
    field = page.locator(f"[name=story-{block}-value-url]")
    with page.expect_response(lambda answer: answer.request.method == "POST" and answer.ok):
        field.fill(words)
        field.press("Tab")
    page.wait_for_selector("[data-kogu-status=saved]")


def test_each_block_has_its_own_words_at_its_field_after_every_save(event):
    admin.write_paragraph(event, "Kaks filmi laadast.")
    for _ in range(2):
        event.locator("[data-contentpath=story] .c-sf-add-button").last.click()
        event.locator("[role=option]").nth(FILM).click()
    type_address(event, 1, "siin")
    type_address(event, 2, "seal")
    story = event.locator("[data-contentpath=story]")
    errors = story.locator("[data-contentpath=url] .error-message")
    errors.nth(1).wait_for(state="attached")
    assert errors.count() == 2

    event.reload()
    errors.nth(1).wait_for(state="attached")
    type_address(event, 1, "https://vimeo.com/76979871")
    story.locator("[name=story-1-value-url]:not([aria-invalid])").wait_for(state="attached")

    assert errors.count() == 1
    assert story.locator("[aria-invalid=true]").evaluate_all("all => all.map(one => one.name)") == [
        "story-2-value-url"
    ]


# The list as the server would send it if a block were refused as a whole, and its title too.
REFUSE = """panel => {
  const list = panel.querySelector("[data-kogu-count]").cloneNode(true);
  const address = list.querySelector("[data-kogu-refused^='story/'][data-kogu-refused$='/url']");
  const block = address.dataset.koguRefused.replace("/url", "");
  for (const [name, words] of [[block, "As a whole."], [`${block}/title`, "The title."]]) {
    const one = address.cloneNode(true);
    one.dataset.koguRefused = name;
    one.content.querySelector(".error-message").textContent = words;
    address.before(one);
  }
  panel.querySelector("[data-kogu-count]").replaceWith(list);
}"""


def test_a_block_refused_as_a_whole_keeps_its_words_beside_those_of_its_first_field(event):
    event.locator("[data-contentpath=story] .c-sf-add-button").last.click()
    event.locator("[role=option]").nth(FILM).click()
    type_address(event, 0, "siin")
    story = event.locator("[data-contentpath=story]")
    story.locator("[data-contentpath=url] .error-message").wait_for(state="attached")

    event.locator(PANEL).evaluate(REFUSE)

    errors = story.locator("[data-contentpath=title] .error-message")
    errors.first.wait_for(state="attached")
    assert errors.all_text_contents() == ["As a whole.", "The title."]


def test_a_row_that_was_removed_has_no_words_any_more(sign_in):
    page = sign_in("editor")
    page.goto(f"/admin/pages/add/directory/organisationpage/{admin.section(page, ORGANISATIONS)}/")
    type_into(page, "title", "Savi")
    collapsed = page.locator("[data-panel-toggle][aria-expanded=false]")
    collapsed.evaluate_all("all => all.forEach((one) => one.click())")
    page.locator("#id_socials-ADD").click()
    type_into(page, "socials-0-url", "siin")
    error = page.locator("#inline_child_socials-0 .error-message")
    error.wait_for(state="attached")
    page.locator(".w-minimap-item__errors").first.wait_for(state="attached")

    with page.expect_response(lambda answer: answer.request.method == "POST" and answer.ok):
        page.locator("#id_socials-0-DELETE-button").click()

    error.wait_for(state="detached")
    assert not page.locator(".w-tabs__errors").first.is_visible()
    page.locator(".w-minimap-item__errors").first.wait_for(state="detached")
