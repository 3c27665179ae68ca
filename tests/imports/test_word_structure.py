"""Fields in fields, lists by style, deleted cells and lost parts of Word files are read rightly."""

import zipfile
from io import BytesIO

import pytest

from kogu.imports.errors import Refusal
from kogu.imports.readers import read
from tests.imports.word_files import paragraph, part, run, word_file


def field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def instruction(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


def source(*body: str, **more):
    return read(word_file(paragraph("Mill"), *body, **more), "a.docx")


def lines(*body: str, **more) -> list[tuple[str, str, int]]:
    return [(line.kind, line.text, line.level) for line in source(*body, **more).lines[1:]]


def test_a_field_within_the_instruction_of_another_is_not_read():
    condition = (field("begin"), instruction(" IF "), field("begin"), instruction(" MERGEFIELD x "),
                 field("separate"), run("unseen"), field("end"), instruction(' = "1" '),
                 field("separate"), run("five euros"), field("end"))  # fmt: skip

    assert lines(paragraph("It costs ", *condition, " each")) == [
        ("paragraph", "It costs five euros each", 0)
    ]


def test_words_behind_a_field_that_never_ends_stay():
    unended = paragraph("See ", field("begin"), instruction(" REF x "), run("the mill"))

    assert lines(unended, paragraph("Below"))[0][1] == "See the mill"


NUMBERING = part(
    "numbering",
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
)
STYLES = part(
    "styles",
    '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="Loend"/><w:pPr><w:numPr>'
    '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="Loend 2"/><w:basedOn w:val="A"/>'
    '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>',
)

NO_LIST = '<w:numPr><w:numId w:val="0"/></w:numPr>'


def test_a_list_may_come_from_a_style_and_the_style_below_it():
    found = lines(
        paragraph("flour", properties='<w:pStyle w:val="A"/>'),
        paragraph("rye", properties='<w:pStyle w:val="B"/>'),
        paragraph("bread", properties=f'<w:pStyle w:val="A"/>{NO_LIST}'),
        styles=("styles.xml", STYLES),
        numbering=("numbering.xml", NUMBERING),
    )

    assert found == [("item", "flour", 0), ("item", "rye", 1), ("paragraph", "bread", 0)]


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def test_deleted_rows_and_cells_are_left_out_and_said():
    found = source(
        f"<w:tbl><w:tr><w:trPr><w:del w:id='1'/></w:trPr>{cell('old row')}{cell('gone')}</w:tr>"
        f"<w:tr>{cell('kept')}{cell('old cell', '<w:cellDel w:id="2"/>')}</w:tr></w:tbl>"
    )

    assert [line.text for line in found.lines] == ["Mill", "kept"]
    assert [(one.code, one.text) for one in found.notices] == [
        ("deleted_left_out", "old cell"),
        ("deleted_left_out", "old row gone"),
    ]


def test_links_and_pictures_that_lead_nowhere_cost_no_words():
    picture = (
        "<w:r><w:drawing><wp:inline><wp:docPr id='1' name='p' descr='A miller'/><a:graphic>"
        "<a:graphicData><pic:pic><pic:blipFill><a:blip r:embed='r9'/></pic:blipFill></pic:pic>"
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )

    found = source(paragraph(f"<w:hyperlink r:id='r8'>{run('Our form')}</w:hyperlink>", picture))

    assert found.lines[1].text == "Our form"
    assert [(one.code, one.text) for one in found.notices] == [("pictures_left_out", "1: A miller")]


def test_a_mark_of_a_note_is_raised_once():
    reference = (
        '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        '<w:footnoteReference w:id="2"/></w:r>'
    )
    note = f'<w:footnote w:id="2">{paragraph("Note")}</w:footnote>'

    found = source(paragraph("Claim", reference), footnotes=("f.xml", part("footnotes", note)))

    assert [line.html for line in found.lines[1:]] == ["Claim¹", "¹ Note"]


def _encrypted_archive() -> bytes:
    data = bytearray(word_file(paragraph("Words")))
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for one in archive.infolist():
            data[one.header_offset + 6] |= 1
    place = data.find(b"PK\x01\x02")
    while place >= 0:
        data[place + 8] |= 1
        place = data.find(b"PK\x01\x02", place + 4)
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600 + "WordDocument".encode("utf-16-le"), "old_word"),
        (_encrypted_archive(), "encrypted"),
        (b"\r\n{\\rtf1 words}", "rtf"),
    ],
)
def test_protected_and_old_files_are_refused_for_what_they_are(data, code):
    with pytest.raises(Refusal) as refused:
        read(data, "a.docx")

    assert refused.value.code == code
