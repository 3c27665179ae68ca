"""Every word of a document is in its draft, in a field, or listed as left out."""

import io
import json
import re
from collections import Counter
from html import escape, unescape
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kogu.imports.errors import Refusal
from kogu.imports.readers import read
from kogu.imports.understanding import understand
from tests.imports.source_words import count, source_words
from tests.imports.understood import understood

HERE = Path(__file__).parent
DOCUMENTS = sorted(
    path
    for folder in ("corpus", "heldout", "cases")
    for path in (HERE / folder).iterdir()
    if path.suffix in (".txt", ".html", ".docx")
)
JUDGED = [path for path in DOCUMENTS if path.with_suffix(".json").exists()]
NEWS = HERE / "corpus" / "news-et.txt"
# So much of a judged body may stand under warnings, and no more.
LIMIT = 0.02
# What is ours and no word of the document; the summary is said in the text as well.
OURS = {"place", "kind", "language", "code", "type", "precision", "summary"}


def texts(value):
    if isinstance(value, dict):
        for key, one in value.items():
            if key not in OURS:
                yield from texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from texts(one)
    elif isinstance(value, str):
        yield unescape(re.sub(r"<[^>]+>", "", value))


def unaccounted(name: str, data: bytes) -> list[str]:
    """Words of the source that the result does not hold as often."""
    found = understood(name, data)
    return missing(source_words(name, data), count("\n".join(texts(found))))


def missing(source: Counter[str], said: Counter[str]) -> list[str]:
    """Words that are said less often; those that ran together may be said apart, each time."""
    spare = said - source
    return [word for word, times in (source - said).items() if not are_parted(word, times, spare)]


def are_parted(word: str, times: int, spare: Counter[str]) -> bool:
    """Whether parts of the word are said so often more than the source says them; uses them up."""
    for place in range(2, len(word) - 1):
        parts = Counter({word[:place]: times}) + Counter({word[place:]: times})
        if parts <= spare:
            spare -= parts
            return True
    return False


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_no_word_of_a_document_vanishes(path):
    assert unaccounted(path.name, path.read_bytes()) == []


@pytest.mark.parametrize("path", JUDGED, ids=lambda path: path.name)
def test_a_judged_body_is_in_the_draft_but_for_two_words_in_a_hundred(path):
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    judged = count("\n".join(texts(expected["body"])))

    found = understood(path.name, path.read_bytes())
    del found["warnings"]

    lost = judged - count("\n".join(texts(found)))
    assert lost.total() <= judged.total() * LIMIT, lost


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_who_is_offered_as_a_contact_stands_in_the_text_too(path):
    found = understood(path.name, path.read_bytes())
    heads = (one["text"] for one in found["warnings"] if one["code"] == "mail_head_removed")
    body = count("\n".join([*texts(found["body"]), *heads]))

    for person in found["people"]:
        assert count(person["name"]) + count(person["email"]) + count(person["phone"]) <= body


def test_words_that_ran_together_are_excused_once():
    source = Counter({"into": 2, "in": 1, "to": 1})

    assert missing(source, Counter({"in": 2, "to": 2, "into": 1})) == []
    assert missing(source, Counter({"in": 2, "to": 2})) == ["into"]
    assert missing(source, Counter({"in": 1, "to": 1, "into": 1})) == ["into"]


def test_a_paragraph_that_is_dropped_is_noticed(monkeypatch):
    monkeypatch.setattr("kogu.imports.understanding.tell_left_out", lambda *_: None)
    monkeypatch.setattr("kogu.imports.understanding.body", lambda _made: [])

    assert "koguneti" in unaccounted("a.txt", NEWS.read_bytes())


def test_a_line_with_a_name_or_a_number_in_no_field_stays_in_the_text():
    text = (HERE / "heldout" / "project-coast-kitchens.et.docx").read_bytes()

    found = understand(read(text, "a.docx")).as_json()

    assert "Salacas krasts" in " ".join(one.get("html", "") for one in found["body"])


TEXT = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), min_size=1, max_size=60
)
LINE = st.one_of(
    TEXT,
    st.sampled_from(
        [
            "Projekti nimi: „Rohelised rajad“", "Kontakt: Mari Maasikas, mari@kool.example",
            "24 000 eurot, s.h. omaosalus 4 000 eurot", "- punkt", "1. esimene", "MEIST",
            "Partners:", "Period: 1 March 2026 – 31 December 2026", "© 2024 Kõik", "Goals",
        ]
    ),
)  # fmt: skip
FEW = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


def check(name: str, data: bytes) -> None:
    try:
        assert unaccounted(name, data) == [], data
    except Refusal:
        return


@FEW
@given(lines=st.lists(LINE, min_size=1, max_size=8))
def test_no_word_of_any_text_vanishes(lines):
    check("a.txt", "\n".join(lines).encode())


@FEW
@given(
    lines=st.lists(
        st.tuples(st.sampled_from(["p", "h2", "li", "blockquote", "td", "pre", "div"]), LINE),
        min_size=1,
        max_size=8,
    )
)
def test_no_word_of_any_page_vanishes(lines):
    blocks = (f"<{tag}>{escape(text)}</{tag}>" for tag, text in lines)

    check("a.html", f"<html><body>{''.join(blocks)}</body></html>".encode())


@FEW
@given(
    lines=st.lists(
        st.tuples(st.sampled_from(["Normal", "List Bullet", "List Number 2", "Heading 1"]), LINE),
        min_size=1,
        max_size=6,
    ),
    cells=st.lists(LINE, min_size=4, max_size=4),
    header=LINE,
)
def test_no_word_of_any_word_document_vanishes(lines, cells, header):
    document, file = docx.Document(), io.BytesIO()
    for style, text in lines:
        document.add_paragraph(text, style=style)
    for cell, text in zip(document.add_table(2, 2)._cells, cells, strict=True):
        cell.text = text
    document.sections[0].header.paragraphs[0].text = header
    document.save(file)

    check("a.docx", file.getvalue())
