"""Our own screens of the admin have no grave barrier, and stay silent in the console."""

import pytest

from . import admin
from .barriers import check, grave

WIDTHS = {"administrator": 1400, "translator-lv": 390}


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("administrator", "/admin/"),
        ("administrator", "/admin/import/"),
        ("administrator", "/admin/outbox/"),
        ("translator-lv", "/admin/"),
        ("translator-lv", "/admin/translations/wanted/"),
    ],
)
def test_a_screen_of_ours_has_no_grave_barrier(sign_in, name, path):
    page = sign_in(name)
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.set_viewport_size({"width": WIDTHS[name], "height": 1000})

    page.goto(path)

    assert page.locator("h1").count() == 1
    assert grave(page) == []
    assert said == []


@pytest.mark.parametrize("width", [390, 1400])
@pytest.mark.parametrize("step", ["", "enrol/", "confirm/"])
def test_the_second_factor_has_no_barrier(sign_in, width, step):
    page = sign_in("translator-pl")
    page.set_viewport_size({"width": width, "height": 1000})

    page.goto(f"/admin/second-factor/{step}")

    assert page.locator("h1").count() == 1
    check(page)


def test_the_bar_beside_the_translators_editor_has_no_grave_barrier(sign_in):
    page = sign_in("translator-lv")
    admin.open_translation(page)

    assert grave(page, admin.BAR) == []


def test_a_translators_screens_speak_one_language(sign_in):
    page = sign_in("translator-lv")
    admin.open_translation(page)

    page.locator(".js-translation-editor li button").first.click()
    said = page.locator("nav, .js-translation-editor").all_inner_texts()

    assert "Atcelt" in " ".join(said)
    assert not any(word in " ".join(said) for word in ("Tühista", "Aruanded", "Salvesta"))


def test_rows_have_no_grave_barrier_folded_and_unfolded_and_the_form_stays_in_its_place(sign_in):
    page = sign_in("editor")
    page.set_viewport_size({"width": 1400, "height": 700})
    page.goto(f"/admin/pages/{admin.section(page, 'koivamaa-loomeklaster')}/edit/")
    rows = page.locator("#id_memberships-FORMS [data-panel-toggle]")
    admin.open_tab(page, 1)
    rows.first.wait_for()
    page.locator(".w-minimap__list li").first.wait_for(state="attached")

    assert grave(page, ".w-minimap") == []
    assert grave(page, "#id_memberships-FORMS") == []
    rows.first.click()
    page.locator("#id_memberships-0-private_note").wait_for()
    assert grave(page, "#id_memberships-FORMS") == []

    page.locator(".w-minimap__list li").first.evaluate("(entry) => entry.scrollIntoView()")
    assert page.locator("main").evaluate("(main) => main.scrollLeft") == 0
