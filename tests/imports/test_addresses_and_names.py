"""Contacts are offered however their addresses and names are written; their lines stay."""

import pytest

from kogu.imports.readers import read
from kogu.imports.understanding import understand
from kogu.imports.understanding.addresses import spelled_plainly
from kogu.imports.understanding.names import EMAIL, PERSON

pytestmark = pytest.mark.pure


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
    "text",
    ["We meet at laat.example at noon.", "Ala et maja.", "a [1] b"],
)
def test_other_words_are_no_addresses(text):
    assert spelled_plainly(text) == text


@pytest.mark.parametrize(
    "name",
    [
        "Ilze van der Meer", "Ludwig von der Tann", "Maria de la Cruz", "Mary O’Malley",
        "Mary O'Malley", "Jean d’Arc", "Anna de Vries", "Juan del Río", "Pieter van ’t Hoff",
        "Leonardo da Vinci",
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
