"""Whatever a Word file is made of, its words are read where they stand."""

import io
import zipfile

import docx
import pytest

from kogu.imports.errors import Refusal
from kogu.imports.readers import read
from kogu.imports.understanding import understand
from tests.imports.word_files import paragraph, part, run, word_file

BOX = "<w:txbxContent>{}</w:txbxContent>"


def lines(*body: str, **more) -> list[str]:
    return [line.text for line in read(word_file(*body, **more), "a.docx").lines]


def left_out(*body: str, **more) -> list[tuple[str, str]]:
    source = read(word_file(*body, **more), "a.docx")
    return [(one.code, one.text) for one in source.notices]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (f'<w:fldSimple w:instr=" DOCPROPERTY x ">{run("mill")}</w:fldSimple>', "mill"),
        (f"<w:smartTag>{run('mill')}</w:smartTag>", "mill"),
        (f"<w:ins w:id='1'>{run('mill')}</w:ins>", "mill"),
        (f"<w:moveTo w:id='1'>{run('mill')}</w:moveTo>", "mill"),
        (f"<w:sdt><w:sdtContent>{run('mill')}</w:sdtContent></w:sdt>", "mill"),
        (f"<w:dir w:val='rtl'>{run('mill')}</w:dir>", "mill"),
        (
            "<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val='1'/></w14:checkbox></w:sdtPr>"
            f"<w:sdtContent>{run('☒')}</w:sdtContent></w:sdt>{run(' yes')}",
            "☒ yes",
        ),
        (f"<w:r><w:ruby><w:rt>{run('top')}</w:rt><w:rubyBase>{run('base')}</w:rubyBase></w:ruby></w:r>",
         "base (top)"),
        ("<m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den>"
         "</m:f></m:oMath>", "a/b"),
        ("<m:oMathPara><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></m:oMathPara>", "x=1"),
        ("<w:r><w:t>a</w:t><w:cr/></w:r>", "a"),
        ("<w:r><w:t>a</w:t><w:ptab/><w:t>b</w:t></w:r>", "a b"),
        ("<w:r><w:t>Mari</w:t><w:noBreakHyphen/><w:t>Liis Regis</w:t><w:softHyphen/>"
         "<w:t>tration</w:t></w:r>",
         "Mari-Liis Registration"),
        ("<w:r><w:sym w:font='Arial' w:char='0416'/></w:r>", "Ж"),
        ("<w:r><w:t>a</w:t><w:sym w:font='Arial' w:char='odd'/><w:t>b</w:t></w:r>", "a b"),
        ("<w:r><w:fldChar w:fldCharType='begin'><w:ffData><w:ddList><w:result w:val='1'/>"
         "<w:listEntry w:val='no'/><w:listEntry w:val='maybe'/></w:ddList></w:ffData></w:fldChar>"
         "</w:r>"
         "<w:r><w:fldChar w:fldCharType='end'/></w:r>", "maybe"),
    ],
)  # fmt: skip
def test_words_within_a_paragraph(content, words):
    assert lines(paragraph("At the"), paragraph(content))[1] == words


def test_a_link_made_by_a_simple_field_stays_a_link():
    field = f"<w:fldSimple w:instr=' HYPERLINK \"https://a.example/\" '>{run('form')}</w:fldSimple>"

    source = read(word_file(paragraph("Register at ", field)), "a.docx")

    assert source.lines[0].html == 'Register at <a href="https://a.example/">form</a>'


@pytest.mark.parametrize(
    "shape",
    [
        f"<w:drawing><wp:anchor><a:graphic><wps:wsp><wps:txbx>{BOX}</wps:txbx></wps:wsp></a:graphic>"
        "</wp:anchor></w:drawing>",
        f"<w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict>",
        f"<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{BOX}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent>",
        f"<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{BOX}</w:drawing></mc:Choice>"
        "</mc:AlternateContent>",
    ],
)
def test_a_text_box_is_read_once_behind_its_paragraph(shape):
    box = shape.replace("{}", paragraph("When: 19 June 2027") + paragraph("Where: Vireda"))

    found = lines(paragraph("Singers meet.", f"<w:r>{box}</w:r>"), paragraph("Bring a cup."))

    assert found == ["Singers meet.", "When: 19 June 2027", "Where: Vireda", "Bring a cup."]


def test_words_of_diagrams_charts_and_word_art():
    def text(words):
        return f"<a:p><a:r><a:t>{words}</a:t></a:r></a:p>"

    space = part("x", "").split(" ", 1)[1].rsplit(">", 2)[0].rstrip("/")
    found = lines(
        paragraph("Above", "<w:r><w:drawing><dgm:relIds r:dm='rdiagramData'/></w:drawing></w:r>"),
        paragraph("Then", "<w:r><w:drawing><c:chart r:id='rchart'/></w:drawing></w:r>"),
        paragraph("Last", "<w:r><w:pict><v:textpath string='Welcome'/></w:pict></w:r>"),
        diagramData=("data.xml", f"<dgm:dataModel {space}>{text('Step one')}</dgm:dataModel>"),
        chart=(
            "chart.xml",
            f"<c:chartSpace {space}>{text('Visitors')}<c:strCache><c:pt><c:v>May</c:v></c:pt>"
            "</c:strCache></c:chartSpace>",
        ),
    )

    assert found == ["Above", "Step one", "Then", "Visitors", "May", "Last", "Welcome"]


def test_headers_and_footers_are_searched_for_facts_and_otherwise_said():
    data = word_file(
        paragraph("Bread oven in Vireda", properties='<w:pStyle w:val="Heading1"/>'),
        paragraph("Period: 1 March 2026 – 31 December 2026."),
        header=("header7.xml", part("hdr", paragraph("Project number: L-2026-88"))),
        footer=("footer7.xml", part("ftr", paragraph("Vireda mill village society paper"))),
    )

    found = understand(read(data, "a.docx"), "project").as_json()

    assert found["project"]["numbers"] == ["L-2026-88"]
    said = {one["code"]: one["text"] for one in found["warnings"]}
    assert said["header_left_out"] == "Vireda mill village society paper"


@pytest.mark.parametrize("property_name", ["vanish", "webHidden", "specVanish"])
def test_hidden_text_is_said_and_not_read(property_name):
    body = paragraph("Open. ", run("Boss only.", f"<w:{property_name}/>"))

    assert lines(body) == ["Open."]
    assert left_out(body) == [("hidden_left_out", "Boss only.")]


def test_text_is_hidden_by_its_style_and_shown_by_its_run():
    styles = part(
        "styles",
        '<w:style w:styleId="base"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:styleId="own"><w:basedOn w:val="base"/></w:style>',
    )
    named = '<w:rStyle w:val="own"/>'
    body = paragraph(
        "Open.", run(" Hidden.", named), run(" Shown.", f'{named}<w:vanish w:val="0"/>')
    )

    assert lines(body, styles=("styles.xml", styles)) == ["Open. Shown."]


def test_struck_and_deleted_text_comments_and_empty_forms_are_said():
    comments = part("comments", f"<w:comment w:id='1'>{paragraph('Is it so?')}</w:comment>")
    body = (
        paragraph("Entry ", run("8 EUR", "<w:dstrike/>"), " 5 EUR"),
        paragraph("Day", "<w:del w:id='2'><w:r><w:delText>old day</w:delText></w:r></w:del>"),
        paragraph(f"<w:moveFrom w:id='3'>{run('moved away')}</w:moveFrom>", "Here"),
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        f"{paragraph('Click to enter text')}</w:sdtContent></w:sdt>",
    )

    assert lines(*body) == ["Entry 5 EUR", "Day", "Here"]
    assert left_out(*body, comments=("notes9.xml", comments)) == [
        ("deleted_left_out", "old day"),
        ("deleted_left_out", "moved away"),
        ("placeholder_left_out", "Click to enter text"),
        ("struck_left_out", "8 EUR"),
        ("comment_left_out", "Is it so?"),
    ]


def test_notes_keep_their_mark_and_their_text():
    notes = part("footnotes", f"<w:footnote w:id='2'>{paragraph('By the board.')}</w:footnote>")
    body = paragraph("24 000", "<w:r><w:footnoteReference w:id='2'/></w:r>", " EUR")

    assert lines(body, footnotes=("odd.xml", notes)) == ["24 000¹ EUR", "¹ By the board."]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.htm", "<html><head><style>p {}</style></head><body><p>Inserted</p></body></html>"),
        ("a.txt", "Inserted"),
        ("a.mht", "MIME-Version: 1.0\nContent-Type: text/html\n\n<p>Inserted</p>"),
    ],
)
def test_an_inserted_file_is_read_in_its_place(name, content):
    body = (paragraph("Above"), "<w:altChunk r:id='raFChunk'/>", paragraph("Below"))

    assert lines(*body, aFChunk=(name, content)) == ["Above", "Inserted", "Below"]


def test_an_inserted_file_that_is_no_text_is_said():
    body = (paragraph("Above"), "<w:altChunk r:id='raFChunk'/>")

    assert left_out(*body, aFChunk=("a.rtf", "{\\rtf1 x}")) == [("file_left_out", "a.rtf")]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1257"])
def test_letters_of_an_inserted_file_are_told(encoding):
    content = "<html><body><p>Õuna šašlõkk küpseb</p></body></html>".encode(encoding)
    body = (paragraph("Above"), "<w:altChunk r:id='raFChunk'/>")

    assert lines(*body, aFChunk=("a.html", content)) == ["Above", "Õuna šašlõkk küpseb"]


def test_names_of_parts_may_be_written_as_windows_does():
    source, made = zipfile.ZipFile(io.BytesIO(word_file(paragraph("Words")))), io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in source.namelist():
            archive.writestr(name.replace("/", "\\"), source.read(name))

    assert [line.text for line in read(made.getvalue(), "a.docx").lines] == ["Words"]


@pytest.mark.parametrize("strict", [False, True])
def test_parts_are_found_by_their_relations(strict):
    data = word_file(paragraph("Words"), main="text/main17.xml", strict=strict)

    assert [line.text for line in read(data, "a.docx").lines] == ["Words"]


@pytest.mark.parametrize("is_above", [True, False])
def test_a_table_with_headings_becomes_a_table_with_its_caption(is_above):
    document, file = docx.Document(), io.BytesIO()
    document.add_heading("Workshops of the year", 1)
    document.add_paragraph("The workshops were open to everybody who came by.")
    if is_above:
        document.add_paragraph("Table 1. Who leads", style="Caption")
    table = document.add_table(rows=3, cols=3)
    if not is_above:
        document.add_paragraph("Table 1. Who leads", style="Caption")
    texts = ("Month", "Leader", "Place", "May", "Anna", "mill", "June", "Peter", "barn")
    for cell, text in zip(table._cells, texts, strict=True):
        cell.text = text
    document.save(file)

    found = understand(read(file.getvalue(), "a.docx"), "page").as_json()

    assert found["body"][1:] == [
        {
            "type": "table",
            "columns": ["Month", "Leader", "Place"],
            "rows": [["May", "Anna", "mill"], ["June", "Peter", "barn"]],
            "caption": "Table 1. Who leads",
        }
    ]


@pytest.mark.parametrize(
    "opening",
    ['<div title="</div>">', "<div><!--</div>-->", "<div></b>", "<div a=x/>", "<b><div></b>"],
)
def test_nesting_that_closes_only_in_appearance_is_refused(opening):
    with pytest.raises(Refusal) as refused:
        read(f"<html><body>{opening * 400}words".encode(), "a.html")

    assert refused.value.code == "too_deep"


@pytest.mark.parametrize(
    "piece", ["<p>Words<br>", "<p><font>Words</p>", "<span/>Words ", "<li>Words"]
)
def test_what_a_browser_closes_by_itself_is_not_deep(piece):
    source = read(f"<html><body>{piece * 400}".encode(), "a.html")

    assert source.original_html.count("Words") == 400
    assert source.original_html.count("<div") <= 1


@pytest.mark.parametrize("depth", [400, 5000])
def test_nesting_is_refused_before_it_is_parsed(depth):
    deep = "<w:sdt><w:sdtContent>" * depth + "</w:sdtContent></w:sdt>" * depth
    page = "<html><body>" + "<div>" * depth + "words" + "</div>" * depth

    for data, name in ((word_file(paragraph("Words"), deep), "a.docx"), (page.encode(), "a.html")):
        with pytest.raises(Refusal) as refused:
            read(data, name)
        assert refused.value.code == "too_deep"


def test_a_title_is_one_without_a_list_of_styles_too():
    title = paragraph("The mill is open", properties='<w:pStyle w:val="Title"/>')
    heading = paragraph("On the first floor", properties='<w:pStyle w:val="Heading2"/>')

    found = understand(read(word_file(title, heading, paragraph("Words.")), "a.docx"))

    assert found.title == "The mill is open"
