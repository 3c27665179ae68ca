"""What each supporter paid for is kept apart, however the sentence is built."""

import pytest

from kogu.imports.readers import read
from kogu.imports.understanding import understand

# Language, sentence, then organisation, programme, project, number and purpose.
TOLD = [
    (
        "et",
        "Koolitusi toetas Saarte Arengufond programmist „Uus algus“ projekti „Saar maailma“"
        " (2014-2020.5.03.18-0221) raames.",
        ("Saarte Arengufond", "Uus algus", "Saar maailma", "2014-2020.5.03.18-0221", "Koolitusi"),
    ),
    (
        "et",
        "Poe sisustamist toetas Ranniku Fond LEADER-programmi kaudu (projekt nr 8198217).",
        ("Ranniku Fond", "LEADER", "", "8198217", "Poe sisustamist"),
    ),
    (
        "et",
        "Saarepealse vald annab klastrile tasuta ruumid.",
        ("Saarepealse vald", "", "", "", "tasuta ruumid"),
    ),
    (
        "lv",
        "Dalību izstādēs atbalsta Krasta attīstības aģentūra programmā „Kopā”"
        " (projekts Nr. KP-2020/11).",
        ("Krasta attīstības aģentūra", "Kopā", "", "KP-2020/11", "Dalību izstādēs"),
    ),
    (
        "pl",
        "Zakup pieców współfinansuje Unia Europejska w ramach projektu „Nowe piece”"
        " (nr RPLD.03.01-10/18).",
        ("Unia Europejska", "", "Nowe piece", "RPLD.03.01-10/18", "Zakup pieców"),
    ),
    (
        "pl",
        "Sklep powstał dzięki dotacji Urzędu Miasta Zielin z programu „Miasto tworzy”.",
        ("Urzędu Miasta Zielin", "Miasto tworzy", "", "", "Sklep"),
    ),
    (
        "en",
        "The kiln was bought with a grant from the Rural Fund under the measure “Old Skills”"
        " (No. 12-33).",
        ("Rural Fund", "Old Skills", "", "12-33", "The kiln"),
    ),
]


@pytest.mark.parametrize(("language", "sentence", "wanted"), TOLD)
def test_programme_number_and_purpose_are_kept_apart(language, sentence, wanted):
    source = read(f"Klaster\n\n{sentence}".encode(), "a.txt")

    found = understand(source, "cluster", language).as_json()["cluster"]["supporters"]

    assert [tuple(one.values()) for one in found] == [wanted]


def test_two_who_paid_together_are_two():
    source = read(b"Klaster\n\nLaata rahastasid Ranna vald ja Saarte Fond.", "a.txt")

    found = understand(source, "cluster", "et").as_json()["cluster"]["supporters"]

    paid = [(one["organisation"], one["purpose"]) for one in found]
    assert paid == [("Ranna vald", "Laata"), ("Saarte Fond", "Laata")]


def test_years_in_brackets_are_no_number():
    source = read("Klaster\n\nRuume toetas Ranna vald (2019–2021).".encode(), "a.txt")

    found = understand(source, "cluster", "et").as_json()["cluster"]["supporters"]

    assert [one["number"] for one in found] == [""]
