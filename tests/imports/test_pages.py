"""Pages of many publishing systems, and what they do to addresses, are read rightly."""

import tomllib
from pathlib import Path

import pytest

from kogu.imports.readers import read
from kogu.imports.understanding import understand
from tests.imports.test_accounting import unaccounted
from tests.imports.test_cases import list_levels, texts

SHARED = {
    "{title}": "Mill opens again",
    "{opened}": "The mill of Vireda opened again on 3 March 2027 after two years of repairs.",
    "{bread}": "Bread is baked every Friday, and everybody may watch the millers at their work.",
    "{evening}": "The evening takes place on 12 May 2027 at 18.00 in the Vireda mill.",
}
PAGES = tomllib.loads(Path(__file__).with_name("pages.toml").read_text(encoding="utf-8"))
# The marks of a list that Word saved are its order.
WITHOUT_MARKS = {"mso-numbers"}


def whole(text: str) -> str:
    for short, words in SHARED.items():
        text = text.replace(short, words)
    return text


@pytest.mark.parametrize("name", PAGES)
def test_page_is_read_rightly(name, monkeypatch):
    monkeypatch.setenv("TZ", "Europe/Tallinn")
    right = PAGES[name]

    found = understand(read(whole(right["page"]).encode(), "a.html")).as_json()

    body = "\n".join(texts(found["body"]))
    said = {
        "title": found["title"],
        "date": (found["date"] or {"value": ""})["value"],
        "people": [
            [one[key] for key in ("name", "role", "email", "phone")] for one in found["people"]
        ],
        "levels": [level for one in found["body"] for level in list_levels(one)],
    }
    wanted = {key: right[key] for key in said if key in right} | {"title": whole(right["title"])}
    assert {key: said[key] for key in wanted} == wanted
    assert [one for one in map(whole, right.get("holds", ())) if one not in body] == []
    assert [one for one in right.get("lacks", ()) if one in body] == []
    for code, words in right.get("warnings", {}).items():
        assert words in " ".join(one["text"] for one in found["warnings"] if one["code"] == code)


@pytest.mark.parametrize("name", sorted(PAGES.keys() - WITHOUT_MARKS))
def test_no_word_of_a_page_vanishes(name):
    assert unaccounted("a.html", whole(PAGES[name]["page"]).encode()) == []
