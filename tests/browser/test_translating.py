"""A translator brings things into her language; after the review readers have them there."""

import pytest
from django.utils import translation as language
from django.utils.text import slugify
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

    read = visit(f"/lv/programmas/eiropas-socialais-fonds-plus/{slugify(latvian(name))}/")
    assert read.locator("h1").inner_text() == latvian(name)
