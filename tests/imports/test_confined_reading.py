"""What the child process says of a foreign file is distrusted and cleaned once more."""

import sys
from subprocess import run

import pytest

from kogu.imports import confined_reading
from kogu.imports.errors import Refusal
from kogu.sandbox import parent


@pytest.mark.parametrize(
    "markup",
    [
        "</b>" * 500 + "<b>" * 700,
        "<div></b>" * 400,
        "<div>" * 400 + "</div>" * 400,
        "<b><i></b></i>",
    ],
)
def test_an_answer_that_is_not_balanced_or_deep_is_refused(monkeypatch, markup):
    answer = {"original_html": markup, "understood": {"body": []}, "format": "html"}
    monkeypatch.setattr(parent, "ask", lambda *_arguments: answer)

    with pytest.raises(Refusal) as refused:
        confined_reading.read_document(b"x")

    assert refused.value.code == "broken_document"


def test_child_knows_no_django():
    code = (
        "import sys; from kogu.imports import reading_child; "
        "reading_child.answer({'name': 'a.txt'}, b'Village gets a stage'); "
        "sys.exit(int('django' in sys.modules))"
    )

    assert run([sys.executable, "-c", code], check=False).returncode == 0


def test_answer_is_cleaned_once_more(monkeypatch):
    answer = {
        "understood": {
            "body": [{"type": "paragraph", "html": "<script>x</script><b onclick='y'>ok</b>"}],
            "warnings": [{"code": "year_missing", "text": ""}],
            "date": None,
        },
        "original_html": "<p onclick='x'>Hi<script>y</script></p>",
        "format": "html",
    }
    monkeypatch.setattr(parent, "ask", lambda *_arguments: answer)

    reading = confined_reading.read_document(b"x")

    assert reading.understood["body"][0]["html"] == "ok"
    assert reading.original_html == "<p>Hi</p>"


def test_elements_in_each_other_without_end_are_refused():
    fair = b"<h1>Tere</h1>" + b"<div>" * 200 + b"<p>Tekst<br>siin</p>" + b"</div>" * 200
    deep = b"<h1>Tere</h1>" + b"<div>" * 2000 + b"<p>Tekst</p>" + b"</div>" * 2000

    assert confined_reading.read_document(fair, "a.html").understood["title"]
    with pytest.raises(Refusal, match="too_deep"):
        confined_reading.read_document(deep, "a.html")
