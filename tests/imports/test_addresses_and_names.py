"""Contacts are offered however their addresses and names are written; their lines stay."""

import pytest

from kogu.imports.readers import read
from kogu.imports.understanding import understand
from kogu.imports.understanding.addresses import spelled_plainly
from kogu.imports.understanding.names import EMAIL, PERSON


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("mari[at]laat.example", "mari@laat.example"),
        ("mari (ät) laat.example", "mari@laat.example"),
        ("mari(at)laat(dot)example", "mari@laat.example"),
        ("mari [at] laat [dot] example", "mari@laat.example"),
        ("mari.kask {at} laat {punkt} example", "mari.kask@laat.example"),
        ("mari[dot]kask[at]laat[dot]example", "mari.kask@laat.example"),
        ("mari at laat dot example", "mari@laat.example"),
        ("mari.kask AT laat.example", "mari.kask@laat.example"),
        ("anna (małpa) dom.example", "anna@dom.example"),
        ("anna [małpa] dom [kropka] example", "anna@dom.example"),
        ("ilze (et) maja.example", "ilze@maja.example"),
        ("ilze(at)maja[punkts]example", "ilze@maja.example"),
        ("mari @ laat.example", "mari@laat.example"),
        ("juri ÄT laat.example", "juri@laat.example"),
    ],
)
def test_spelled_addresses_are_understood(written, address):
    assert EMAIL.search(spelled_plainly(f"Info: {written}, tel 5550 1234")).group() == address


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("Mari Kask, mari at laat.example", "mari@laat.example"),
        ("Jüri Õunapuu, juri.o ät laat.example", "juri.o@laat.example"),
        ("Jan Łoś, los małpa dom.example", "los@dom.example"),
        ("Bjørn Kask, bjorn at laat.example", "bjorn@laat.example"),
        ("Mari Kask (projektijuht), mari ät laat.example", "mari@laat.example"),
        ("Mari Kask, projektijuht, kask at laat.example", "kask@laat.example"),
    ],
)
def test_an_address_made_of_the_name_before_it_needs_no_brackets(written, address):
    assert EMAIL.search(spelled_plainly(f"Info: {written}, tel 5550 1234")).group() == address


@pytest.mark.parametrize(
    "text",
    [
        "We meet at laat.example at noon.",
        "Ala et maja.",
        "a [1] b",
        "Mary Oaktree, look at mill.example",
        "Mary Oaktree is at mill.example",
    ],
)
def test_other_words_are_no_addresses(text):
    assert spelled_plainly(text) == text


@pytest.mark.parametrize(
    "name",
    [
        "Ilze van der Meer", "Ludwig von der Tann", "Maria de la Cruz", "Mary O’Malley",
        "Mary O'Malley", "Jean d’Arc", "Anna de Vries", "Juan del Río", "Pieter van ’t Hoff",
        "Leonardo da Vinci", "Ludwig von und zu Stein", "Amir al-Rashid",
    ],
)  # fmt: skip
def test_names_keep_their_particles(name):
    assert PERSON.fullmatch(name)


def test_a_name_does_not_end_with_a_particle():
    assert PERSON.match("Ilze Meer van the host").group() == "Ilze Meer"


def test_no_role_is_made_of_an_address_and_the_line_stays():
    text = "Laat\n\nLaat toimub 12. mail 2027.\n\nMari Kask, info, info[at]laat.example\n"

    found = understand(read(text.encode())).as_json()

    assert [(one["name"], one["role"], one["email"]) for one in found["people"]] == [
        ("Mari Kask", "", "info@laat.example")
    ]
    assert "info[at]laat.example" in found["body"][-1]["html"]


@pytest.mark.parametrize(
    ("label", "words", "address", "name"),
    [
        ("", "Mari Kask", "mari@laat.example", "Mari Kask"),
        ("Kontakt: ", "Mari Kask", "info@laat.example", "Mari Kask"),
        ("", "Kirjuta Anule", "info@laat.example", None),
        ("Kontakt: ", "Kirjuta Meile", "info@laat.example", None),
    ],
)
def test_a_link_on_a_name_is_a_contact(label, words, address, name):
    page = f"<p>Laat on 12. mail 2027.</p><p>{label}<a href='mailto:{address}'>{words}</a>"

    people = understand(read(page.encode(), "a.html")).as_json()["people"]

    assert [(one["name"], one["email"]) for one in people] == ([(name, address)] if name else [])
