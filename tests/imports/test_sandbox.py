"""Foreign files are read in a child process that cannot take the house down."""

import json
import sys
from subprocess import run

import pytest

from kogu.imports import limits, sandbox
from kogu.imports.errors import Refusal


@pytest.fixture
def child(tmp_path):
    """Runs the given code in a confined child, as if it were a reader gone wrong."""

    def ask(code: str):
        (tmp_path / "gone_wrong.py").write_text(
            f"from kogu.imports.sandbox_child import confine\nconfine()\n{code}\n"
        )
        return sandbox.ask_child({}, b"", module="gone_wrong", root=tmp_path)

    return ask


def test_memory_bomb_is_refused(child):
    with pytest.raises(Refusal) as refused:
        child("bytearray(4 * 1024 ** 3)")

    assert refused.value.code == "too_much_memory"


def test_cpu_bomb_is_refused(child, monkeypatch):
    monkeypatch.setattr(limits, "CHILD_WALL_SECONDS", 10)

    with pytest.raises(Refusal) as refused:
        child("import resource; resource.setrlimit(resource.RLIMIT_CPU, (1, 1))\nwhile True: pass")

    assert refused.value.code == "too_slow"


def test_waiting_forever_is_refused(child, monkeypatch):
    monkeypatch.setattr(limits, "CHILD_WALL_SECONDS", 1)

    with pytest.raises(Refusal) as refused:
        child("import time; time.sleep(30)")

    assert refused.value.code == "too_slow"


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
    monkeypatch.setattr(sandbox, "ask_child", lambda *_arguments: answer)

    with pytest.raises(Refusal) as refused:
        sandbox.read_document(b"x")

    assert refused.value.code == "broken_document"


def test_child_writes_no_files(child, tmp_path):
    with pytest.raises(Refusal):
        child(f"open({str(tmp_path / 'x')!r}, 'w').write('x' * 100)")

    assert not (tmp_path / "x").exists() or (tmp_path / "x").read_text() == ""


def test_child_sees_no_secrets(child, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "very secret")

    seen = child("import json, os; print(json.dumps(dict(os.environ)))")

    assert "very secret" not in json.dumps(seen)


def test_child_knows_no_django():
    code = (
        "import sys; from kogu.imports import sandbox_child; "
        "sandbox_child.answer({'name': 'a.txt'}, b'Village gets a stage'); "
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
    monkeypatch.setattr(sandbox, "ask_child", lambda *_args: answer)

    reading = sandbox.read_document(b"x")

    assert reading.understood["body"][0]["html"] == "ok"
    assert reading.original_html == "<p>Hi</p>"


def test_elements_in_each_other_without_end_are_refused():
    fair = b"<h1>Tere</h1>" + b"<div>" * 200 + b"<p>Tekst<br>siin</p>" + b"</div>" * 200
    deep = b"<h1>Tere</h1>" + b"<div>" * 2000 + b"<p>Tekst</p>" + b"</div>" * 2000

    assert sandbox.read_document(fair, "a.html").understood["title"]
    with pytest.raises(Refusal, match="too_deep"):
        sandbox.read_document(deep, "a.html")
