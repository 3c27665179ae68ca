"""What each resource answers for a small fixed region, word by word.

When an answer or a field changes on purpose, renew the files and review the difference:

    KOGU_GOLDEN=write .venv/bin/pytest tests/api/test_golden.py
"""

import json
import os
import re
from pathlib import Path

import pytest

from kogu.api.included import INCLUDES
from kogu.api_v1.endpoints import resources

GOLDEN = Path(__file__).parent / "golden"
# Documents have random ids, and a name that the storage lengthens when it is taken.
DOCUMENT = re.compile(r"(/documents/)[^\"/]*(/document)[^\"/]*(\.pdf)")
# Front doors have random ids.
ONLY = {"pages": "kind=information&"}
SITE = ("navigation", "settings", "redirects")


def told(client, path):
    """An answer as a file keeps it: indented, without what is never twice the same."""
    response = client.get(path)
    assert response.status_code == 200, response.content
    text = json.dumps(response.json(), indent=1, ensure_ascii=False) + "\n"
    return DOCUMENT.sub(r"\1…\2\3", text)


def compare(name, text):
    file = GOLDEN / name
    if os.environ.get("KOGU_GOLDEN") == "write":
        file.write_text(text, encoding="utf-8")
    return file.read_text(encoding="utf-8") == text


def test_every_answer_is_as_it_was(client, scenario):
    include = ",".join(INCLUDES)
    changed = [
        name
        for name in resources
        if not compare(
            f"{name}.json",
            told(client, f"/api/v1/{name}?locale=en&{ONLY.get(name, '')}include={include}"),
        )
    ]
    changed += [
        name
        for name in SITE
        if not compare(f"{name}.json", told(client, f"/api/v1/{name}?locale=en"))
    ]

    if changed:
        pytest.fail(f"The API answers differently: {', '.join(changed)}. See this file's top.")


def fields_in(description):
    """Every field of every answer with its type, a line each; `Some…` are others with fewer."""
    for name, schema in description["components"]["schemas"].items():
        if name.startswith("Some"):
            continue
        for field, made in schema.get("properties", {}).items():
            of = {key: value for key, value in made.items() if key not in ("description", "title")}
            yield f"{name}.{field} {json.dumps(of, ensure_ascii=False)}\n"


def test_no_field_is_answered_that_nobody_listed(client, db):
    description = client.get("/api/v1/openapi.json").json()

    if not compare("fields.txt", "".join(sorted(fields_in(description)))):
        pytest.fail("The API has other fields than tests/api/golden/fields.txt lists.")


def test_there_is_a_file_for_every_resource():
    assert {file.stem for file in GOLDEN.glob("*.json")} == {*resources, *SITE}
