"""Lists of languages and time zones begin with those of the site."""

import pytest
from bs4 import BeautifulSoup
from django.utils.translation import override

from directory.models import Person
from events.models import EventPage
from kogu.content.validation import form_class_of


@pytest.mark.parametrize(("model", "name"), [(Person, "languages_spoken"), (EventPage, "held_in")])
@pytest.mark.parametrize(("chosen", "is_open"), [(["et"], False), (["et", "fi"], True)])
def test_languages_of_the_site_come_first_and_the_others_are_folded(
    homes, model, name, chosen, is_open
):
    form = form_class_of(model)(instance=model(**{name: chosen}))
    html = BeautifulSoup(str(form[name]), "html.parser")
    folded = html.details.extract()

    assert values(html) == ["et", "lv", "pl", "en"]
    assert "fi" in values(folded)
    assert "et" not in values(folded)
    assert folded.has_attr("open") == is_open
    assert [box["value"] for box in (*boxes(html), *boxes(folded)) if box.has_attr("checked")] == (
        chosen
    )
    assert all(box.parent.name == "label" for box in (*boxes(html), *boxes(folded)))


def boxes(html):
    return html.select("input[type=checkbox]")


def values(html):
    return [box["value"] for box in boxes(html)]


def test_the_zone_of_the_site_comes_first_and_the_worlds_under_a_heading(homes):
    form = form_class_of(EventPage)(instance=EventPage(time_zone="America/New_York"))
    html = BeautifulSoup(str(form["time_zone"]), "html.parser")
    first = [one["value"] for one in html.select("select > option")]

    assert first[0] == "Europe/Tallinn"
    assert 3 < len(first) < 12
    assert len(set(first)) == len(first)
    assert html.select_one("optgroup option[selected]")["value"] == "America/New_York"
    assert not {*first} & {one["value"] for one in html.select("optgroup option")}


@pytest.mark.parametrize(
    ("code", "label"), [("et", "Toimumise keeled"), ("en", "Languages it is held in")]
)
def test_the_label_of_a_list_begins_with_a_capital_in_the_language_of_the_form(
    homes, catalogues, code, label
):
    with override(code):
        assert form_class_of(EventPage)()["held_in"].label == label
