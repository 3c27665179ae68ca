"""The command prints for programs exactly what was understood."""

import json
from io import StringIO
from pathlib import Path

from django.core.management import call_command

CORPUS = Path(__file__).parent / "corpus"


def test_several_documents_are_one_line_of_json_each(homes):
    out = StringIO()
    names = [str(CORPUS / name) for name in ("news-et.txt", "news-pl.txt")]

    call_command("import_document", *names, json=True, dry_run=True, stdout=out)

    assert [json.loads(line)["language"] for line in out.getvalue().splitlines()] == ["et", "pl"]
