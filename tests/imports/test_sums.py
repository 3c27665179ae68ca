"""The sums of a project are read without a colon and from sentences; none is guessed."""

import pytest

from kogu.imports.readers import read
from kogu.imports.understanding import understand


@pytest.mark.parametrize(
    ("language", "text", "total", "own"),
    [
        ("et", "Eelarve 200 tuhat eurot", "200000.00", None),
        ("et", "Projekti kogumaksumus on 1,2 miljonit eurot.", "1200000.00", None),
        ("et", "Projekt maksab 12 500 €, omaosalus on 2500 €.", "12500.00", "2500.00"),
        ("et", "Eelarve: 200–250 tuhat eurot", None, None),
        ("et", "Projekti eelarve on ligi 200 tuhat eurot.", None, None),
        ("et", "Linna eelarve on 5 miljonit eurot.", None, None),
        ("lv", "Budžets 200 tūkstoši eiro, pašu ieguldījums 20 tūkst. €", "200000.00", "20000.00"),
        ("lv", "Projekta kopējās izmaksas ir 200 tūkstoši eiro.", "200000.00", None),
        ("pl", "Budżet 200 tys. zł", "200000.00", None),
        ("pl", "Koszt projektu to 200 tys. zł, w tym wkład własny 20 tys.", "200000.00", None),
        ("pl", "Projekt kosztuje 90 tys. zł, z czego 20 tys. zł to wkład własny, a 70 tys. zł"
         " dotacja.", "90000.00", "20000.00"),
        ("en", "Budget EUR 1.2 million", "1200000.00", None),
        ("en", "The total budget of the project is EUR 1.2 million.", "1200000.00", None),
        ("en", "Own contribution is €20k.", None, "20000.00"),
        ("en", "Total budget 500 EUR for prizes", None, None),
    ],
)  # fmt: skip
def test_sums_without_a_colon(language, text, total, own):
    project = understand(read(text.encode(), "a.txt"), "project", language).as_json()["project"]

    said = [sum_ and sum_["amount"] for sum_ in (project["total"], project["own_contribution"])]
    assert said == [total, own]


@pytest.mark.parametrize("text", ["Eelarve: kaks miljonit eurot", "Eelarve: 200–250 tuhat eurot"])
def test_a_sum_in_words_or_between_two_is_said(text):
    found = understand(read(text.encode(), "a.txt"), "project", "et").as_json()

    doubtful = [one["text"] for one in found["warnings"] if one["code"] == "amount_doubtful"]
    assert doubtful == [text]
