"""Documents that were once misread are read as people read them."""

import html
import re
import tomllib
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings

from kogu.imports.drafts.filling import Filling
from kogu.imports.drafts.others import event
from kogu.imports.readers import read
from kogu.imports.understanding import understand
from kogu.language.lookalikes import without_note_marks
from kogu.language.money import find_amounts

CASES = Path(__file__).parent / "cases"
RIGHT_VALUES = tomllib.loads((CASES / "right_values.toml").read_text(encoding="utf-8"))


def texts(body):
    """The words of every paragraph, item and heading, in order."""
    for block in body:
        said = block.get("items") or [block.get("html") or block.get("text")]
        yield from (html.unescape(re.sub(r"<[^>]+>", "", one)) for one in said)


def list_levels(block):
    """How deep each item of a list stands."""
    return block.get("levels") or [0] * len(block.get("items", ()))


def amount(said):
    return said and f"{said['amount']} {said['currency']}"


def amounts(body):
    return [one for text in texts(body) for one in find_amounts(without_note_marks(text))]


@pytest.mark.parametrize("name", RIGHT_VALUES)
def test_document_is_read_rightly(name, monkeypatch):
    right = RIGHT_VALUES[name]
    monkeypatch.setenv("TZ", "Europe/Tallinn")

    found = understand(read((CASES / name).read_bytes(), name)).as_json()

    warned = {}
    for one in found["warnings"]:
        warned.setdefault(one["code"], []).append(one["text"])
    project = found["project"] or {}
    said = {
        "title": found["title"],
        "date": (found["date"] or {"value": ""})["value"],
        "body": list(texts(found["body"])),
        "levels": [level for one in found["body"] for level in list_levels(one)],
        "amounts": [f"{one.amount:.2f} {one.currency}" for one in amounts(found["body"])],
        "people": [
            [one[key] for key in ("name", "role", "email", "phone")] for one in found["people"]
        ],
        "numbers": project.get("numbers"),
        "total": amount(project.get("total")),
        "own": amount(project.get("own_contribution")),
        "programmes": project.get("programmes"),
        "period": [(project.get(end) or {}).get("value") for end in ("start", "end")],
        "warnings": {code: "; ".join(said) for code, said in warned.items()},
    }
    right = {"warnings": {}, **{key: value for key, value in right.items() if key in said}}
    assert {key: said[key] for key in right} == right


@pytest.mark.parametrize("name", [name for name in RIGHT_VALUES if "event" in RIGHT_VALUES[name]])
def test_event_is_when_the_document_says(name, homes):
    understood = understand(read((CASES / name).read_bytes(), name)).as_json()
    zone = ZoneInfo(settings.TIME_ZONE)

    page = event(Filling(understood, homes[understood["language"]].locale))

    moments = [moment.astimezone(zone) for moment in (page.starts_at, page.ends_at)]
    assert [f"{moment:%Y-%m-%d %H:%M}" for moment in moments] == RIGHT_VALUES[name]["event"]


def test_every_document_has_its_right_values():
    documents = {path.name for path in CASES.iterdir() if path.suffix in (".html", ".txt", ".docx")}

    assert documents == set(RIGHT_VALUES)
