"""Every template is accessible, light and dark, on phone and desk, and asks nobody else."""

import re

import pytest

from .barriers import check

# One address for each template; each is seen in two of the pairs of scheme and width, so that
# all pairs are seen over the whole.
TEMPLATES = {
    "home": "/et/",
    "information": "/en/about-us/",
    "accessibility statement": "/et/ligipaasetavuse-teatis/",
    "news section": "/et/uudised/",
    "calendar": "/et/syndmused/",
    "organisations": "/et/organisatsioonid/",
    "clusters": "/et/klastrid/",
    "projects": "/et/projektid/",
    "programmes": "/et/kust-tuleb-raha/",
    "strategy": "/et/strateegia/",
    "nothing here": "/et/olematu/",
    "the API's manual": "/api/v1/docs",
}
FIRST_OF = {
    "news": "/et/uudised/",
    "event": "/et/syndmused/",
    "organisation": "/et/organisatsioonid/",
    "cluster": "/et/klastrid/",
    "project": "/et/projektid/",
}
LOOKS = [("light", 360), ("dark", 1280), ("dark", 360), ("light", 1280)]


def looks(position):
    return LOOKS[position % 2 :: 2]


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_has_no_barrier(visit, name):
    for scheme, width in looks(list(TEMPLATES).index(name)):
        page = visit(TEMPLATES[name], color_scheme=scheme, viewport={"width": width, "height": 900})
        check(page)


@pytest.mark.parametrize("name", FIRST_OF)
def test_a_page_of_each_kind_has_no_barrier(visit, name):
    section = FIRST_OF[name]
    for scheme, width in looks(list(FIRST_OF).index(name)):
        page = visit(section, color_scheme=scheme, viewport={"width": width, "height": 900})
        links = page.eval_on_selector_all("main a[href]", "all => all.map(a => a.pathname)")
        pages = [link for link in links if re.fullmatch(rf"{section}(?!feed/)[^/]+/", link)]
        first = pages[0]
        page.goto(first)
        check(page)


def test_a_page_asks_nobody_else_and_keeps_nothing(visit, demo_site):
    page = visit("about:blank")
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))

    page.goto("/et/")
    page.wait_for_load_state("networkidle")

    assert len(asked) <= 12
    assert all(url.startswith(demo_site) for url in asked)
    assert said == []
    assert page.context.cookies() == []


def test_nothing_needs_javascript(visit):
    page = visit("/et/", java_script_enabled=False, viewport={"width": 360, "height": 740})

    for link in page.query_selector_all("main h3 a, main h2 a"):
        assert link.get_attribute("href")
    assert page.locator("nav a").first.get_attribute("href")


def test_the_keyboard_reaches_the_content_first(visit):
    page = visit("/et/")

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.evaluate("location.hash")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_nothing_is_cut_off_at_four_hundred_per_cent(visit):
    for path in ("/et/", "/et/projektid/", "/et/uudised/"):
        page = visit(path, viewport={"width": 320, "height": 256})

        assert page.evaluate("document.documentElement.scrollWidth") <= 320
