"""Marks, parted words and lost byte order marks of plain text are understood."""

import pytest

from kogu.imports.errors import Refusal
from kogu.imports.readers import read
from kogu.imports.understanding import understand


def lines(text: str) -> list[str]:
    return [line.html for line in read(text.encode(), "a.txt").lines]


def test_marks_of_emphasis_and_links_become_markup():
    text = "The hall opened on **3 March** after *two* years, see [photos](https://a.example/b)."

    source = read(text.encode(), "a.txt")

    assert source.lines[0].text == "The hall opened on 3 March after two years, see photos."
    assert source.lines[0].html == (
        "The hall opened on <strong>3 March</strong> after <em>two</em> years, see "
        '<a href="https://a.example/b">photos</a>.'
    )


@pytest.mark.parametrize("text", ["Pilet 5 €* ja 3*2*1 tk", "[sic] (x)", "a ** b ** c", "5 * 4"])
def test_other_stars_and_brackets_stay(text):
    assert lines(text) == [text]


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("The hall opened and the vil-\nlage came.", "The hall opened and the village came."),
        ("Kavas on kooli-\nja spordimaja remont.", None),
        ("A long-term plan needs a long-\nterm view.", "A long-term plan needs a long-term view."),
        ("Palume kõigil saata üks e-\nkiri meile.", "Palume kõigil saata üks e-kiri meile."),
        ("Contact the mill and Mari-\nLiis Kask.", None),
    ],
)
def test_a_word_parted_at_the_end_of_a_row_is_whole(text, joined):
    assert lines(text) == ([joined] if joined else text.split("\n"))


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_its_mark(encoding):
    source = read("Jaunā zāle\n\nZāle ir mūsu prieks, ļoti čakli darīts.".encode(encoding), "a.txt")

    assert source.lines[0].text == "Jaunā zāle"


def test_other_files_with_zeros_are_no_text():
    for data in (b"words\0\0words", b"\0a\0" * 20, bytes(range(256)) * 4):
        with pytest.raises(Refusal):
            read(data, "a.txt")


@pytest.mark.parametrize(
    ("contact", "name"),
    [
        ("dr hab. Anna Nowak-Kowalska, anna@dom.example", "dr hab. Anna Nowak-Kowalska"),
        ("mgr inż. Jan Łoś, biuro@dom.example", "mgr inż. Jan Łoś"),
        ("Dr. Ilze fon der Goltza, ilze@dom.example", "Dr. Ilze fon der Goltza"),
        ("JAN ŁOŚ, jan.los@dom.example", "Jan Łoś"),
        ("ANNA NOWAK-KOWALSKA, tel. 601 234 567, a.nowak@dom.example", "Anna Nowak-Kowalska"),
        ("J. R. Dąb, prowadzący, jr@dom.example", "J. R. Dąb"),
        ("Pani Anna Nowak, tel. 601 234 567", "Anna Nowak"),
        ("GMINNY OŚRODEK KULTURY, biuro@dom.example", None),
        ("BIURO PROJEKTU, biuro@dom.example", None),
    ],
)
def test_titles_particles_and_capitals_of_names(contact, name):
    text = f"Wieczór pieśni\n\nWieczór odbędzie się 12 maja 2027 r. w młynie.\n\nKontakt: {contact}"

    people = understand(read(text.encode(), "a.txt")).as_json()["people"]

    assert [one["name"] for one in people] == ([name] if name else [])


def test_an_address_that_abbreviates_a_name_does_not_change_it():
    text = "Evening\n\nIt is on 12 May 2027.\n\nContact: Anna Nowak-Kowalska, a.nowak@b.example"

    people = understand(read(text.encode(), "a.txt")).as_json()["people"]

    assert [one["name"] for one in people] == ["Anna Nowak-Kowalska"]


def test_an_at_in_brackets_is_no_role():
    text = "Evening\n\nIt is on 12 May 2027.\n\nContact: Mary Oaktree, mary(a)mill.example"

    person = understand(read(text.encode(), "a.txt")).as_json()["people"][0]

    assert (person["name"], person["role"], person["email"]) == (
        "Mary Oaktree",
        "",
        "mary@mill.example",
    )
