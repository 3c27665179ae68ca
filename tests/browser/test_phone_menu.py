"""The menu of a phone keeps the keyboard until it is closed, and gives it back."""

from playwright.sync_api import expect

PHONE = {"viewport": {"width": 390, "height": 844}}


def test_the_keyboard_stays_in_the_menu_until_it_is_closed(visit):
    page = visit("/en/", **PHONE)
    opener = page.get_by_role("button", name="Menu")
    menu = page.get_by_role("navigation", name="Main menu")
    close, last = menu.get_by_role("button", name="Close"), menu.get_by_role("link").last

    opener.focus()
    page.keyboard.press("Enter")
    expect(close).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(last).to_be_focused()
    page.keyboard.press("Tab")
    expect(close).to_be_focused()

    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(opener).to_be_focused()


def test_the_menu_is_closed_where_it_was_opened(visit):
    page = visit("/en/", **PHONE)
    opener = page.get_by_role("button", name="Menu")

    opener.click()

    close = page.get_by_role("button", name="Close")
    expect(close).to_be_visible()
    sides = [round(box["x"] + box["width"]) for b in (opener, close) if (box := b.bounding_box())]
    assert sides[0] == sides[1]


def test_a_wide_page_takes_the_focus_to_nothing(visit):
    page = visit("/en/", viewport={"width": 1440, "height": 900})

    expect(page.locator("body")).to_be_focused()
