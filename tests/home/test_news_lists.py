"""Lists of news answer whatever is written behind their address."""

import datetime as dt

import pytest

from kogu.demo.factories.pages import NewsIndexPageFactory, NewsPageFactory
from tests.directory.public_views import changed, translated

ODD = ["0000", "0001", "²²²²", "9999", "-202", "2026x", "٢٠٢٦"]


@pytest.mark.parametrize("year", ODD)
def test_a_year_that_is_none_lists_nothing(client, news, year):
    response = client.get("/et/uudised/", {"year": year})

    assert response.status_code == 200
    assert news.title not in response.content.decode()


def test_a_year_narrows_the_list(client, news):
    news.refresh_from_db()
    year = news.first_published_at.year

    this, last = (
        client.get("/et/uudised/", {"year": str(each)}).content.decode()
        for each in (year, year - 1)
    )

    assert news.title in this
    assert news.title not in last


@pytest.mark.parametrize("name", ["topic", "place", "year", "page", "language"])
def test_a_choice_that_no_database_can_hold_is_answered(client, news, name):
    response = client.get("/et/uudised/", {name: "x\x00"})

    assert response.status_code == 200


def test_an_address_that_no_database_can_hold_is_not_there(client, news):
    assert client.get("/et/uudised/%00/").status_code == 404


def test_news_of_other_languages_are_listed_where_the_editor_says_so(client, homes):
    section = NewsIndexPageFactory(slug="uudised")
    latvian = translated(section, "lv", slug="zinas")
    other = NewsIndexPageFactory(slug="muu", title="Muu jaoskond")
    NewsPageFactory(parent=section, title="Piiririong", locale="et")
    NewsPageFactory(parent=other, title="Mujalt", locale="et")

    before = client.get(latvian.public_url()).content.decode()
    changed(latvian, lists_all_languages=True)
    after = client.get(latvian.public_url()).content.decode()

    assert "Piiririong" not in before
    assert "Piiririong" in after
    assert "Mujalt" not in after
    assert "Piiririong" not in client.get(f"{latvian.public_url()}?language=mine").content.decode()


@pytest.mark.parametrize("decided", [True, False])
def test_search_engines_take_the_list_as_the_editor_decided_it(client, section, decided):
    changed(section, lists_all_languages=decided)
    url = section.public_url()

    def robots(query=""):
        html = client.get(f"{url}{query}").content.decode()
        assert ('rel="canonical"' in html) != ("noindex" in html)
        return "noindex" not in html

    assert robots()
    assert robots("?language=mine") is not decided
    assert robots("?language=all") is decided
    assert not robots("?year=2026")


def test_a_feed_begins_with_what_appeared_last_whatever_changed_since(client, homes):
    section = NewsIndexPageFactory(slug="uudised")
    old = NewsPageFactory(
        parent=section, title="Vana", shown_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    )
    NewsPageFactory(parent=section, title="Uus", shown_at=dt.datetime(2026, 5, 1, tzinfo=dt.UTC))
    changed(old, summary="Parandatud.")

    feed = client.get(f"{section.public_url()}feed/").content.decode()

    assert feed.index("<title>Uus") < feed.index("<title>Vana")
