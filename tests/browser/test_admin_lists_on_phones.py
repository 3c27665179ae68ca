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


@pytest.mark.parametrize("path", ["/admin/users/", "/admin/documents/"])
def test_no_word_of_the_heading_is_broken(phone, path):
    phone.goto(path)
    heading = phone.locator(".w-breadcrumbs li").last

    lines = heading.evaluate(
        "(it) => { const all = document.createRange();"
        " all.selectNodeContents(it.querySelector('a'));"
        " return new Set([...all.getClientRects()].map((one) => Math.round(one.bottom))).size; }"
    )
    words = len(heading.inner_text().split())

    assert lines == words == 1
    assert phone.locator("a.w-header-button").first.bounding_box()["x"] < 300


def test_what_is_done_with_several_is_in_sight_when_the_first_is_ticked(phone):
    phone.goto(f"/admin/pages/{admin.news_section(phone)}/")

    phone.locator("main tbody input[type=checkbox]").first.check()

    expect(phone.locator(".bulk-action-btn").first).to_be_in_viewport(ratio=1)


def test_a_moment_in_the_middle_of_a_sentence_begins_small(sign_in):
    page = sign_in("editor")

    page.goto(f"/admin/pages/{admin.news_section(page)}/edit/")

    moment = page.locator(".w-help-text .w-human-readable-date__date")
    assert moment.evaluate("(it) => getComputedStyle(it, '::first-letter').textTransform") == (
        "lowercase"
    )
