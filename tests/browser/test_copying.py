"""A cancelled event is copied for the next time, and the copy is an event like any other."""

import pytest

from . import admin
from .drafts import wait_until


@pytest.fixture
def editor(sign_in):
    return sign_in("editor")


def cancelled(page):
    """The number of an event that is cancelled."""
    items = page.request.get("/api/v1/events?locale=et&status=cancelled").json()["items"]
    slug = items[0]["url"].rstrip("/").rpartition("/")[2]
    return admin.section(page, slug)


def test_the_copy_of_a_cancelled_event_is_to_be_dated_and_not_cancelled(editor):
    editor.goto(f"/admin/pages/{cancelled(editor)}/copy/")
    assert editor.input_value("#id_new_title").endswith("(koopia)")
    editor.fill("#id_new_title", "Kevadlaat uuesti")
    editor.locator("#id_new_title").blur()
    wait_until(editor, "document.querySelector('#id_new_slug').value === 'kevadlaat-uuesti'")
    with editor.expect_navigation():
        editor.locator("form[action$='/copy/'] input[type=submit]").click()
    with editor.expect_navigation():
        editor.locator(".messages a[href*='/edit/']").click()

    assert editor.input_value("#id_starts_at") == ""
    assert editor.input_value("#id_status") == "scheduled"
    assert editor.input_value("#id_join_link") == ""
    editor.locator("[data-side-panel-toggle=missing]").click()
    assert editor.locator(".kogu-missing [data-kogu-field=starts_at]").count() == 1
