"""Every word of a document is in a field, a row or the story of its draft, or in the report."""

import datetime as dt
import re
from decimal import Decimal
from html import unescape
from io import BytesIO

import docx
import pytest
from django.utils import timezone
from modelcluster.models import get_all_child_relations
from PIL import Image
from wagtail.blocks import StreamValue
from wagtail.models import Page

from kogu.demo.factories import (
    OrganisationPageFactory,
)
from kogu.imports.drafts import make_draft
from kogu.imports.pictures import take_pictures
from kogu.imports.readers import read
from kogu.imports.understanding import understand
from tests.imports.source_words import count, source_words
from tests.imports.test_accounting import DOCUMENTS, missing
from tests.imports.understood import understood

NOTE_MARK = re.compile(r"(?<=[^\W\d_]{3})[⁰¹²³⁴-⁹]+")
NEAR = re.compile(r" \(near “.*?”\)")


def lost(name, data, kind="auto") -> list[str]:
    """Words of the document that neither its draft, as stored, nor the report says as often."""
    found = understood(name, data, kind)
    made = make_draft(found, pictures=take_pictures(data, found))
    page = Page.objects.get(pk=made.page.pk).specific
    values = list(values_of(page))
    days = {day_of(value).isoformat() for value in values if isinstance(value, dt.date)}
    dates = (text for text, day in moments(found) if day in days)
    report = (NEAR.sub("", line) for line in made.report.lines())
    once = list(said_once(page, found))
    said = count("\n".join([*texts(values), *dates, *report, *once]))
    return missing(source_words(name, data), said)


def said_once(page, understood):
    """What a document says again and one field holds: a currency, and the title of a project."""
    for line in page.funding_lines.all() if hasattr(page, "funding_lines") else ():
        yield page.currency if line.amount else ""
    if (understood["project"] or {}).get("title") == page.title:
        yield page.title


def day_of(value):
    return timezone.localdate(value) if isinstance(value, dt.datetime) else value


def values_of(page):
    """What an editor sees of the page and its rows; the summary is said in the text as well."""
    relations = get_all_child_relations(type(page))
    for row in (page, *(row for one in relations for row in getattr(page, one.name).all())):
        for field in row._meta.concrete_fields:
            is_own = field.model is not Page or field.name == "title"
            if is_own and field.name not in ("summary", "id", "translation_key"):
                value = field.value_from_object(row)
                yield list(value.raw_data) if isinstance(value, StreamValue) else value


def texts(value):
    if isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from texts(one)
    elif isinstance(value, str | Decimal):
        blocks = re.sub(r"</?(?:p|li|ul|ol)>", "\n", str(value))
        yield NOTE_MARK.sub(r" \g<0>", unescape(re.sub(r"<[^>]+>", "", blocks)))


def moments(value):
    if isinstance(value, dict) and "precision" in value:
        yield value["text"], value["value"]
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from moments(one)


def test_no_word_of_any_document_vanishes_on_its_way_to_the_draft(sections):
    found = {path.name: lost(path.name, path.read_bytes()) for path in DOCUMENTS}

    assert {name: words for name, words in found.items() if words} == {}


@pytest.mark.parametrize(
    ("kind", "lines"),
    [
        ("project", "Projekti nimi: Leivaahi\nAlgus: 1. märts\nLõpp: mai"),
        ("page", "Leivaahi\n\nKuupäev: 3. märts 2027"),
        ("news", "Leivaahi\n\nKuupäev: märts 2027"),
        ("cluster", "Leivaklaster\n\nAsutatud: kevadel"),
    ],
)
def test_a_date_without_its_field_is_said(sections, kind, lines):
    text = (
        f"{lines}\n\nKüla ehitab vana veski kõrvale suure leivaahju, kus kõik saavad küpsetada.\n"
    )

    assert lost("a.txt", text.encode(), kind) == []


def test_what_is_said_of_a_picture_that_cannot_be_read_is_told(sections):
    document, picture, file = docx.Document(), BytesIO(), BytesIO()
    Image.new("RGB", (40, 30), "teal").save(picture, "PNG")
    picture.seek(0)
    document.add_heading("Mill", 1)
    document.add_paragraph("The mill opens its doors every week and everybody is welcome.")
    shape = document.add_picture(picture)
    shape._inline.docPr.set("descr", "Oak doors seen from the river")
    document.save(file)
    found = understand(read(file.getvalue(), "a.docx"), "page", "en").as_json()

    made = make_draft(found)

    assert "Oak doors seen from the river" in "\n".join(made.report.lines())


def test_a_known_organisation_is_said_as_the_document_calls_it(sections):
    OrganisationPageFactory(title="Mill of Vireda", other_names="Old Stone Mill", locale="en")
    text = b"Project title: Bread\n\nLead partner: Old Stone Mill\n\nThe village builds an oven."

    assert lost("a.txt", text, "project") == []
