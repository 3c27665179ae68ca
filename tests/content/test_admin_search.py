"""The admin finds words as they are typed without the right keyboard, on both databases."""

import pytest
from django.urls import reverse
from modelsearch.query import Boost, Not, Phrase, PlainText
from wagtail.models import Page
from wagtail.search.backends import get_search_backend

from directory.models import Person, Place
from kogu.content.search_backend import folded_query
from kogu.demo.factories import (
    AdministratorFactory,
    DocumentFactory,
    ImageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    PersonFactory,
    PlaceFactory,
)

WORDS = {
    "Suwałki": "suwalki",
    "Võru Õpetajate": "voru opetajate",
    "Kaļķu ēkā": "kalku eka",
    "Mary O’Neill-Kask": "o'neill kask",
    "Jõhvi vald": "jo\u0303hvi vald",
    "Su\u0301wałki s\u0301więto": "suwalki swieto",
    "Külavanem„ile”": "kulavanem",
}


@pytest.fixture
def staff(client, homes):
    client.force_login(AdministratorFactory())


@pytest.mark.parametrize(("written", "typed"), WORDS.items())
@pytest.mark.parametrize("as_written", [True, False])
def test_pages_and_snippets_are_found(homes, written, typed, as_written):
    section = NewsIndexPageFactory(parent=homes["et"], locale="et")
    page = NewsPageFactory(parent=section, title=f"{written} 2027", locale="et")
    person = PersonFactory(name=written, locale="et")
    query = written if as_written else typed
    backend = get_search_backend()

    assert page.pk in [one.pk for one in backend.autocomplete(query, Page)]
    assert page.pk in [one.pk for one in backend.search(query, Page)]
    assert person.pk in [one.pk for one in backend.search(query, Person)]


def test_other_words_are_not_found(homes):
    PlaceFactory(name="Suwałki", locale="pl")

    assert not list(get_search_backend().search("sejny", Place))


@pytest.mark.parametrize("query", ['"', 'a"b', "''", "a:b", "%", "(", "*", "NOT", "\\", "–"])
@pytest.mark.parametrize(
    "name",
    [
        "wagtailadmin_pages:search", "wagtailimages:index", "wagtaildocs:index",
        "wagtailadmin_choose_page_search", "wagtailsnippets_directory_person:list",
    ],
)  # fmt: skip
def test_whatever_is_typed_is_answered(client, staff, name, query):
    assert client.get(reverse(name), {"q": query}).status_code == 200


@pytest.mark.parametrize("name", ["wagtailimages:index", "wagtailimages_chooser:choose_results"])
def test_images_are_found_by_folded_words(client, staff, name):
    ImageFactory(title="Suwałki ja Võru")

    response = client.get(reverse(name), {"q": "suwalki voru"})

    assert "Suwałki ja Võru" in response.content.decode()


@pytest.mark.parametrize("name", ["wagtaildocs:index", "wagtaildocs_chooser:choose_results"])
def test_documents_are_found_by_folded_words(client, staff, name):
    DocumentFactory(title="Suwałki ja Võru")

    response = client.get(reverse(name), {"q": "suwalki voru"})

    assert "Suwałki ja Võru" in response.content.decode()


@pytest.mark.parametrize(
    "name",
    ["wagtailadmin_pages:search", "wagtailadmin_choose_page_search"],
)
def test_pages_are_found_in_the_admin(client, staff, homes, name):
    section = NewsIndexPageFactory(parent=homes["pl"], locale="pl")
    NewsPageFactory(parent=section, title="Jarmark Suwałki", locale="pl")

    response = client.get(reverse(name), {"q": "suwalki"})

    assert "Jarmark Suwałki" in response.content.decode()


def test_people_are_found_in_their_list(client, staff):
    PersonFactory(name="Łucja Śliwa", locale="pl")

    response = client.get(
        reverse("wagtailsnippets_directory_person:list"), {"q": "lucja sliwa", "locale": "pl"}
    )

    assert "Łucja Śliwa" in response.content.decode()


def test_composed_queries_are_folded():
    query = Boost(PlainText("Łąka") & ~Phrase("Võru linn"), 2)

    folded = folded_query(query)

    first, second = folded.subquery.subqueries
    assert first.query_string == "laka"
    assert isinstance(second, Not)
    assert second.subquery.query_string == "voru linn"
    assert query.subquery.subqueries[0].query_string == "Łąka"
