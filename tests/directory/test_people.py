"""Nobody is named in public without a ground for it."""

import datetime as dt
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from directory.models import Basis, PageContact, Person
from kogu.content.completeness import Incomplete, problems
from kogu.content.models import Card
from kogu.demo.factories.base import locale_of
from kogu.demo.factories.directory import ClusterPageFactory, OrganisationPageFactory, PersonFactory
from kogu.demo.factories.pages import NewsPageFactory
from kogu.presenting.card_views import card_view
from kogu.presenting.resolver import Reader

from .public_views import card_of, changed, shown, titles, translated

pytestmark = pytest.mark.django_db


def contact(person, role=""):
    return PageContact(person=person, role=role, translation_key=uuid4(), locale=person.locale)


@pytest.mark.parametrize("basis", [Basis.TO_CONFIRM, Basis.WITHDRAWN])
def test_a_person_without_a_ground_has_no_card(homes, basis):
    person = PersonFactory(basis=basis)

    assert person.live
    assert card_of(person) is None
    assert not Person.objects.visible().exists()


@pytest.mark.parametrize("basis", [Basis.OFFICIAL_DUTY, Basis.PUBLIC_REGISTER])
def test_a_person_with_a_ground_has_a_card_without_the_ground(homes, basis):
    card = card_of(PersonFactory(basis=basis, email="mari@example.org"))

    assert card.facts["email"] == "mari@example.org"
    assert not {"basis", "consent_on", "consent_how"} & card.facts.keys()


def test_a_consent_says_when_and_how(homes):
    with pytest.raises(Incomplete):
        PersonFactory(basis=Basis.CONSENT)

    given = {"consent_on": timezone.localdate(), "consent_how": "by e-mail"}
    assert card_of(PersonFactory(basis=Basis.CONSENT, **given))


def test_a_long_address_breaks_at_its_sign_and_is_written_to_whole(homes, client):
    person = PersonFactory(basis=Basis.OFFICIAL_DUTY, email="maarja@example.org")
    news = NewsPageFactory(page_contacts=[contact(person)])

    html = client.get(news.public_url()).content.decode()

    assert '<a href="mailto:maarja@example.org">maarja@<wbr>example.org</a>' in html


def test_a_withdrawn_consent_takes_the_person_off_every_page(homes, client):
    given = {"consent_on": timezone.localdate(), "consent_how": "by e-mail"}
    person = PersonFactory(name="Liis Kask", basis=Basis.CONSENT, email="liis@example.org", **given)
    cluster = ClusterPageFactory(coordinator=person)
    news = NewsPageFactory(page_contacts=[contact(person, role="pressikontakt")])
    pages = [cluster.public_url(), news.public_url()]
    assert all("Liis Kask" in client.get(url).content.decode() for url in pages)

    changed(person, basis=Basis.WITHDRAWN)

    for url in pages:
        html = client.get(url).content.decode()
        assert "Liis Kask" not in html
        assert "liis@example.org" not in html
    assert client.get(f"/api/v1/people/{person.translation_key}").status_code == 404
    assert not Card.objects.filter(kind="person").exists()


def test_the_role_on_a_page_comes_before_the_persons_own(homes):
    person = PersonFactory(name="Liis Kask", role="juhataja")
    news = NewsPageFactory(page_contacts=[contact(person, role="pressikontakt")])

    assert [(c.name, c.role) for c in shown(news).contacts] == [("Liis Kask", "pressikontakt")]


def test_a_page_waits_for_the_ground_of_its_contacts(homes):
    person = PersonFactory(name="Liis Kask", basis=Basis.TO_CONFIRM)
    news = NewsPageFactory(page_contacts=[contact(person)], published=False)

    found = problems(news)

    assert [problem.field for problem in found if not problem.is_warning] == ["page_contacts"]
    assert "Liis Kask" in found[0].message


def test_an_organisation_shows_who_works_there(homes):
    office = OrganisationPageFactory(title="Arenduskeskus")
    person = PersonFactory(name="Mari Maasikas", organisation=office)

    assert titles(shown(office).people) == ["Mari Maasikas"]
    assert employer(person, "et") == "Arenduskeskus"

    changed(office, title="Koivamaa keskus")

    assert employer(person, "et") == "Koivamaa keskus"


def test_where_somebody_works_is_said_in_the_readers_language(client, homes):
    office = OrganisationPageFactory(title="Arenduskeskus", locale="et")
    person = PersonFactory(name="Mari Maasikas", role="juhataja", organisation=office, locale="et")
    news = NewsPageFactory(page_contacts=[contact(person)])

    translated(office, "lv", title="Attīstības centrs")

    assert employer(person, "lv") == "Attīstības centrs"
    assert employer(person, "pl") == "Arenduskeskus"
    html = client.get(news.public_url(), {"ui": "lv"}).content.decode()
    assert '<bdi lang="et">juhataja</bdi>, <bdi>Attīstības centrs</bdi>' in html


def employer(person, locale):
    return card_view(card_of(person), Reader(locale)).organisation


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("email", "mari at example"),
        ("phone", "ask me"),
        ("languages_spoken", ["klingon"]),
        ("consent_on", timezone.localdate() + dt.timedelta(days=2)),
    ],
)
def test_what_cannot_be_is_refused_and_named(homes, field, value):
    person = Person(name="Mari", locale=locale_of("et"), **{field: value})

    with pytest.raises(ValidationError) as refused:
        person.full_clean()

    assert list(refused.value.message_dict) == [field]


def test_a_person_needs_nothing_but_a_name(homes):
    Person(name="Mari", locale=locale_of("et")).full_clean()
