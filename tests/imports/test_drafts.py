"""Documents become drafts of the right kind, in their place, linked to what is known."""

import datetime as dt
import json
from decimal import Decimal
from io import BytesIO, StringIO

import docx
import pytest
from django.core.management import CommandError, call_command
from django.utils import translation
from PIL import Image
from wagtail.models import Page

from directory.models import ClusterPage, Person, ProgrammeRule, ProjectPage
from directory.models.people import Basis
from home.models import InformationPage, NewsIndexPage, NewsPage
from kogu.content.completeness import problems
from kogu.delivery.changes import public_change
from kogu.demo.factories import (
    OrganisationPageFactory,
    PersonFactory,
    ProgrammePageFactory,
    StrategyGoalPageFactory,
    StrategyPageFactory,
)
from kogu.imports import title_confirmation
from kogu.imports.confined_reading import read_document
from kogu.media.models import KoguImage
from tests.imports.import_command import run


def words(page):
    return json.dumps(list(page.story.raw_data), ensure_ascii=False)


def test_news_becomes_a_draft_nobody_sees(sections):
    report = run("news-et.txt")

    page = NewsPage.objects.get()
    assert page.title == "7. märtsil toimus Kaljuranna piirkonna turismiasjaliste kevadine ümarlaud"
    assert not page.live
    assert page.get_parent().specific.kind == "news_index"
    assert page.locale.language_code == "et"
    assert page.shown_at is None
    assert "2023-03-07" in report
    assert "Maret Tuulik" in report
    assert "kevadine ümarlaud" not in words(page)
    assert "Ümarlaual saab igaüks" in words(page)


def test_project_keeps_its_facts(sections):
    run("project-et.txt")

    page = ProjectPage.objects.get()
    assert (page.acronym, page.total_budget, page.currency) == (
        "NOORMEISTER",
        Decimal("36500.00"),
        "EUR",
    )
    assert page.start == dt.date(2021, 9, 1)
    assert page.planned_end == dt.date(2023, 6, 30)
    assert [(line.source, line.amount) for line in page.funding_lines.all()] == [
        ("own", Decimal("5475.00")),
        ("not_stated", None),
    ]
    assert [row.description for row in page.activities.all()] == [
        "töötoad koolides",
        "meistrite mentorlus",
        "rändnäitus",
    ]
    assert [row.name for row in page.project_partners.all()] == [
        "Põhjaranniku Vallavalitsus",
        "MTÜ Meistrite Koda",
        "Tuulevälja Kool",
    ]
    assert page.prepared_by_text == "Liina Mets, projektijuht"


def test_known_things_are_linked_and_unknown_ones_proposed(sections):
    strategy = StrategyPageFactory(title="Põhjaranniku arengustrateegia 2030", locale="et")
    domain = StrategyGoalPageFactory(parent=strategy, title="Haridus", level="domain", locale="et")
    goal = StrategyGoalPageFactory(
        parent=domain, title="Igal noorel on võimalus õppida meistri käe all", locale="et"
    )
    school = OrganisationPageFactory(title="Tuulevälja kool", locale="et")

    report = run("project-et.txt")

    page = ProjectPage.objects.get()
    assert [row.goal_id for row in page.project_goals.all()] == [goal.pk]
    assert [row.organisation_id for row in page.project_partners.all()] == [None, None, school.pk]
    assert "MTÜ Meistrite Koda" in report
    assert "Külamajad on avatud aasta ringi" in report


def test_cluster_keeps_supporters_apart(sections):
    ruled = [ProgrammeRule(number_pattern=r"EJ\d{3}")]
    fund = ProgrammePageFactory(title="Euroopa naabruse programm", rules=ruled, locale="et")
    known = OrganisationPageFactory(title="Järvemaa Arenduskeskus", locale="et")

    run("cluster-et.txt")

    page = ClusterPage.objects.get()
    first, second, third = page.supporters.all()
    assert (page.established, page.established_precision) == (dt.date(2019, 3, 1), "season")
    assert page.coordinating_organisation_id == known.pk
    assert (first.name, first.programme_id) == ("Majandusministeerium", None)
    assert (second.number, second.programme_id) == ("EJ118", fund.pk)
    assert (third.name, third.purpose) == ("Põhjala Fond", '"Puidupäeva" korraldamine')
    assert page.goals.all()[0].text.startswith("Puiduettevõtete")
    assert page.activities.count() == 0
    assert page.strategy_documents.get().title == "JÄRVEMAA PUIDUKLASTRI STRATEEGIA 2022-2027"


def test_known_contact_is_linked(sections):
    person = PersonFactory(name="Maret Tuulik", locale="et")

    run("news-et.txt")

    assert [row.person_id for row in NewsPage.objects.get().page_contacts.all()] == [person.pk]


def test_new_people_are_made_only_on_request_and_to_be_confirmed(sections):
    run("news-et.txt")
    assert not Person.objects.exists()

    run("news-et.txt", make_people=True)

    person = Person.objects.get()
    assert (person.email, person.basis, person.live) == (
        "maret.tuulik@kaljurand.example.ee",
        Basis.TO_CONFIRM,
        False,
    )


def test_a_provisional_title_waits_for_a_persons_word(sections):
    run("news-en.docx")
    page = NewsPage.objects.get()
    assert "title" in {problem.field for problem in problems(page)}

    title_confirmation.confirm(page)

    assert "title" not in {problem.field for problem in problems(page)}


def test_a_changed_title_needs_no_confirmation(sections):
    run("news-en.docx")
    page = NewsPage.objects.get()

    page.title = "Repair evening"

    assert "title" not in {problem.field for problem in problems(page)}


def test_importing_twice_is_said_and_makes_a_second_draft(sections):
    run("news-et.txt")

    report = run("news-et.txt")

    assert NewsPage.objects.count() == 2
    assert "imported before" in report


def test_json_and_dry_run_make_nothing(sections):
    before = Page.objects.count()

    printed = json.loads(run("project-et.txt", json=True, dry_run=True))

    assert Page.objects.count() == before
    keys = "kind language title date summary people organisations project cluster warnings body"
    assert list(printed) == keys.split()


def test_parent_and_kind_may_be_given(sections, homes):
    run("page-lv.txt", kind="page", parent=homes["lv"].pk)

    page = InformationPage.objects.get()
    assert page.get_parent().pk == homes["lv"].pk


def test_refusal_names_the_file_and_makes_nothing(sections, tmp_path):
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    before = Page.objects.count()
    err = StringIO()

    with pytest.raises(CommandError):
        call_command("import_document", str(empty), stderr=err)

    assert "empty.txt: The file is empty" in err.getvalue()
    assert Page.objects.count() == before


def test_a_kind_without_a_section_is_refused(sections):
    with public_change():
        for section in NewsIndexPage.objects.all():
            section.delete()

    with pytest.raises(CommandError):
        run("news-et.txt")

    assert not NewsPage.objects.exists()


def test_goals_nobody_knows_here_stay_in_the_text(sections):
    run("project-et.txt")

    text = words(ProjectPage.objects.get())

    assert "Hariduse valdkond" in text
    assert "Ühiste müügikohtade loomine valdade keskustesse" in text


def test_unknown_programme_of_a_supporter_keeps_its_name(sections):
    run("cluster-design-house.et.html")

    rows = {row.name: row for row in ClusterPage.objects.get().supporters.all()}

    row = rows["Ettevõtluse Arendamise Sihtasutus"]
    assert row.programme_name == "Loomemajanduse arendamine"
    assert row.project_name == "Saar maailma"
    assert row.number == "2014-2020.5.03.18-0221"
    assert row.purpose == "Ekspordikoolitusi"


def word_with_everything():
    """A Word file with a nested list, a table and a picture twice."""
    document, file, picture = docx.Document(), BytesIO(), BytesIO()
    Image.new("RGB", (40, 30), "teal").save(picture, "PNG")
    document.add_heading("How the workshop works", 1)
    document.add_paragraph("The workshop opens its doors every week and everybody is welcome.")
    for _copy in range(2):
        picture.seek(0)
        document.add_picture(picture)
    for style, text in (
        ("List Number", "Write"),
        ("List Bullet 2", "by hand"),
        ("List Number", "Ask"),
    ):
        document.add_paragraph(text, style=style)
    texts = ("Month", "Leader", "Place", "May", "Anna", "mill", "June", "Peter", "barn")
    for cell, text in zip(document.add_table(3, 3)._cells, texts, strict=True):
        cell.text = text
    document.save(file)
    return file.getvalue()


def test_lists_tables_and_pictures_stand_where_they_stood(sections, tmp_path):
    path = tmp_path / "workshop.docx"
    path.write_bytes(word_with_everything())

    run(path, kind="news", language="en")
    run(path, kind="news", language="en")

    page = NewsPage.objects.order_by("pk").first()
    image = KoguImage.objects.get()
    blocks = [(one["type"], one["value"]) for one in page.story.raw_data]
    assert [kind for kind, _value in blocks] == [
        "rich_text", "image", "image", "rich_text", "table",
    ]  # fmt: skip
    assert {value["image"] for kind, value in blocks if kind == "image"} == {image.pk}
    assert blocks[3][1]["text"] == "<ol><li>Write<ul><li>by hand</li></ul></li><li>Ask</li></ol>"
    assert [column["heading"] for column in blocks[4][1]["table"]["columns"]] == [
        "Month", "Leader", "Place",
    ]  # fmt: skip
    assert not image.texts.exists()
    assert any(image.title in str(one.message) for one in problems(page))


def test_the_command_speaks_the_language_of_the_moment(homes, tmp_path, catalogues):
    path = tmp_path / "a.txt"
    path.write_text("Jaanituli\n\nProjekti nimi: Jaanituli\n\nTuld tehakse külas igal aastal.")

    with translation.override("et"):
        report = run(path, dry_run=True, kind="project", language="et")

    assert "Need sildid said väljadeks:" in report


def test_a_document_that_fails_stops_no_other(sections, monkeypatch):
    def fail(data, name, *_choices):
        if name == "news-et.txt":
            raise ZeroDivisionError
        return read_document(data, name)

    monkeypatch.setattr("kogu.imports.management.commands.import_document.read_document", fail)

    with pytest.raises(CommandError):
        run("news-et.txt", "project-et.txt")

    assert ProjectPage.objects.exists()
