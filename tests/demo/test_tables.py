"""Tables of stories are translated like everything else that readers read."""

import pytest
from wagtail_localize.models import StringSegment, TranslationSource

from kogu.delivery.changes import public_change
from kogu.demo import factories
from kogu.demo.factories import story
from kogu.demo.translations import translate

pytestmark = pytest.mark.django_db


def timetable(*headings, cell):
    columns = [{"type": "text", "heading": heading} for heading in headings]
    return story(
        "Päevas on kolm väljumist.",
        (
            "table",
            {
                "caption": headings[0],
                "table": {
                    "columns": columns,
                    "rows": [{"values": ["12.58", cell, "168"]}],
                    "caption": "",
                },
            },
        ),
    )


def test_headings_and_cells_reach_the_translator_and_come_back(homes):
    page = factories.NewsPageFactory(
        title="Piirirong", story=timetable("Väljub", "Päevad", "Sõitjaid", cell="iga päev")
    )
    told = factories.NewsPageFactory.build(
        title="Border train",
        summary="In time",
        slug="border-train",
        story=timetable("Leaves", "Days", "Travellers", cell="daily"),
    )
    factories.NewsIndexPageFactory(locale="en", translation_key=page.get_parent().translation_key)

    with public_change():
        english = translate(page, told, "en")

    table = english.story[1].value["table"]
    assert [column["heading"] for column in table.columns] == ["Leaves", "Days", "Travellers"]
    assert table.row_data == [{"values": ["12.58", "daily", "168"]}]
    source = TranslationSource.objects.get(object_id=page.translation_key)
    paths = StringSegment.objects.filter(source=source).values_list("context__path", flat=True)
    assert not any(path.endswith("cell-0-2") for path in paths)
