"""What a page says of its length is what the API counts, in every list and every language."""

import re

import pytest

from kogu.api_v1.endpoints import resources
from kogu.demo.factories import translated
from tests.directory.public_views import shown

from .fixture_names import NOW

LANGUAGES = ("et", "lv", "pl", "en")
SECTIONS = ("news", "event", "project", "programme", "strategy", "cluster", "organisation")
# The calendar lists the dates to come; all other pages list what there is.
LISTED_AS = {"event": ("occurrences", {"ends_from": f"{NOW:%Y-%m-%dT%H:%M:%SZ}"})}
NUMBERS = re.compile(r"(\d+) (in all|in this language|at the top|more below|more in other)")


@pytest.fixture
def sections(scenario):
    """Every section in every language, of whose pages each language has some."""
    scenario.grow()
    for page, codes in {
        scenario.fund: ("et", "lv"),
        scenario.measure: ("et",),
        scenario.strategy: ("pl",),
        scenario.project: ("et",),
        scenario.news: ("lv",),
        scenario.event: ("lv", "et"),
        scenario.cluster: ("pl",),
        scenario.organisation: ("et", "lv", "pl"),
    }.items():
        for code in codes:
            translated(page, code)
    found = {}
    for name in SECTIONS:
        top = getattr(scenario, "fund" if name == "programme" else name).get_parent().specific
        for code in LANGUAGES:
            found[name, code] = of_language(top, code)
    return found


def of_language(top, code):
    held = {page.locale.language_code: page for page in top.get_translations(inclusive=True)}
    return held.get(code) or translated(top, code)


def counted_by_the_api(client, name, code, **query):
    resource, filters = LISTED_AS.get(name, (None, {}))
    if resource is None:
        resource = next(key for key, one in resources.items() if one.kinds == (name,))
    answer = client.get(f"/api/v1/{resource}", {"locale": code, "limit": 1, **filters, **query})
    return answer.json()["total"], answer.json()["total_in_all_languages"]


def told_by_the_page(client, page, query):
    """How many it lists or has below, and how many more it names in other languages."""
    text = client.get(page.public_url() + query).content.decode()
    numbers = {words: int(number) for number, words in NUMBERS.findall(text)}
    more = numbers.pop("more in other", 0)
    assert numbers, page.public_url()
    return sum(numbers.values()), more


def test_pages_and_api_count_alike_in_every_list_and_language(client, sections):
    for (name, code), page in sections.items():
        total, everywhere = counted_by_the_api(client, name, code)

        assert told_by_the_page(client, page, "?language=mine") == (total, everywhere - total)
        assert told_by_the_page(client, page, "?language=all") == (everywhere, 0)
        assert sum(told_by_the_page(client, page, "")) == everywhere
        assert everywhere > 0, (name, code)
        assert counted_by_the_api(client, name, code, fallback="et,lv,pl,en")[0] == everywhere


def options(view):
    return [(facet.name, one) for facet in view.facets for one in facet.options]


def test_a_filter_promises_what_it_then_leaves_and_never_nothing(sections):
    for (name, code), page in sections.items():
        for facet, one in options(shown(page)):
            left = shown(page, **{facet: one.value}).total

            assert one.count == left > 0, (name, code, facet, one.title)


def test_a_filter_counts_what_the_other_choices_leave(sections):
    for name in SECTIONS:
        page = sections[name, "en"]
        chosen = {facet.name: facet.options[0].value for facet in shown(page).facets[:2]}
        for facet, one in options(shown(page, **chosen)):
            left = shown(page, **{**chosen, facet: one.value}).total

            assert one.count == left > 0 or one.is_current, (name, chosen, facet, one.title)
