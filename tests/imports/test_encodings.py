"""A declared encoding is believed where it fits the bytes."""

import pytest

from kogu.imports.readers.encoding import decode
from kogu.language.lookalikes import unified

WORDS = {
    "et": "Külavanem ütles: „Nüüd on kõigil ruumi“ – ja avas ukse. Pilet maksab 5 €, tee šokolaad…",
    "lv": "Šī zāle ir mūsu prieks; žēl, ka čakli darīts tikai tagad – ļoti ķērās pie darba.",
    "pl": "Młyn w Suwałkach znów działa – „świętują” wszyscy, aż żal ściągać ćwieki.",
}
LETTERS = {
    "et": "Räägime õunaaiast, külakõrtsist ja ühisest küttest. Õhtu lõpeb „öömajas“.",
    "lv": "Īpaši aicināti jaunieši, vecāki un skolotāji no Ķekavas – „Ādažu“ zālē.",
    "pl": "Będzie gorąca zupa i śpiew do późna. Młyn „Łączka” działa – świętują wszyscy.",
    "en": "The hall’s opening costs £5 – everybody is welcome… “Bring a friend”, says Mary.",
    "fr": "The guests Zoë and René came to the café.",
}
PAGES = {"et": ("cp1252", "cp1257"), "lv": ("cp1257",), "pl": ("cp1250", "cp1257")}


@pytest.mark.parametrize("declared", ["iso-8859-1", "iso-8859-13", "iso-8859-2", "utf-8", "utf-16"])
@pytest.mark.parametrize(
    ("language", "page"), [(code, page) for code in WORDS for page in PAGES[code]]
)
def test_windows_pages_behind_other_labels_are_told(language, page, declared):
    assert decode(WORDS[language].encode(page), declared) == WORDS[language]


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("Núñez og Sørensen besøgte møllen i går.", "iso-8859-1"),
        ("Die Mühle öffnet größer als früher.", "windows-1252"),
        ("Млин знову відчинено після ремонту.", "windows-1251"),
        ("Мельница снова открыта.", "koi8-r"),
    ],
)
def test_a_label_that_fits_is_believed(text, page):
    assert decode(text.encode(page), page) == text


def test_a_few_foreign_names_do_not_outweigh_the_label():
    text = "The mill was opened by the Spanish guests Núñez and León. "
    text += "It had been repaired for two years, and now bread is baked there every Friday. " * 2

    assert decode(text.encode("cp1252"), "iso-8859-1") == text


def test_a_byte_order_mark_outweighs_every_label():
    assert decode("Żółw".encode("utf-8-sig"), "windows-1250") == "Żółw"


def test_names_of_other_codecs_are_no_encodings():
    assert decode("Müller – „müür“".encode("cp1252"), "unicode_escape") == "Müller – „müür“"


def test_typography_alone_is_the_same_on_every_windows_page():
    assert decode("Mary’s “mill” – 5 €…".encode("cp1252")) == "Mary’s “mill” – 5 €…"


@pytest.mark.parametrize(
    ("language", "page"),
    [("et", "mac_roman"), ("et", "mac_latin2"), ("lv", "mac_latin2"), ("pl", "mac_latin2"),
     ("en", "mac_roman"), ("fr", "mac_roman"), ("en", "cp1252"), ("en", "cp1257")],
)  # fmt: skip
@pytest.mark.parametrize("declared", ["", "iso-8859-1"])
def test_pages_of_old_macs_are_told(language, page, declared):
    assert decode(LETTERS[language].encode(page), declared) == unified(LETTERS[language])


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("Savi OÜ ja VõruÕli tegid tööd", "cp1252"),
        ("Tere, O’Neill. Jõgi ja MÕIS, aŠi", "cp1257"),
        ("Jādomā par eŠķūni, saka Ķekavas ļaudis", "cp1257"),
        ("Młyn eŻubr zaprasza, świętują też sąsiedzi", "cp1250"),
        ("Räägime õunaaiast ja VõruÕlist köögis", "mac_roman"),
    ],
)
def test_a_capital_within_a_name_hides_no_page(text, page):
    assert decode(text.encode(page)) == unified(text)


@pytest.mark.parametrize("order", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["Ādaži, Ķekava un Āraiši", "Zażółć gęślą jaźń", "Hei!"])
def test_utf_16_without_its_mark_is_told_by_its_letters(text, order):
    assert decode(text.encode(order)) == text
