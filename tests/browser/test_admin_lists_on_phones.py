"""Wagtail's lists on a phone: the name is legible, the rest is reached, no menu is cut off."""

import pytest
from playwright.sync_api import expect

from . import admin


@pytest.fixture
def phone(sign_in):
    page = sign_in("administrator")
    page.set_viewport_size({"width": 390, "height": 844})
    return page


@pytest.mark.parametrize("path", ["/admin/users/", "/admin/reports/site-history/", "/admin/pages/"])
def test_names_have_room_and_the_last_column_is_reached_by_scrolling(phone, path):
    phone.goto(path)
    row = phone.locator("table.listing tbody tr").first

    assert row.locator("td.title").bounding_box()["width"] >= 190
    phone.locator("table.listing").evaluate("(list) => { list.scrollLeft = list.scrollWidth; }")
    last = row.locator("td").last.bounding_box()
    assert last["x"] + last["width"] <= 391


def test_the_menu_of_the_last_row_is_whole(phone):
    phone.goto("/admin/pages/")
    row = phone.locator("table.listing tbody tr").last

    row.locator("[data-w-dropdown-target=toggle]").click()

    expect(row.locator(".w-dropdown__content").first).to_be_in_viewport(ratio=1)


def test_a_moment_in_the_middle_of_a_sentence_begins_small(sign_in):
    page = sign_in("editor")

    page.goto(f"/admin/pages/{admin.news_section(page)}/edit/")

    moment = page.locator(".w-help-text .w-human-readable-date__date")
    assert moment.evaluate("(it) => getComputedStyle(it, '::first-letter').textTransform") == (
        "lowercase"
    )
