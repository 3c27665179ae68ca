"""What a list says of its length, and what its filters promise, is what the reader then gets."""

import re

import pytest

from kogu.demo.factories import (
    OrganisationIndexPageFactory,
    OrganisationPageFactory,
    PlaceFactory,
    TopicFactory,
)
from kogu.demo.factories.pages import NewsIndexPageFactory, NewsPageFactory

from .public_views import changed, shown, translated


def facets(view):
    return {facet.name: facet.options for facet in view.facets}


def counts(view, name):
    return {option.value: option.count for option in facets(view)[name]}


@pytest.fixture
def register(homes):
    """Two companies, of which one weaves, and an association elsewhere."""
    here, there = PlaceFactory(name="Võru"), PlaceFactory(name="Valga")
    topic = TopicFactory(name="Käsitöö", slug="kasitoo")
    make = OrganisationPageFactory
    make(title="Kangakoda", organisation_kind="company", places=[here], topics=[topic])
    make(title="Puukoda", organisation_kind="company", places=[there])
    make(title="Selts", organisation_kind="association", places=[there])
    return OrganisationIndexPageFactory()


def test_what_a_filter_promises_is_what_the_other_choices_leave(register):
    narrowed = shown(register, kind="company")

    for facet in narrowed.facets:
        for option in facet.options:
            chosen = {"kind": "company", facet.name: option.value}
            expected = len(shown(register, **chosen).items)
            assert option.count == expected > 0, (facet.name, option.title)
    assert counts(narrowed, "kind") == {"company": 2, "association": 1}


def test_no_filter_offers_nothing(register):
    assert "topic" not in facets(shown(register, kind="association"))
    assert set(counts(shown(register, topic="kasitoo"), "kind")) == {"company"}


def test_a_choice_that_fits_nothing_with_the_others_can_still_be_taken_back(register):
    view = shown(register, kind="association", topic="kasitoo")

    assert view.items == ()
    for name in ("kind", "topic"):
        [current] = [option for option in facets(view)[name] if option.is_current]
        assert f"{name}=" not in current.url
    assert all(option.is_current or option.count for option in facets(view)["kind"])


def test_the_same_set_is_counted_in_every_language_or_the_rest_is_told(client, homes):
    section = NewsIndexPageFactory(slug="uudised")
    latvian = translated(section, "lv", slug="zinas")
    for title in ("Laat", "Piiririong"):
        NewsPageFactory(parent=section, title=title, locale="et")
    story = NewsPageFactory(parent=section, title="Mess", locale="et")
    translated(story, "lv", title="Gadatirgus")

    view = shown(latvian)
    page = client.get(latvian.public_url()).content.decode()

    assert (view.total, view.more) == (1, 2)
    link = re.search(r'<a href="([^"]+)">2 more in other languages</a>', page)[1]
    assert "1 in this language" in page
    assert "3 in all" in client.get(link).content.decode()
    assert shown(latvian, language="all").total == shown(section).total == 3
    assert shown(section).more == 0


@pytest.mark.parametrize("decided", [False, True])
def test_readers_choose_the_languages_whatever_the_editor_decided(homes, decided):
    section = NewsIndexPageFactory(slug="uudised")
    latvian = changed(translated(section, "lv", slug="zinas"), lists_all_languages=decided)
    NewsPageFactory(parent=section, title="Laat", locale="et")

    everything, mine = (shown(latvian, language=asked) for asked in ("all", "mine"))

    assert (everything.total, everything.more) == (1, 0)
    assert (mine.total, mine.more) == (0, 1)
    assert (shown(latvian).total == 1) == decided
