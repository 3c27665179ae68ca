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

CASES = Path(__file__).parent / "cases"
RIGHT_VALUES = tomllib.loads((CASES / "right_values.toml").read_text(encoding="utf-8"))


def texts(body):
    """The words of every paragraph, item and heading, in order."""
    for block in body:
        said = block.get("items") or [block.get("html") or block.get("text")]
        yield from (html.unescape(re.sub(r"<[^>]+>", "", one)) for one in said)


@pytest.mark.pure
@pytest.mark.parametrize("name", RIGHT_VALUES)
def test_document_is_read_rightly(name, monkeypatch):
    right = RIGHT_VALUES[name]
    monkeypatch.setenv("TZ", "Europe/Tallinn")

    found = understand(read((CASES / name).read_bytes(), name)).as_json()

    warned = {}
    for one in found["warnings"]:
        warned.setdefault(one["code"], []).append(one["text"])
    said = {
        "title": found["title"],
        "date": (found["date"] or {"value": ""})["value"],
        "body": list(texts(found["body"])),
        "people": [
            [one[key] for key in ("name", "role", "email", "phone")] for one in found["people"]
        ],
        "warnings": {code: "; ".join(said) for code, said in warned.items()},
    }
    warnings = right.get("warnings", {})
    assert {key: said[key] for key in right if key in said and key != "warnings"} == {
        key: value for key, value in right.items() if key in said and key != "warnings"
    }
    assert said["warnings"].items() >= warnings.items()
    assert not {"struck_left_out", "hidden_left_out", "navigation_removed"} & (
        said["warnings"].keys() - warnings.keys()
    )


@pytest.mark.parametrize("name", [name for name in RIGHT_VALUES if "event" in RIGHT_VALUES[name]])
def test_event_is_when_the_document_says(name, homes):
    understood = understand(read((CASES / name).read_bytes(), name)).as_json()
    zone = ZoneInfo(settings.TIME_ZONE)

    page = event(Filling(understood, homes[understood["language"]].locale))

    moments = [moment.astimezone(zone) for moment in (page.starts_at, page.ends_at)]
    assert [f"{moment:%Y-%m-%d %H:%M}" for moment in moments] == RIGHT_VALUES[name]["event"]


@pytest.mark.pure
def test_every_document_has_its_right_values():
    documents = {path.name for path in CASES.iterdir() if path.suffix in (".html", ".txt", ".docx")}

    assert documents == set(RIGHT_VALUES)
