"""Places lie within each other and gather what happens in them; areas are sets of places."""

import pytest
from django.core.exceptions import ValidationError

from directory.models import Place
from kogu.content.trees import descendants
from kogu.demo.factories.base import locale_of
from kogu.demo.factories.directory import (
    AreaFactory,
    OrganisationIndexPageFactory,
    OrganisationPageFactory,
    PlaceFactory,
    PlaceIndexPageFactory,
)

from .public_views import card_of, changed, shown, titles, translated

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("latitude", "95"),
        ("latitude", "-90.5"),
        ("longitude", "181"),
        ("nuts_code", "Eesti"),
        ("place_kind", "galaxy"),
    ],
)
def test_what_cannot_be_is_refused_and_named(homes, field, value):
    place = Place(name="Siin", locale=locale_of("et"), **{field: value})

    with pytest.raises(ValidationError) as refused:
        place.full_clean()

    assert list(refused.value.message_dict) == [field]


def test_a_place_needs_nothing_but_a_name(homes):
    Place(name="Siin", locale=locale_of("et")).full_clean()


def test_a_place_stands_below_its_section_and_says_where_it_is(homes, client):
    PlaceIndexPageFactory(slug="kohad")
    county = PlaceFactory(name="Võrumaa", place_kind="county")
    hall = PlaceFactory(
        name="Kultuurimaja", place_kind="venue", parent=county, address="Liiva 13, Võru"
    )

    view = shown(hall)
    html = client.get("/et/kohad/kultuurimaja/").content.decode()

    assert titles(view.above) == ["Võrumaa"]
    assert (view.latitude, view.longitude) == (57.7281, 26.9222)
    assert "Liiva 13, Võru" in html
    assert '"GeoCoordinates"' in html


def test_an_area_is_all_its_places_and_what_lies_in_them(homes):
    parish, other = PlaceFactory(name="Rõuge"), PlaceFactory(name="Antsla")
    village = PlaceFactory(name="Nursi", parent=parish)
    area = AreaFactory(name="Koivamaa", of=[parish, other])

    keys = {place.translation_key for place in (parish, other, village)}

    assert descendants("place", area.translation_key) == keys
    assert descendants("place", parish.translation_key) == keys - {other.translation_key}


def test_lists_narrow_by_place_and_by_area(homes, client):
    section = OrganisationIndexPageFactory(slug="organisatsioonid")
    parish, elsewhere = PlaceFactory(name="Rõuge"), PlaceFactory(name="Pärnu")
    village = PlaceFactory(name="Nursi", parent=parish)
    AreaFactory(name="Koivamaa", of=[parish])
    OrganisationPageFactory(title="Saeveski", places=[village])
    OrganisationPageFactory(title="Jahtklubi", places=[elsewhere])

    by_parish = titles(shown(section, place="rouge").items)
    by_area = titles(shown(section, place="koivamaa").items)

    assert by_parish == by_area == ["Saeveski"]
    assert titles(shown(section, place="nowhere").items) == []
    assert len(shown(section).items) == 2


@pytest.mark.parametrize(("locale", "meant"), [("et", "Saeveski"), ("lv", "Jahtklubi")])
def test_of_two_places_with_one_short_name_the_readers_is_meant(homes, locale, meant):
    section = OrganisationIndexPageFactory(slug="organisatsioonid", locale="et")
    ours = PlaceFactory(name="Valga", slug="valga", locale="et")
    theirs = PlaceFactory(name="Valka", slug="valka", locale="et")
    translated(ours, "lv", name="Valga", slug="valga-ee")
    translated(theirs, "lv", name="Valka", slug="valga")
    OrganisationPageFactory(title="Saeveski", places=[ours])
    OrganisationPageFactory(title="Jahtklubi", places=[theirs])

    view = shown(section, locale, place="valga")

    assert titles(view.items) == [meant]
    assert [one.title for one in view.chosen] == [{"et": "Valga", "lv": "Valka"}[locale]]


def test_a_list_offers_places_and_areas_with_how_many_lie_in_them(homes):
    section = OrganisationIndexPageFactory()
    parish, other = PlaceFactory(name="Rõuge"), PlaceFactory(name="Antsla")
    AreaFactory(name="Koivamaa", of=[parish, other])
    AreaFactory(name="Tühimaa", of=[PlaceFactory(name="Pärnu")])
    OrganisationPageFactory(places=[parish, other])
    OrganisationPageFactory(places=[parish])

    offered = next(facet for facet in shown(section).facets if facet.name == "place").options

    assert [(option.title, option.count) for option in offered] == [
        ("Antsla", 1),
        ("Rõuge", 2),
        ("Koivamaa", 2),
    ]


def test_cards_carry_the_new_name_of_a_place(homes):
    place = PlaceFactory(name="Rouge")
    mill = OrganisationPageFactory(title="Saeveski", places=[place])
    latvian = translated(place, "lv", name="Rauge")

    changed(place, name="Rõuge")

    assert card_of(mill).place == "Rõuge"
    assert card_of(latvian).title == "Rauge"


def test_a_place_is_said_in_the_readers_language_where_it_can_be(homes):
    place = PlaceFactory(name="Läti", place_kind="country")
    latvian = translated(place, "lv", name="Latvija")
    mill = OrganisationPageFactory(places=[place])

    assert titles(shown(mill).places) == ["Läti"]
    assert titles(shown(mill, "lv").places) == ["Latvija"]
    assert shown(latvian).kind_label == shown(place, "lv").kind_label


def test_a_list_offers_what_lies_above_with_everything_in_it_once(homes):
    section = OrganisationIndexPageFactory()
    country = PlaceFactory(name="Eesti")
    county = PlaceFactory(name="Võrumaa", parent=country)
    parish, town = (PlaceFactory(name=name, parent=county) for name in ("Rõuge", "Võru"))
    OrganisationPageFactory(places=[parish, town])
    OrganisationPageFactory(places=[parish])
    OrganisationPageFactory(title="Maavalitsus", places=[county])

    offered = next(facet for facet in shown(section).facets if facet.name == "place").options

    counts = {option.title: option.count for option in offered}
    assert counts == {"Eesti": 3, "Võrumaa": 3, "Rõuge": 2, "Võru": 1}
    for option in offered:
        assert len(shown(section, place=option.value).items) == option.count


def test_a_choice_in_another_language_says_so(client, homes):
    section = OrganisationIndexPageFactory()
    OrganisationPageFactory(places=[PlaceFactory(name="Rõuge")])

    polish = translated(section, "pl", slug="organizacje")

    assert (
        '<span dir="auto" lang="et">Rõuge</span>'
        in client.get(polish.public_url()).content.decode()
    )
