"""A translator brings items into her language; after the review readers have them there."""

import pytest

from . import admin
from .barriers import check

SOURCE = "/et/uudised/toidutee-sai-kaardi-kolmkummend-kaks-koogiust-lahti/"


def latvian(words):
    """Stands for a translation: other words, each passage its own, with its markup."""
    return f"Tulkots: {words}"[:240]


@pytest.fixture
def translator(sign_in):
    """The demo's translator into Latvian, and what her browser complains about."""
    page = sign_in("translator-lv")
    page.complaints = admin.complaints(page)
    return page


def test_a_news_item_goes_from_estonian_to_latvian(translator, sign_in, visit):
    source = visit(SOURCE)
    title = source.locator("h1").inner_text()
    assert source.locator("link[hreflang=lv]").count() == 0
    admin.begin_translation(translator, title)

    admin.type_translations(translator, latvian)
    assert translator.locator(admin.WAITING).count() == 0, "the address follows the title"
    admin.hand_in_translation(translator)
    assert translator.complaints == []
    admin.approve(sign_in("reviewer"), latvian(title))

    source.goto(f"{SOURCE}?fresh")
    read = visit(source.locator("link[hreflang=lv]").get_attribute("href"))
    assert read.url.endswith("/tulkots-toidutee-sai-kaardi-kolmkummend-kaks-koogiust-lahti/")
    assert read.locator("h1").inner_text() == latvian(title)
    assert read.locator("html").get_attribute("lang") == "lv"
    assert "Tulkots: Kuidas kaart sündis" in read.locator("main").inner_text()
    assert read.locator("link[hreflang=et]").get_attribute("href").endswith(SOURCE)
    check(read)


def submit(translator, sign_in, title):
    """Every passage sent, handed in, approved."""
    admin.send_translations(translator, latvian)
    admin.hand_in_translation(translator)
    admin.approve(sign_in("reviewer"), title)


def test_a_programme_page_goes_into_latvian(translator, sign_in, visit):
    name = "Programm „Euroopa fondid Podlaasiale“ 2021–2027"
    admin.begin_translation(translator, name)

    submit(translator, sign_in, latvian(name))

    read = visit(admin.address(translator, "programmes", latvian(name)))
    assert read.locator("h1").inner_text() == latvian(name)
    check(read)


@pytest.mark.parametrize(
    ("kind", "section", "name"),
    [("topic", "/lv/temati/", "Suplus"), ("place", "/lv/vietas/", "Taheva")],
)
def test_a_snippet_goes_into_latvian(translator, sign_in, visit, kind, section, name):
    admin.add_named(sign_in("publisher"), kind, name)
    admin.begin_translation(translator, name)

    submit(translator, sign_in, latvian(name))

    read = visit(f"{section}?fresh")
    assert latvian(name) in read.locator("main").inner_text()
    check(read)


def test_a_menu_follows_its_source(translator, sign_in, visit):
    admin.change_menu(sign_in("administrator"), 0, "Värsked lood")
    admin.open_translation(translator, "Galvenā izvēlne")
    admin.take_new_words(translator)

    submit(translator, sign_in, "Galvenā izvēlne")

    read = visit("/lv/?fresh")
    assert latvian("Värsked lood") in read.locator("header").first.inner_text()
    check(read)


def test_a_translation_whose_source_changed(translator, sign_in, visit):
    title = "Koivamā attīstības stratēģija 2035 ir pieņemta"
    admin.open_translation(translator, title)
    passage = translator.locator(admin.OUTDATED)
    former = "Igal novembril avaldab võrgustik lihtsa tabeli: mis on liikunud, mis seisab ja miks."
    kept = "Katru novembri tīkls publicēs vienkāršu tabulu: kas kustas, kas stāv un kāpēc."
    assert f"Avotteksts bija: „{former}”" in passage.inner_text()
    assert passage.locator("p").nth(1).inner_text() == kept

    admin.review_passage(translator, f"{kept} Mērķi, kas stāv, pārraksta vai svītro.")
    admin.hand_in_translation(translator)
    admin.approve(sign_in("reviewer"), title)

    read = visit(admin.address(translator, "news", title))
    assert "pārraksta vai svītro" in read.locator("main").inner_text()
