"""What cannot be read is refused with a reason, and nothing stays behind."""

import io
import os
import zipfile

import docx
import pytest

from kogu.imports import limits
from kogu.imports.confined_reading import read_document
from kogu.imports.errors import Refusal
from kogu.imports.messages import REFUSALS, say_refusal
from kogu.imports.readers import read

LETTERS = "Ģirts Āboliņš ēda ķiršus, šķūnī žāvēja zāli un ņēma līdzi ļoti daudz ābolu. " * 8


def code_of(data: bytes, name: str = "a.txt") -> str:
    with pytest.raises(Refusal) as refused:
        read(data, name)
    assert refused.value.code in REFUSALS
    return refused.value.code


def word(**parts: bytes) -> bytes:
    """A Word document with parts put into it or replaced."""
    plain = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("Words")
    document.save(plain)
    made = io.BytesIO()
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            new.writestr(name, content)
    return made.getvalue()


def test_empty_file():
    assert code_of(b"") == "empty"
    assert code_of(b" \n\t\n") == "empty"
    assert code_of(b"<html><body><script>x</script></body></html>", "a.html") == "empty"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"%PDF-1.7 ...", "pdf"),
        (b"\xd0\xcf\x11\xe0" + b"\x00" * 600, "old_word"),
        (b"{\\rtf1 hello}", "rtf"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"),
        (bytes(range(256)) * 40, "binary"),
    ],
)
def test_other_formats(data, code):
    assert code_of(data) == code


def test_random_bytes_are_no_text():
    noise = bytes(byte for byte in os.urandom(9000) if byte) * 2

    assert code_of(noise) in {"binary", "encoding"}


def test_encoding_nobody_can_guess():
    assert code_of(bytes([0x81, 0x8D, 0x8F, 0x90, 0x9D, 0xFF, 0xFE, 0xC1] * 60)) == "encoding"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1257"])
def test_known_encodings_are_read(encoding):
    source = read(LETTERS.encode(encoding), "a.txt")

    assert source.lines[0].text.startswith("Ģirts Āboliņš ēda ķiršus")


def test_declared_encoding_of_a_page_is_believed():
    page = f'<html><head><meta charset="windows-1257"></head><body><p>{LETTERS}</p></body></html>'

    source = read(page.encode("cp1257"), "a.html")

    assert "ņēma līdzi" in source.lines[0].text


def test_fifty_megabytes():
    assert code_of(b"a " * (25 * limits.MEGABYTE)) == "too_large"


def test_zip_bomb():
    bomb = word(**{"word/media/bomb.bin": b"\0" * (limits.MAX_PART_BYTES + 10)})

    assert len(bomb) < 200_000
    assert code_of(bomb, "a.docx") == "inflates_too_much"


def test_zip_bomb_of_many_parts_counts_what_it_inflates_to():
    parts = {f"word/media/{n}.bin": b"\0" * (12 * limits.MEGABYTE) for n in range(6)}

    assert code_of(word(**parts), "a.docx") == "inflates_too_much"


def test_too_many_parts():
    parts = {f"word/x{n}.xml": b"<a/>" for n in range(limits.MAX_PARTS + 1)}

    assert code_of(word(**parts), "a.docx") == "too_many_parts"


def test_archive_that_is_no_word_document():
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("hello.txt", "hello")

    assert code_of(made.getvalue(), "a.docx") == "not_a_document"
    assert code_of(made.getvalue()[:60], "a.docx") == "broken_archive"


@pytest.mark.parametrize("gap", [20, 55, 200])
def test_an_archive_that_lost_bytes_is_damaged(gap):
    data = word()

    assert code_of(data[:10] + data[10 + gap :], "a.docx") == "broken_archive"


def test_entities_in_word():
    evil = (
        b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "b">]>'
        b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
    )

    assert code_of(word(**{"word/document.xml": evil}), "a.docx") == "declarations"


def test_macros_in_word():
    assert code_of(word(**{"word/vbaProject.bin": b"Attribut"}), "a.docx") == "macros"


@pytest.mark.parametrize("kind", ["image", "oleObject", "frame", "attachedTemplate"])
def test_external_relations_in_word(kind):
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        f'relationships/{kind}" Target="https://evil.example/x" TargetMode="External"/>'
        "</Relationships>"
    ).encode()

    assert (
        code_of(word(**{"word/_rels/extra.xml.rels": relations}), "a.docx") == "external_relation"
    )


def test_links_in_word_are_welcome():
    relations = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships/hyperlink" Target="https://kogu.example/" TargetMode="External"/>'
        b"</Relationships>"
    )

    assert read(word(**{"word/_rels/extra.xml.rels": relations}), "a.docx").lines


def test_refusals_leave_nothing_behind(tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))

    with pytest.raises(Refusal):
        read_document(word(**{"word/media/b.bin": b"\0" * (limits.MAX_PART_BYTES + 10)}), "a.docx")

    assert list(tmp_path.iterdir()) == []


def test_every_refusal_has_words():
    assert all(say_refusal(code).endswith(".") for code in REFUSALS)
