"""A narrowed list says in its heading and title what it shows, and how much of it."""

import datetime as dt
import html
import re

import pytest
import time_machine

from directory.models import PageOrganisation, PagePlace
from events.models import EventPage
from kogu.content.models import Card
from kogu.demo.factories.calendar import EventPageFactory
from kogu.demo.factories.directory import (
    ClusterIndexPageFactory,
    OrganisationIndexPageFactory,
    OrganisationPageFactory,
    PlaceFactory,
)
from kogu.demo.factories.pages import NewsPageFactory
from kogu.presenting.listings import PER_PAGE
from tests.directory.public_views import changed, translated

FRIDAY = dt.datetime(2026, 11, 27, 10, tzinfo=dt.UTC)
YEAR = str(dt.date.today().year)
SATURDAY = dt.datetime(2026, 11, 28, 10, tzinfo=dt.UTC)


def said(client, url, **query):
    """Heading in plain words, and the title without the site's name."""
    page = client.get(url, query).content.decode()
    heading = re.search(r"<h1[^>]*>(.*?)</h1>", page, re.DOTALL)[1]
    title = re.search(r"<title>(.*?)</title>", page)[1].rpartition(" – ")[0]
    return html.unescape(re.sub(r"<[^>]*>", "", heading)), html.unescape(title)


@pytest.fixture
def many(news, section):
    """More news than fit on one page."""
    for number in range(PER_PAGE):
        NewsPageFactory(parent=section, locale="et", slug=f"veel-{number}")
    return section


@pytest.fixture
def calendar(homes):
    """Two events of the weekend in a county, and its name in four languages."""
    county = PlaceFactory(name="Võru maakond", locale="et", slug="voru")
    translated(county, "lv", name="Veru apriņķis", slug="veru")
    translated(county, "pl", name="Okręg Võru", slug="voru-pl")
    translated(county, "en", name="Võru County", slug="voru-county")
    with time_machine.travel(FRIDAY, tick=False):
        for _n in range(2):
            event = EventPageFactory(locale="et", starts_at=SATURDAY, venue=county, address="")
        section = event.get_parent().specific
        for code in ("lv", "pl", "en"):
            translated(section, code, slug="calendar")
    return section


@pytest.mark.usefixtures("catalogues")
@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("et", "Sel nädalavahetusel · Võru maakond: 2 sündmust"),
        ("lv", "Šajā nedēļas nogalē · Veru apriņķis: 2 pasākumi"),
        ("pl", "W ten weekend · Okręg Võru: 2 wydarzenia"),
        ("en", "This weekend · Võru County: 2 events"),
    ],
)
def test_events_of_a_weekend_in_a_county(client, calendar, code, words):
    card = Card.objects.get(key=calendar.translation_key, locale=code)
    with time_machine.travel(FRIDAY, tick=False):
        heading, title = said(client, card.url, when="weekend", place="voru")

    assert heading == title == words


def test_the_past_is_said_once(client, calendar):
    with time_machine.travel(FRIDAY + dt.timedelta(days=9), tick=False):
        past = said(client, calendar.public_url(), when="past")
        there = said(client, calendar.public_url(), when="past", place="voru")

    assert past[0] == "2 past events"
    assert there[0] == "Võru maakond: 2 past events"


def test_a_list_that_is_not_narrowed_is_called_by_its_name(client, calendar):
    heading, title = said(client, calendar.public_url(), language="mine")

    assert heading == calendar.title
    assert title.startswith(calendar.title)


def test_what_does_not_exist_is_nothing(client, calendar):
    assert said(client, calendar.public_url(), place="nowhere")[0] == "0 events"


def test_a_choice_that_nothing_has_is_said_all_the_same(client, calendar):
    PlaceFactory(name="Alūksnes novads", locale="lv", slug="aluksne")

    there = said(client, calendar.public_url(), place="aluksne", kind="concert")

    assert there[0] == there[1] == "Alūksnes novads · Concert: 0 events"
    assert said(client, calendar.public_url(), free="2", kind="<b>")[0] == "0 events"


def test_every_list_with_filters_counts_its_own_kind(client, homes, news):
    organisations = OrganisationIndexPageFactory(locale="et", slug="organisatsioonid")
    county = PlaceFactory(name="Võrumaa", locale="et", slug="voru")
    places = [PagePlace(place=county)]
    OrganisationPageFactory(locale="et", parent=organisations, page_places=places)
    clusters = ClusterIndexPageFactory(locale="et", slug="klastrid")
    year = str(dt.date.today().year)

    assert said(client, organisations.public_url(), place="voru")[0] == "Võrumaa: 1 organisation"
    none = said(client, clusters.public_url(), kind="network")[0]
    assert none == "Network: 0 clusters and networks"
    assert said(client, "/et/uudised/", year=year)[0] == f"{year}: 1 news item"


@pytest.mark.usefixtures("catalogues")
@pytest.mark.parametrize(
    ("code", "words"),
    [("et", "2. leht"), ("lv", "2. lapa"), ("pl", "strona 2"), ("en", "page 2")],
)
def test_a_later_page_says_which_it_is(client, many, code, words):
    url = many.public_url()
    ui = {} if code == "et" else {"ui": code}

    first, later = (said(client, url, **ui, **page) for page in ({}, {"page": "2"}))
    narrowed = said(client, url, **ui, page="2", year=YEAR)

    assert first == (many.title, many.title)
    assert later == (f"{many.title}, {words}",) * 2
    assert narrowed[0] == narrowed[1]
    assert narrowed[1].endswith(words)


def test_each_page_of_a_list_is_its_own_to_search_engines(client, many):
    def canonical(**query):
        page = client.get(many.public_url(), query).content.decode()
        return re.findall('rel="canonical" href="http://testserver([^"]*)"', page)

    url = many.public_url()
    assert canonical() == canonical(page="1") == [url]
    assert canonical(page="2") == canonical(page="99") == [f"{url}?page=2"]
    assert canonical(page="2", ui="lv") == [f"{url}?page=2"]
    assert canonical(page="2", year=YEAR) == []


def test_an_organisation_by_its_address_in_one_language_is_found_in_every(client, calendar):
    event = EventPage.objects.first()
    host = OrganisationPageFactory(title="Keskus", slug="keskus", locale="et")
    translated(host, "lv", title="Centrs", slug="centrs")
    with time_machine.travel(FRIDAY, tick=False):
        changed(event, page_organisations=[PageOrganisation(organisation=host, role="organiser")])
        latvian = Card.objects.get(key=calendar.translation_key, locale="lv")

        heading, title = said(client, latvian.url, organisation="keskus")

    assert heading == title == "Centrs: 1 event"
