"""Organisations: how readers find them, reach them and see what they take part in."""

import datetime as dt
import uuid

import pytest
from django.core.exceptions import ValidationError

from directory.models import OpeningHours, OrganisationPage, PageOrganisation, PagePlace
from kogu.content.completeness import Incomplete
from kogu.content.models import Relation
from kogu.delivery.changes import public_change
from kogu.demo.factories.base import locale_of
from kogu.demo.factories.directory import (
    ClusterPageFactory,
    OrganisationIndexPageFactory,
    OrganisationPageFactory,
    PlaceFactory,
)
from kogu.demo.factories.pages import NewsPageFactory

from .public_views import card_of, shown, titles, translated

pytestmark = pytest.mark.django_db


def hours(day, opens="09:00", closes="17:00", **more):
    times = {"opens": dt.time.fromisoformat(opens), "closes": dt.time.fromisoformat(closes)}
    return OpeningHours(weekday=day, locale=locale_of("et"), **times, **more)


def test_an_organisation_has_a_page(homes, client):
    place = PlaceFactory(name="Antsla", address="Kreutzwaldi 1, Antsla")
    OrganisationPageFactory(
        title="Kangakoda",
        slug="kangakoda",
        sectors=["textile", "crafts"],
        founded=dt.date(2016, 1, 1),
        founded_precision="year",
        phone="+372 5555 0123",
        website="https://www.kangakoda.example/",
        places=[place],
    )

    html = client.get("/et/organisatsioonid/kangakoda/").content.decode()

    for words in ("Kangakoda", "2016", "Kreutzwaldi 1, Antsla", "tel:+37255550123"):
        assert words in html
    assert html.count("<h1") == 1
    assert ">kangakoda.example<" in html


def test_what_is_private_is_shown_nowhere(homes, client):
    page = OrganisationPageFactory(profile_email="private@example.org", basis_to_publish="request")

    html = client.get(page.public_url()).content.decode()
    api = client.get(f"/api/v1/organisations/{page.translation_key}").content.decode()

    assert "private@example.org" not in html + api + str(card_of(page).facts)
    assert not hasattr(shown(page), "profile_email")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("email", "info at example"),
        ("profile_email", "nobody"),
        ("phone", "call us"),
        ("website", "our site"),
        ("sectors", ["alchemy"]),
    ],
)
def test_what_cannot_be_is_refused_and_named(homes, field, value):
    page = OrganisationPage(title="Koda", slug="koda", locale=locale_of("et"), path="x", depth=1)
    setattr(page, field, value)

    with pytest.raises(ValidationError) as refused:
        page.full_clean()

    assert list(refused.value.message_dict) == [field]


def test_a_draft_needs_nothing_but_a_title(homes):
    draft = OrganisationPageFactory(
        organisation_kind="", basis_to_publish="", description="", published=False
    )

    assert draft.latest_revision is not None
    assert card_of(draft) is None


def test_somebodys_own_practice_waits_for_a_ground(homes):
    with pytest.raises(Incomplete):
        OrganisationPageFactory(organisation_kind="creative", basis_to_publish="")


def test_opening_hours_are_said_in_the_words_of_the_language(homes):
    page = OrganisationPageFactory(
        opening_hours=[
            *(hours(day) for day in (1, 2, 3, 4, 5)),
            hours(6, "10:00", "14:00", note="ainult suvel"),
        ]
    )

    estonian, latvian = shown(page).opening_hours, shown(page, "lv").opening_hours

    assert [row.days for row in estonian] == ["esmaspäev–reede", "laupäev"]
    assert [row.days for row in latvian] == ["pirmdiena–piektdiena", "sestdiena"]
    assert estonian[0].hours == "09:00–17:00"
    assert shown(page, "en").opening_hours[0].hours == "09:00–17:00"
    assert estonian[1].note == "ainult suvel"


def test_hours_of_a_season_that_is_over_are_not_said(homes):
    over = hours(1, valid_until=dt.date(2020, 8, 31))

    assert shown(OrganisationPageFactory(opening_hours=[over])).opening_hours == ()


def test_a_season_that_ends_before_it_begins_is_refused(homes):
    season = hours(1, valid_from=dt.date(2026, 6, 1), valid_until=dt.date(2026, 5, 1))

    with pytest.raises(ValidationError) as refused:
        season.clean()

    assert list(refused.value.message_dict) == ["valid_until"]


def test_the_register_narrows_by_kind_and_sector(homes):
    register = OrganisationIndexPageFactory()
    OrganisationPageFactory(title="Saeveski", sectors=["wood"])
    OrganisationPageFactory(title="Selts", organisation_kind="association", sectors=["wood", "it"])

    assert titles(shown(register, sector="it").items) == ["Selts"]
    assert titles(shown(register, sector="wood", kind="company").items) == ["Saeveski"]
    assert titles(shown(register, sector="gold").items) == []
    sectors = next(facet for facet in shown(register).facets if facet.name == "sector")
    assert [(option.value, option.count) for option in sectors.options] == [("wood", 2), ("it", 1)]


def test_the_register_is_in_the_order_of_the_alphabet(homes):
    register = OrganisationIndexPageFactory()
    for title in ("Õlletehas", "Zuumklubi", "Aiand", "Šokolaad"):
        OrganisationPageFactory(title=title)

    assert titles(shown(register).items) == ["Aiand", "Šokolaad", "Zuumklubi", "Õlletehas"]


def test_the_register_of_every_language_lists_everybody(homes):
    register = OrganisationIndexPageFactory()
    latvian = OrganisationIndexPageFactory(locale="lv", translation_key=register.translation_key)
    OrganisationPageFactory(title="Kangakoda")

    listed = shown(latvian)

    assert [(c.title, c.is_foreign) for c in listed.items] == [("Kangakoda", True)]
    # What it is, is said in the reader's words all the same.
    assert listed.items[0].label == shown(latvian, "lv").items[0].label
    assert titles(shown(latvian, language="mine").items) == []


def test_an_organisation_shows_its_news_and_the_news_shows_it(homes):
    office = OrganisationPageFactory(title="Arenduskeskus")
    latvian = translated(office, "lv", title="Attīstības centrs")
    row = PageOrganisation(organisation=latvian, role="author")
    news = NewsPageFactory(title="Uudis", page_organisations=[row])

    assert [(n.role, n.card.title) for n in shown(news).named] == [("author", "Arenduskeskus")]
    for page in (office, latvian):
        assert [titles(g.cards) for g in shown(page).related if g.kind == "news"] == [["Uudis"]]


def test_of_many_things_an_organisation_shows_the_newest_and_where_all_are(homes, client):
    office = OrganisationPageFactory(title="Arenduskeskus", slug="arenduskeskus")
    NewsPageFactory(title="Muu uudis")
    for number in range(13):
        row = PageOrganisation(organisation=office, role="author")
        NewsPageFactory(title=f"Uudis {number}", page_organisations=[row])

    group = next(g for g in shown(office).related if g.kind == "news")
    assert len(group.cards) == 12
    html = client.get(group.more_url).content.decode()
    assert html.count("Uudis ") >= 13
    assert "Muu uudis" not in html
    assert "Arenduskeskus" in html
    assert 'aria-current="true"' in html


def test_however_many_name_an_organisation_it_shows_its_own_places_and_the_newest(homes):
    parish, other = PlaceFactory(name="Rõuge"), PlaceFactory(name="Antsla")
    office = OrganisationPageFactory(places=[parish, other])
    values = {"source_kind": "news", "relation": "organisation", "role": "author"}
    with public_change():
        Relation.objects.bulk_create(
            Relation(source_key=uuid.uuid4(), target_key=office.translation_key, **values)
            for _ in range(310)
        )
    row = PageOrganisation(organisation=office, role="author")
    NewsPageFactory(title="Värske", page_organisations=[row])

    view = shown(office)

    assert titles(view.places) == ["Rõuge", "Antsla"]
    assert [titles(g.cards) for g in view.related if g.kind == "news"] == [["Värske"]]


def test_an_organisation_shows_what_continues_its_work(homes, client):
    heir = OrganisationPageFactory(title="Koivamaa keskus")
    page = OrganisationPageFactory(title="Vana keskus", replaced_by=heir)

    assert shown(page).replaced_by.title == "Koivamaa keskus"
    page.replaced_by = page
    with pytest.raises(ValidationError) as refused:
        page.full_clean()
    assert "replaced_by" in refused.value.message_dict


def test_an_unpublished_cluster_is_not_named(homes):
    office = OrganisationPageFactory()
    cluster = ClusterPageFactory(title="Puiduklaster", members=[office])
    assert titles(shown(office).member_of) == ["Puiduklaster"]

    with public_change():
        cluster.unpublish()

    assert titles(shown(office).member_of) == []


def test_the_address_of_an_organisation_leads_the_way(homes, client):
    place = PlaceFactory(name="Saal", address="Liiva 13, Võru", latitude="57.8", longitude="27")
    OrganisationIndexPageFactory(slug="kes")
    page = OrganisationPageFactory(title="Külaselts")
    page.page_places.add(PagePlace(place=place))
    with public_change():
        page.save_revision().publish()

    html = client.get(page.public_url()).content.decode()

    assert "Liiva 13, Võru" in html
    assert 'href="https://www.openstreetmap.org/directions?to=57.800000%2C27.000000"' in html
