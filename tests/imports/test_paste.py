"""What is pasted into a story from Word or a web page comes as blocks of its kinds."""

import json
import threading
from types import SimpleNamespace

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse

from kogu.delivery import changes
from kogu.demo.factories import AdministratorFactory, UserFactory
from kogu.imports import confined_reading, limits, paste_views
from kogu.imports.confined_reading import read_paste as read_confined
from kogu.imports.errors import Refusal
from kogu.imports.messages import say_refusal
from kogu.imports.readers.paste import read_paste
from kogu.imports.understanding.blocks import blocks
from kogu.sandbox.turns import turn
from tests.translation.conftest import group_called

WORD = """<html><head><style>p.MsoNormal {margin: 0}</style></head><body><!--StartFragment-->
<h1>Kuidas töötuba käib</h1>
<p class=MsoNormal>Tulge <b>kõik</b> ja <a href="https://example.org/">lugege</a><a
 href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a>.<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><span
 style='mso-list:Ignore'>·</span>savi</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span
 style='mso-list:Ignore'>·</span>lõng</p>
<h3>Hinnad</h3>
<table><tr><td>Aasta</td><td>Summa</td><td>Koht</td></tr>
<tr><td>2024</td><td>100</td><td>Võru</td></tr><tr><td>2025</td><td>200</td><td>Valga</td></tr>
</table>
<blockquote>See avas uksed.</blockquote>
<img src="https://example.org/a.png" alt="Töötuba">
<!--EndFragment--></body></html>"""
GOOGLE = """<b style="font-weight:normal;" id="docs-internal-guid-1"><h2>Kava</h2><p>
<span style="font-weight:400">Algus </span><span style="font-weight:700">kell 10</span> ja
<span style="font-style:italic">lõuna</span></p></b>"""


def text_of(state):
    return [block["text"] for block in json.loads(state["value"]["text"])["blocks"]]


@pytest.fixture(autouse=True)
def _unhurried(monkeypatch):
    """A busy machine may take longer than editors would wait."""
    monkeypatch.setattr(limits, "PASTE_SECONDS", 60)


@pytest.fixture
def paste(client, homes):
    client.force_login(AdministratorFactory())
    return lambda html: client.post(reverse("kogu_imports_paste"), {"html": html})


def test_each_part_comes_as_a_block_of_its_kind(paste):
    answer = paste(WORD).json()

    kinds = [block["type"] for block in answer["blocks"]]
    assert kinds == ["heading", "rich_text", "heading", "table", "quote"]
    heading, text, smaller, table, quote = answer["blocks"]
    assert (heading["value"]["text"], heading["value"]["level"]) == ("Kuidas töötuba käib", ["2"])
    assert smaller["value"]["level"] == ["3"]
    assert text_of(text) == ["Tulge kõik ja lugege.", "savi", "lõng"]
    assert "https://example.org/" in text["value"]["text"]
    assert "BOLD" in text["value"]["text"]
    assert [row["values"] for row in table["value"]["table"]["rows"]][1] == ["2025", "200", "Valga"]
    assert quote["value"]["text"] == "See avas uksed."


def test_what_does_not_come_is_said(paste):
    said = paste(WORD).json()["said"]

    assert any("[1]" in line for line in said)
    assert any("Töötuba" in line for line in said)


def test_links_without_their_site_and_pictures_of_a_temporary_file_are_said_once(paste):
    html = (
        '<h2>A</h2><p>Vt <a href="/kontakt">kontakti</a></p>'
        '<img src="file:///C:/Temp/a.png" alt="Laat">'
    )

    _count, *said = paste(html).json()["said"]

    assert [line.split("(")[-1] for line in said] == ["/kontakt)", "1: Laat)"]


def test_a_link_by_way_of_google_leads_where_it_goes(paste):
    html = '<h2>A</h2><p><a href="https://www.google.com/url?q=https://a.ee/?b%3D1&sa=D">a</a></p>'

    assert '"https://a.ee/?b=1"' in paste(html).json()["blocks"][1]["value"]["text"]
    hostile = paste(html.replace("https://a.ee/", "javascript:alert(1)"))
    assert "javascript" not in str(hostile.json()["blocks"])
    assert paste(html.replace("https://a.ee/", "%00")).status_code == 200


def test_nothing_that_runs_comes_along(paste):
    html = (
        '<h2>A</h2><p onclick="alert(1)">B<script>alert(2)</script><a href="javascript:x">c</a></p>'
    )

    answer = paste(html).content.decode()

    assert "alert" not in answer
    assert "javascript" not in answer.replace("(javascript:x)", "")


def test_bold_and_italic_that_are_styles_are_kept_and_a_light_wrapping_is_not():
    body, _notices = read_confined(GOOGLE)

    assert body[1]["html"] == "Algus <strong>kell 10</strong> ja <em>lõuna</em>"


def test_cells_stand_in_their_columns_beside_one_that_takes_several_rows(paste):
    html = (
        "<table><tr><th>A</th><th colspan=2>B</th></tr><tr><td rowspan=2>1</td><td>2</td>"
        "<td>3</td></tr><tr><td>4</td><td>5</td></tr><tr><td>6</td><td>7</td><td>8</td></tr></table>"
    )

    table = paste(html).json()["blocks"][0]["value"]["table"]

    assert [column["heading"] for column in table["columns"]] == ["A", "B", ""]
    rows = [["1", "2", "3"], ["", "4", "5"], ["6", "7", "8"]]
    assert [[cell or "" for cell in row["values"]] for row in table["rows"]] == rows


@pytest.mark.parametrize("span", ["0", "²", "-1", "x", "9" * 5000])
def test_a_table_with_an_odd_span_is_read(span):
    html = f"<table><tr><th>A</th><th>B</th></tr><tr><td rowspan={span} colspan={span}>1</td></tr>"

    (block,), _notices = read_confined(html)

    assert block["columns"] == ["A", "B"]
    assert block["rows"] == [["1", ""]]


def test_a_picture_in_the_markup_is_a_picture_that_stays_behind(paste):
    html = '<h2>A</h2><p>B<img src="data:image/png;base64,iVBORw0KGgo=" alt="kaart"></p>'

    _count, *said = paste(html).json()["said"]

    assert len(said) == 1
    assert "base64" not in said[0]


@pytest.mark.parametrize("mark", ["[1]", "1", "*", "iv)", "†", "<sup>1</sup>"])
def test_marks_of_notes_go_and_other_links_keep_their_words(mark):
    html = f'<p>Text<a href="#note">{mark}</a> and <a href="#more">see more below</a></p>'

    (line,) = read_paste(html).lines

    assert line.text == "Text and see more below"


def test_what_stands_around_the_content_of_a_page_was_copied_on_purpose():
    html = "<nav><ul><li>Kodu</li></ul></nav><h2>Meist</h2><footer>Jalus</footer>"

    assert [line.text for line in read_paste(html).lines] == ["Kodu", "Meist", "Jalus"]


@pytest.mark.parametrize("html", ["", " ", "<p> </p>", "<div>" * 400 + "x", "x" * 10])
def test_whatever_is_sent_is_answered(paste, html):
    assert paste(html).status_code in {200, 422}


def test_what_is_too_long_is_refused_in_words(paste, monkeypatch):
    monkeypatch.setattr(limits, "MAX_PASTE_BYTES", 100)

    answer = paste("<h2>A</h2>" + "<p>long</p>" * 50)

    assert answer.status_code == 422
    assert answer.json()["problem"]


def test_what_is_more_than_a_page_can_be_is_refused(monkeypatch):
    monkeypatch.setattr(limits, "MAX_LINES", 3)

    with pytest.raises(Refusal, match="too_long"):
        read_paste("<p>line</p>" * 4)


class CountedItem(SimpleNamespace):
    """An item of a list that counts how often its level is looked at."""

    kind, html, row, pictures, ordered, reads = "item", "x", None, (), False, 0

    @property
    def level(self):
        CountedItem.reads += 1
        return 0


def test_a_list_ten_times_as_long_is_ten_times_the_work(monkeypatch):
    reads = []
    for length in (50, 500):
        monkeypatch.setattr(CountedItem, "reads", 0)
        list(blocks([(2, CountedItem())] * length))
        reads.append(CountedItem.reads)

    assert reads[1] < reads[0] * 11


def test_a_visitor_is_asked_to_sign_in(client, homes):
    answer = client.post(reverse("kogu_imports_paste"), {"html": WORD})

    assert answer.status_code == 302
    assert "login" in answer["Location"]


def test_who_writes_no_pages_is_refused(client, homes):
    visitors = Group.objects.create(name="Looking around")
    visitors.permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(UserFactory(groups=[visitors]))

    answer = client.post(
        reverse("kogu_imports_paste"),
        {"html": WORD},
        headers={"x-requested-with": "XMLHttpRequest"},
    )

    assert answer.status_code == 403


def test_who_translates_may_paste(client, homes):
    client.force_login(UserFactory(groups=[group_called("Translators: Polish")]))

    assert client.post(reverse("kogu_imports_paste"), {"html": WORD}).status_code == 200


def test_a_form_of_another_site_pastes_nothing(homes):
    client = Client(enforce_csrf_checks=True)
    client.force_login(AdministratorFactory())

    assert client.post(reverse("kogu_imports_paste"), {"html": WORD}).status_code == 403


def test_others_may_save_while_it_is_read(paste, monkeypatch):
    held = []

    def read(html):
        held.append(changes.is_open())
        return read_confined(html)

    monkeypatch.setattr(paste_views, "read_paste", read)

    assert paste(WORD).status_code == 200
    assert held == [False]


def test_who_finds_no_turn_holds_no_thread_and_is_asked_to_come_again(paste, monkeypatch):
    turns = threading.BoundedSemaphore(1)
    monkeypatch.setattr(confined_reading, "_paste_turns", turns)

    with turns:
        answer = paste(WORD)

    assert answer.status_code == 503
    assert answer.json()["problem"] == say_refusal("busy", str)


def test_who_pastes_while_a_document_is_read_is_asked_to_come_again(paste, monkeypatch):
    monkeypatch.setattr(limits, "PASTE_WAIT_SECONDS", 0)

    with turn():
        answer = paste(WORD)

    assert answer.status_code == 503
    assert answer.json()["problem"] == say_refusal("busy", str)


def test_what_takes_too_long_frees_its_turn(paste, monkeypatch):
    monkeypatch.setattr(confined_reading, "_paste_turns", threading.BoundedSemaphore(1))
    monkeypatch.setattr(limits, "PASTE_SECONDS", 0.01)
    assert paste(WORD).status_code == 422

    monkeypatch.setattr(limits, "PASTE_SECONDS", 60)
    assert paste(WORD).status_code == 200
