"""Who organises an event can be reached, and the way to it is a link away."""

import pytest
from django.utils.translation import override

from directory.models import OrganisationIndexPage, OrganisationPage, PageOrganisation
from kogu.delivery.changes import public_change
from kogu.presenting.chrome import chrome
from kogu.presenting.directions import directions
from kogu.presenting.json_ld import graph_of

from .conftest import publish, shown


@pytest.fixture
def organiser(homes):
    with public_change():
        index = homes["et"].add_child(instance=OrganisationIndexPage(title="Kes", slug="kes"))
        index.save_revision().publish()
        page = index.add_child(
            instance=OrganisationPage(
                title="Külaselts",
                slug="kulaselts",
                phone="+372 5555 123",
                email="tere@selts.example",
            )
        )
        page.save_revision().publish()
    return page


@pytest.fixture
def event(make_event, organiser):
    event = make_event("Laat", "2031-07-04 18:00")
    event.page_organisations.add(PageOrganisation(organisation=organiser, role="organiser"))
    return publish(event)


def test_an_event_carries_its_organisers_phone_and_mail(client, event):
    html = client.get(event.public_url()).content.decode()

    assert '<a class="nowrap" href="tel:+3725555123">+372 5555 123</a>' in html
    assert '<a href="mailto:tere@selts.example">' in html
    (described,) = graph_of(shown(event), chrome("et"))["@graph"][0]["organizer"]
    assert (described["telephone"], described["email"]) == ("+372 5555 123", "tere@selts.example")


def test_of_an_organiser_that_is_public_no_more_nothing_is_told(client, event, organiser):
    with public_change():
        organiser.unpublish()

    html = client.get(event.public_url()).content.decode()
    assert "selts.example" not in html
    assert "5555" not in html


def test_the_way_leads_to_the_venues_position_or_the_address(make_event, make_place):
    venue = make_place("Saal", address="Liiva 13, Võru", latitude="57.8", longitude="27.012346")
    at_venue = make_event("Laat", "2031-07-04 18:00", venue=venue)
    at_address = make_event("Kohvik", "2031-07-05 18:00", address="Liiva 13 & õu, Võru")

    def way(event):
        return next(fact.directions for fact in shown(event).facts if fact.directions)

    assert way(at_venue).geo == "geo:57.800000,27.012346?q=57.800000,27.012346"
    osm = "https://www.openstreetmap.org/directions?to="
    assert way(at_venue).openstreetmap == f"{osm}57.800000%2C27.012346"
    words = "Liiva%2013%20%26%20%C3%B5u%2C%20V%C3%B5ru"
    assert way(at_address).geo == f"geo:0,0?q={words}"
    assert way(at_address).openstreetmap == f"{osm}{words}"


def test_there_is_no_way_to_nowhere_nor_online(make_event):
    online = make_event("Veebis", "2031-07-04 18:00", attendance="online")

    assert not any(fact.directions for fact in shown(online).facts)
    assert directions("", 57.8, None) is None


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("et", "Teekond OpenStreetMapis"),
        ("lv", "Maršruts OpenStreetMap kartē"),
        ("pl", "Dojazd w OpenStreetMap"),
        ("en", "Directions on OpenStreetMap"),
    ],
)
def test_a_place_and_who_is_there_lead_the_way(
    client, homes, make_event, make_place, catalogues, language, words
):
    from directory.models import PlaceIndexPage

    with public_change():
        index = homes[language].add_child(instance=PlaceIndexPage(title="Kus", slug="kus"))
        index.save_revision().publish()
    place = make_place(
        "Saal", language, slug="saal", address="Liiva 13", latitude="57.8", longitude="27"
    )
    bare = make_place("Mets", language, slug="mets", latitude="57.8", longitude="27")

    with override(language):
        for each in (place, bare):
            html = client.get(each.public_url()).content.decode()
            assert f'rel="external">{words}</a>' in html
            assert 'href="geo:57.800000,27.000000?q=57.800000,27.000000"' in html
