"""What people do with dashes, cells and missing spaces is read as they meant it."""

import io

import docx
import pytest

from kogu.imports.readers import read
from kogu.imports.understanding import understand
from kogu.imports.understanding.glued import parted

LONG = "Klaster koondab käsitöölisi ja koole, kes tahavad ühiselt rohkem ära teha kui üksi. " * 2


def told(text: str, name: str = "a.html", **choices) -> dict:
    return understand(read(text.encode(), name), **choices).as_json()


def word(*paragraphs, title="Pealkiri") -> bytes:
    document, file = docx.Document(), io.BytesIO()
    document.add_heading(title, level=1)
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(file)
    return file.getvalue()


def kinds(lines) -> list[str]:
    return [line.kind for line in lines]


def test_dashes_typed_in_word_make_a_list():
    source = read(word("Eesmärgid", "– hoida oskusi", "– luua töökohti", "Lõpp."), "a.docx")

    assert kinds(source.lines[1:]) == ["paragraph", "item", "item", "paragraph"]
    assert [line.text for line in source.lines[2:4]] == ["hoida oskusi", "luua töökohti"]
    assert [line.html for line in source.lines[2:4]] == ["hoida oskusi", "luua töökohti"]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("– To dobra wiadomość – mówi wójt.", "– Zaczynamy w maju – dodaje."),
        ("– Czekaliśmy. Nareszcie jest.", "– Tak. Zgoda."),
        ("– üks ainus rida", "Siis jutt läheb edasi."),
    ],
)
def test_dashes_that_open_speech_make_none(paragraphs):
    assert kinds(read(word(*paragraphs), "a.docx").lines[1:]) == ["paragraph", "paragraph"]


def test_lines_of_one_cell_do_not_run_into_each_other():
    found = told(
        f"<h1>Savi klaster</h1><p>{LONG}</p><h2>Kontakt</h2><table><tr>"
        "<td><p>Liis Pajuste<br>klastri koordinaator</p></td>"
        "<td><p>+372 5550 3381</p><p>liis@savi.example.ee</p></td></tr></table>"
    )

    (person,) = found["people"]
    assert (person["name"], person["role"]) == ("Liis Pajuste", "klastri koordinaator")
    assert (person["phone"], person["email"]) == ("+372 5550 3381", "liis@savi.example.ee")


def test_columns_say_who_paid_for_what():
    found = told(
        f"<h1>Klaster Basetla</h1><p>Klaster powstał 12 maja 2016 r. {LONG}</p>"
        "<h2>Kto nas wspiera</h2><table>"
        "<tr><th>Instytucja</th><th>Program</th><th>Numer</th><th>Na co</th></tr>"
        "<tr><td>Powiat Parczewski</td><td></td><td></td><td>jarmark</td></tr>"
        "<tr><td>Unia Europejska</td><td>Interreg</td><td>LT-112</td><td>szkoła</td></tr>"
        "</table>",
        kind="cluster",
        language="pl",
    )

    said = [
        tuple(one[key] for key in ("organisation", "programme", "number", "purpose"))
        for one in found["cluster"]["supporters"]
    ]
    assert said == [
        ("Powiat Parczewski", "", "", "jarmark"),
        ("Unia Europejska", "Interreg", "LT-112", "szkoła"),
    ]


def test_a_table_of_members_names_no_supporters():
    found = told(
        f"<h1>Klaster Basetla</h1><p>{LONG}</p><h2>Członkowie</h2><table>"
        "<tr><th>Instytucja</th><th>Program</th><th>Od</th></tr>"
        "<tr><td>Powiat Parczewski</td><td>szkoła</td><td>maja</td></tr>"
        "<tr><td>Gmina Kock</td><td>targi</td><td>czerwca</td></tr></table>",
        kind="cluster",
        language="pl",
    )

    assert found["cluster"]["supporters"] == []


def test_short_lines_below_a_label_are_its_list():
    text = ("Projekta nosaukums: Laivu nams", "Aktivitātes:", "Jumta maiņa", "Laivu skola")
    source = read(word(*text, "Projekta kopējās izmaksas: EUR 100,00"), "a.docx")
    found = understand(source, kind="project", language="lv").as_json()

    assert found["project"]["activities"] == ["Jumta maiņa", "Laivu skola"]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Liis Oja, koordinaatorliis.oja@maitsed.example", "liis.oja@maitsed.example"),
        ("Koordynatorka: Barbara Mrozekb.mrozek@lgd.example", "b.mrozek@lgd.example"),
        ("Ewa Łoś, tel. 87 555 01 23e.los@warsztaty.example", "e.los@warsztaty.example"),
    ],
)
def test_an_address_is_told_from_the_word_before_it_by_the_name(text, address):
    assert parted(text)[0].endswith(f" {address}")


@pytest.mark.parametrize("text", ["Liis Oja, liis.oja@a.example", "Kirjuta: info@a.example"])
def test_an_address_that_stands_alone_stays(text):
    assert parted(text) == (text, [])


@pytest.mark.parametrize(
    "sentence",
    [
        "In <st1:City><st1:place>Tartu</st1:place></st1:City> we met.",
        "In <nobr>Tartu</nobr> <acronym>we</acronym> met.",
    ],
)
def test_marks_within_a_sentence_do_not_part_it(sentence):
    lines = read(f"<html><body><p>{sentence}</p></body></html>".encode(), "a.html").lines

    assert [line.text for line in lines] == ["In Tartu we met."]
