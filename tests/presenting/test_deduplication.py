"""Nobody and nothing stands twice on a page: contacts, people and related items are told apart."""

from uuid import uuid4

from directory.models import NewsPerson, PageContact, PageOrganisation
from events.models import EventSpeaker
from kogu.demo.factories.base import locale_of
from kogu.demo.factories.calendar import EventPageFactory
from kogu.demo.factories.directory import ClusterPageFactory, OrganisationPageFactory, PersonFactory
from kogu.demo.factories.pages import NewsPageFactory

WORDS = {"type": "rich_text", "value": {"text": "<p>Tere.</p>"}}


def contact(role="", **who):
    return PageContact(role=role, translation_key=uuid4(), locale=locale_of("et"), **who)


def html_of(client, page):
    return client.get(page.public_url()).content.decode()


def test_who_is_a_contact_is_not_told_again_among_the_people(client, homes):
    mari, jaan = PersonFactory(name="Mari Kask"), PersonFactory(name="Jaan Tamm")
    news = NewsPageFactory(
        locale="et",
        page_contacts=[contact(person=mari)],
        news_people=[NewsPerson(person=mari), NewsPerson(person=jaan)],
    )

    html = html_of(client, news)

    assert html.count("Mari Kask</p>") == 1
    assert html.count("Jaan Tamm</p>") == 1


def test_who_is_a_contact_twice_is_told_once_with_both_roles(client, homes):
    mari = PersonFactory(name="Mari Kask")
    contacts = [contact("Juhataja", person=mari), contact("Meedia", person=mari)]
    news = NewsPageFactory(locale="et", page_contacts=contacts)

    html = html_of(client, news)

    assert html.count("Mari Kask</p>") == 1
    assert "<bdi>Juhataja, Meedia</bdi>" in html


def test_who_speaks_at_an_event_and_is_its_contact_is_told_once_and_how_to_be_reached(
    client, homes
):
    mari = PersonFactory(name="Mari Kask", email="mari@laat.example")
    speakers = [
        EventSpeaker(person=mari, role="Meister"),
        EventSpeaker(name="Jaan Tamm"),
        EventSpeaker(name="Anu Lepp"),
    ]
    event = EventPageFactory(
        locale="et", page_contacts=[contact("Korraldaja", person=mari)], speakers=speakers
    )

    html = html_of(client, event)

    assert html.count("Mari Kask</p>") == 1
    assert "<bdi>Meister, Korraldaja</bdi>" in html
    assert 'href="mailto:mari@laat.example"' in html
    assert (html.count("Jaan Tamm</p>"), html.count("Anu Lepp</p>")) == (1, 1)


def test_an_organisation_to_turn_to_is_not_related_besides(client, homes):
    office = OrganisationPageFactory(title="Maja", locale="et")
    other = OrganisationPageFactory(title="Koda", locale="et")
    news = NewsPageFactory(
        locale="et",
        page_contacts=[contact(organisation=office)],
        page_organisations=[
            PageOrganisation(organisation=office),
            PageOrganisation(organisation=other),
        ],
    )

    html = html_of(client, news)

    assert html.count(f'href="{office.public_url()}"') == 1
    assert html.count(f'href="{other.public_url()}"') == 1


def test_a_coordinator_stands_beside_other_contacts_and_not_beside_themselves(client, homes):
    mari, jaan = PersonFactory(name="Mari Kask"), PersonFactory(name="Jaan Tamm")
    own, others = (
        html_of(
            client,
            ClusterPageFactory(
                locale="et", coordinator=mari, page_contacts=[contact(person=person)]
            ),
        )
        for person in (mari, jaan)
    )

    assert own.count("Mari Kask</p>") == 1
    assert (others.count("Mari Kask</p>"), others.count("Jaan Tamm</p>")) == (1, 1)


def test_what_the_story_shows_is_not_related_below(client, homes):
    office = OrganisationPageFactory(title="Maja", locale="et")
    block = {"type": "related_pages", "value": {"title": "Loe veel", "pages": [office.pk]}}
    related = [PageOrganisation(organisation=office)]
    news = NewsPageFactory(locale="et", story=[WORDS, block], page_organisations=related)

    html = html_of(client, news)

    assert html.count(f'href="{office.public_url()}"') == 1
