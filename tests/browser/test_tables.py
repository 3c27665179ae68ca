"""A table that does not fit says so, and takes the keyboard only then."""

from playwright.sync_api import expect

PROJECT = "/et/projektid/loov-piir-uhine-muuk-ja-randnaitus/"


def test_a_table_takes_the_keyboard_only_where_it_scrolls(visit):
    page = visit(PROJECT, viewport={"width": 1440, "height": 900})
    partners = page.get_by_role("region", name="Partnerid")
    expect(partners).not_to_have_attribute("tabindex", "0")

    page.set_viewport_size({"width": 390, "height": 844})

    expect(partners).to_have_attribute("tabindex", "0")
    partners.press("ArrowRight")
    page.wait_for_function("box => box.scrollLeft > 0", arg=partners.element_handle())
