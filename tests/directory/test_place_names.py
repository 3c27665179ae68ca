"""A place has one name for a reader: the best of their order of languages, wherever it stands."""

import pytest

from directory.models import PagePlace
from events.models import EventPage
from kogu.content.models import Card
from kogu.demo.factories.calendar import EventPageFactory
from kogu.demo.factories.directory import OrganisationPageFactory, PlaceFactory
from kogu.presenting.card_views import card_view
from kogu.presenting.resolver import Reader

from .public_views import card_of, changed, translated


@pytest.fixture
def place(homes):
    place = PlaceFactory(name="Võrumaa", locale="et")
    translated(place, "en", name="Võru County")
    return place


def placed(kind, locale):
    """Where items of a kind are, as a card says to a reader."""
    card = Card.objects.best_for(locale).get(kind=kind)
    return card_view(card, Reader(locale)).place


@pytest.fixture(params=["organisation", "event"])
def kind(request, place):
    """Something written in Estonian only that is at the place."""
    if request.param == "event":
        EventPageFactory(locale="et", venue=place, address="")
    else:
        OrganisationPageFactory(locale="et", page_places=[PagePlace(place=place)])
    return request.param


def test_it_is_the_readers_also_where_the_words_are_of_another_language(kind):
    assert placed(kind, "et") == "Võrumaa"
    assert placed(kind, "en") == "Võru County"


def test_without_the_readers_it_is_the_first_of_their_order(kind):
    assert placed(kind, "pl") == placed(kind, "lv") == "Võrumaa"


def test_a_name_that_comes_later_reaches_the_cards(kind, place):
    latvian = translated(place, "lv", name="Veru apriņķis")
    assert placed(kind, "lv") == "Veru apriņķis"

    changed(latvian, name="Veru novads")
    assert placed(kind, "lv") == "Veru novads"


def test_an_event_online_is_online_in_every_language(place):
    EventPageFactory(locale="et", venue=place, attendance="online", join_link="https://a.example/")
    event = EventPage.objects.get()

    assert card_view(card_of(event), Reader("et")).place == "Online"
    assert placed("event", "en") == "Online"
