"""What is missing is said as the last save left it: on its button, in its list, at its fields."""

import pytest

from . import admin

SLUG = "syndmused"
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


def test_a_long_word_at_a_field_widens_nothing(event):
    event.set_viewport_size({"width": 390, "height": 844})
    type_into(event, "starts_at", "x" * 300)
    event.locator(ERROR).wait_for(state="attached")

    assert event.locator(ERROR).evaluate("one => one.scrollWidth <= one.clientWidth")
    assert event.evaluate("document.documentElement.scrollWidth <= innerWidth")
