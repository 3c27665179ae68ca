"""A translator brings things into her language; after the review readers have them there."""

import pytest
from django.utils import translation as language
from django.utils.translation import gettext

from . import admin

SOURCE = "/et/uudised/toidutee-sai-kaardi-kolmkummend-kaks-koogiust-lahti/"


def latvian(words):
    """Stands for a translation: other words, each passage its own, with its markup."""
    return f"Tulkots: {words}"[:240]


@pytest.fixture
def translator(sign_in):
    """The demo's translator into Latvian, and what her browser complains about."""
    page = sign_in("translator-lv")
    page.complaints = []
    page.on("console", lambda message: page.complaints.append(message.text))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    return page


def test_a_news_item_goes_from_estonian_to_latvian(translator, sign_in, visit):
    source = visit(SOURCE)
    title = source.locator("h1").inner_text()
    number = admin.found(sign_in("editor"), title)
    admin.begin_translation(translator, f"page/{number}")
    assert source.locator("link[hreflang=lv]").count() == 0

    admin.type_translations(translator, latvian)
    translator.reload()
    with language.override("lv"):
        assert gettext("Every passage is translated.") in translator.locator("main").inner_text()
    admin.hand_in_translation(translator)
    assert translator.complaints == []
    admin.approve(sign_in("reviewer"), latvian(title))

    source.goto(f"{SOURCE}?fresh")
    alternate = source.locator("link[hreflang=lv]").get_attribute("href")
    read = visit(alternate)
    assert read.locator("h1").inner_text() == latvian(title)
    assert read.locator("html").get_attribute("lang") == "lv"
    assert "Tulkots: Kuidas kaart sündis" in read.locator("main").inner_text()
    assert read.locator("link[hreflang=et]").get_attribute("href").endswith(SOURCE)


def handed_in(translator, sign_in, title):
    """Every passage sent, handed in, approved."""
    admin.send_translations(translator, latvian)
    admin.hand_in_translation(translator)
    admin.approve(sign_in("reviewer"), title)


def test_a_programme_page_goes_into_latvian(translator, sign_in, visit):
    name = "Programm „Euroopa fondid Podlaasiale” 2021–2027"
    number = admin.found(sign_in("editor"), name)
    admin.begin_translation(translator, f"page/{number}")

    handed_in(translator, sign_in, latvian(name))

    names = visit("/lv/no-kurienes-nauda/").locator("main").inner_text()
    assert latvian(name) in names


@pytest.mark.parametrize(
    ("kind", "section", "name", "source"),
    [
        ("place", "/lv/vietas/", "Seini pilsēta", "Sejny linn"),
        ("topic", "/lv/temati/", "Vietējā pārtika", "Kohalik toit"),
    ],
)
def test_a_snippet_reads_as_translated(translator, sign_in, visit, kind, section, name, source):
    translator.goto(f"/admin/snippets/directory/{kind}/")
    translator.locator("main tbody a", has_text=name).first.click()

    handed_in(translator, sign_in, latvian(source))

    assert latvian(source) in visit(f"{section}?now").locator("main").inner_text()


def test_a_menu_speaks_the_translators_words(translator, sign_in, visit):
    editor = sign_in("administrator")
    admin.open_menu(editor, "Estonian")
    editor.fill("#id_items-0-title", "Värsked lood")
    editor.locator("footer [data-w-dropdown-target=toggle]").click()
    editor.locator("button[name=action-publish]").click()
    update = editor.locator("a[href*='/localize/update/']").first.get_attribute("href")
    admin.post(translator, update)
    admin.open_menu(translator, "Latvian")

    handed_in(translator, sign_in, translator.locator("h1, h2").first.inner_text())

    header = visit("/lv/?now").locator("header").first.inner_text()
    assert latvian("Värsked lood") in header
