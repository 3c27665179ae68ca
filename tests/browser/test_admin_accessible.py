"""Our own screens of the admin have no serious barrier, and stay silent in the console."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from . import admin

GRAVE = {"serious", "critical"}


def barriers(page):
    """What axe finds grave in the page's main part."""
    found = Axe().run(page, context="main")
    return [
        (one["id"], [node["target"] for node in one["nodes"]])
        for one in found.response["violations"]
        if one["impact"] in GRAVE
    ]


@pytest.mark.parametrize("path", ["/admin/", "/admin/import/", "/admin/outbox/"])
def test_a_screen_of_ours_has_no_grave_barrier(sign_in, path):
    page = sign_in("administrator")
    said = []
    page.on("console", lambda message: said.append(message.text))

    page.goto(path)

    assert page.locator("h1").count() == 1
    assert barriers(page) == []
    assert said == []


def test_the_bar_beside_the_translators_editor_has_no_grave_barrier(sign_in):
    page = sign_in("translator-lv")
    admin.open_translation(page)

    found = Axe().run(page, context="[aria-labelledby=kogu-translation-bar]")

    assert [one["id"] for one in found.response["violations"] if one["impact"] in GRAVE] == []
