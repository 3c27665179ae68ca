"""Every template is accessible, light and dark, on phone and desk, and asks nobody else."""

import pytest

from tests.databases import ROOT

from .barriers import check

# For each template the fullest page of the demo: what stands close together or under one another
# is seen only where there are several.
PROJECT = "/et/projektid/loov-piir-uhine-muuk-ja-randnaitus/"
ORGANISATION = "/et/organisatsioonid/koivamaa-arendusvork/"
FUND = "/et/programmid/euroopa-maaelu-arengu-pollumajandusfond/"
PROGRAMME = f"{FUND}leader-kogukonna-juhitud-kohalik-areng-20232027/"
STRATEGY = "/et/strateegia/koivamaa-arengustrateegia-2035/"
PAGES = {
    "accessibility_statement_page": "/et/ligipaasetavuse-teatis/",
    "cluster_index_page": "/et/klastrid/",
    "cluster_page": "/et/klastrid/koivamaa-loomeklaster/",
    "event_index_page": "/et/syndmused/",
    "event_page": "/et/syndmused/koivamaa-aastakonverents-aaremaa-keskel/",
    "home_page": "/et/",
    "information_page": "/et/meist/",
    "news_index_page": "/et/uudised/?year=2026",
    "news_page": "/et/uudised/rouge-vana-meierei-avas-uksed-koostoomajana/",
    "organisation_index_page": "/et/organisatsioonid/",
    "organisation_page": ORGANISATION,
    "place": "/et/kohad/eesti/",
    "place_index_page": "/et/kohad/",
    "programme_index_page": "/et/kust-tuleb-raha/",
    "programme_page": PROGRAMME,
    "project_index_page": "/et/projektid/",
    "project_page": PROJECT,
    "strategy_goal_page": f"{STRATEGY}ettevotlus-ja-too/",
    "strategy_index_page": "/et/strateegia/",
    "strategy_page": STRATEGY,
    "topic": "/et/teemad/ettevotlus/",
    "topic_index_page": "/et/teemad/",
}
# Every pair of scheme and width, each in another language where the page has it.
LOOKS = [("light", 360, "et"), ("dark", 1280, "lv"), ("dark", 360, "pl"), ("light", 1280, "en")]


def look(page, address, scheme, width):
    """Opens the address as such a reader; a page that changes its scheme fades for a moment."""
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address)
    check(page)


@pytest.mark.parametrize("name", PAGES)
def test_a_template_has_no_barrier(visit, name):
    page = visit(PAGES[name])
    for scheme, width, language in LOOKS:
        translation = page.locator(f"link[rel=alternate][hreflang={language}]")
        address = translation.get_attribute("href") if translation.count() else page.url
        look(page, address, scheme, width)


@pytest.mark.parametrize("path", ["/et/olematu/", "/api/v1/docs"])
def test_a_page_of_no_template_has_no_barrier(visit, path):
    look(visit("about:blank"), path, "dark", 360)


def test_no_template_is_left_out():
    assert set(PAGES) == {file.stem for file in (ROOT / "templates" / "pages").glob("*.html")}


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
