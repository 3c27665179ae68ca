"""Runs the import command on a document of the corpus."""

from io import StringIO
from pathlib import Path

from django.core.management import call_command

CORPUS = Path(__file__).parent / "corpus"


def run(*names, **options):
    out, err = StringIO(), StringIO()
    call_command(
        "import_document",
        *(str(CORPUS / name) for name in names),
        stdout=out,
        stderr=err,
        **options,
    )
    return out.getvalue()
