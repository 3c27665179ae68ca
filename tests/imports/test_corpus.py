"""Documents of every kind, language and format are understood as people would."""

import json
from pathlib import Path

import pytest

from tests.imports.score import FORMATS, score_folder
from tests.imports.understood import understood

CORPUS = Path(__file__).parent / "corpus"
# What no fact or block took; other tests look at these.
ACCOUNTING = {"label_read", "words_left_out", "left_out", "repetition_left_out"}
DOCUMENTS = sorted(
    path
    for path in CORPUS.iterdir()
    if path.suffix in FORMATS and path.with_suffix(".json").exists()
)


def understood_of(name: str) -> dict:
    return understood(name, (CORPUS / name).read_bytes())


def test_corpus_covers_kinds_languages_and_formats():
    expected = [json.loads(path.with_suffix(".json").read_text()) for path in DOCUMENTS]

    assert len(DOCUMENTS) >= 14
    assert {one["language"] for one in expected} == {"et", "lv", "pl", "en"}
    assert {one["kind"] for one in expected} >= {"news", "project", "cluster", "event", "page"}
    assert {path.suffix for path in DOCUMENTS} == {".txt", ".html", ".docx"}


def test_corpus_is_understood():
    score = score_folder(CORPUS)

    assert score.precision >= 0.98, score.faults
    assert score.recall >= 0.98, score.faults
    assert score.invented == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_warnings_are_the_expected_ones(path):
    expected = json.loads(path.with_suffix(".json").read_text())

    found = understood_of(path.name)

    assert [one["code"] for one in found["warnings"] if one["code"] not in ACCOUNTING] == [
        one["code"] for one in expected["warnings"]
    ]
    assert found["title_provisional"] == expected["title_provisional"]


def test_title_that_opens_the_text_is_said_once():
    found = understood_of("news-et.txt")

    assert found["title"].endswith("kevadine ümarlaud")
    assert found["body"][0]["html"].startswith("Seekord koguneti")


def test_missing_year_stays_open_and_is_reasoned_about():
    date = understood_of("news-et.txt")["date"]

    assert date["value"] is None
    assert date["missing"] == "year"
    assert [one["value"] for one in date["proposals"]] == ["2023-03-07"]
    assert {one["code"] for one in date["proposals"][0]["reasons"]} == {"weekday", "later_year"}


def test_budget_says_only_what_is_written():
    project = understood_of("project-et.txt")["project"]

    assert project["total"] == {"amount": "36500.00", "currency": "EUR"}
    assert project["own_contribution"] == {"amount": "5475.00", "currency": "EUR"}
    assert project["rest"] == "not_stated"


def test_strategy_keeps_its_tree():
    domains = understood_of("project-et.txt")["project"]["strategy"]["domains"]

    assert [one["title"] for one in domains] == [
        "Hariduse valdkond",
        "Ettevõtluse valdkond",
        "Elav kogukond",
    ]
    nested = domains[1]["goals"][0]
    assert nested["title"].startswith("Väikeettevõtted teevad koostööd.")
    assert [one["title"] for one in nested["goals"]] == [
        "Ühiste müügikohtade loomine valdade keskustesse"
    ]
    assert len(domains[2]["goals"]) == 2


def test_each_supporter_keeps_its_own_programme_number_and_purpose():
    first, second, third = understood_of("cluster-et.txt")["cluster"]["supporters"]

    assert first["organisation"] == "Majandusministeerium"
    assert second["project"] == "Järvemaa puiduklastri käivitamine"
    assert second["number"] == "EJ118"
    assert third == {
        "organisation": "Põhjala Fond",
        "programme": "",
        "project": "",
        "number": "",
        "purpose": '"Puidupäeva" korraldamine',
    }
