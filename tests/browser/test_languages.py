"""A reader meets a page that does not exist in their language, and is told so beforehand."""

import re

from playwright.sync_api import expect

from .barriers import check

PAGE = "/et/organisatsioonid/haanja-toiduring/"
PHONE = {"viewport": {"width": 390, "height": 844}}


def test_a_language_that_does_not_exist_for_a_page(visit):
    page = visit(PAGE, **PHONE)
    latvian = page.get_by_role("link", name="Latviešu")
    expect(latvian).to_contain_text("nav tulkots")

    latvian.click()

    expect(page).to_have_url(re.compile(rf"{PAGE}\?ui=lv$"))
    expect(page.locator("html")).to_have_attribute("lang", "lv")
    expect(page.get_by_role("note")).to_contain_text("Teksta valoda: igauņu")
    expect(page.get_by_role("heading", level=1)).to_have_attribute("lang", "et")
    check(page)

    page.get_by_role("navigation", name="Jūs atrodaties šeit").get_by_role("link").last.click()

    expect(page).to_have_url(re.compile("/lv/organizacijas/$"))
    expect(page.locator(".language-switch__missing")).to_have_count(0)
