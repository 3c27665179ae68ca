"""A page that the reader's language lacks keeps its address, with all around it in theirs."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from kogu.content.models import Card
from kogu.delivery.changes import public_change
from kogu.demo.factories.pages import NewsIndexPageFactory, NewsPageFactory
from kogu.presenting.card_views import card_view
from kogu.presenting.resolver import Reader
from tests.directory.public_views import changed, translated

ADDRESS = "/et/uudised/tegijad-kohtusid/"


def html_of(client, url, **query):
    response = client.get(url, query)
    assert response.status_code == 200
    return response.content.decode()


def switch(html):
    """Address and words of the language switch, by language."""
    nav = re.search(r'<nav class="language-switch".*?</nav>', html, re.DOTALL)[0]
    links = re.findall(r'<a href="([^"]*)" lang="(\w+)"[^>]*>(.*?)</a>', nav, re.DOTALL)
    return {code: (url, re.sub(r"<[^>]*>", "", words)) for url, code, words in links}


@pytest.mark.usefixtures("catalogues")
def test_a_language_without_a_translation_says_so_in_itself(client, news):
    links = switch(html_of(client, ADDRESS))

    assert links["et"] == (ADDRESS, "Eesti")
    assert links["lv"] == (f"{ADDRESS}?ui=lv", "Latviešu nav tulkots")
    assert links["pl"] == (f"{ADDRESS}?ui=pl", "Polski brak tłumaczenia")
    assert links["en"] == (f"{ADDRESS}?ui=en", "English not translated")


@pytest.mark.usefixtures("catalogues")
def test_all_but_the_pages_own_words_is_in_the_readers_language(client, news):
    response = client.get(ADDRESS, {"ui": "lv"})
    html = response.content.decode()

    assert '<html lang="lv"' in html
    assert "Pāriet uz saturu" in html
    assert "Teksta valoda: igauņu" in html
    assert '<h1 dir="auto" lang="et">Tegijad kohtusid</h1>' in html
    assert '<div class="story" lang="et">' in html
    assert response["Content-Language"] == "lv, et"
    assert switch(html)["et"] == (ADDRESS, "Eesti")


def test_it_is_the_original_to_search_engines(client, news):
    html = html_of(client, ADDRESS, ui="lv")

    assert '<meta name="robots" content="noindex, follow">' in html
    assert re.findall('rel="canonical" href="([^"]*)"', html) == [f"http://testserver{ADDRESS}"]
    assert 'rel="alternate" hreflang' not in html
    assert "application/ld+json" not in html


@pytest.mark.parametrize("value", ["xx", "", "et", "LV", "x\x00"])
def test_a_language_that_is_none_of_the_sites_is_ignored(client, news, value):
    html = html_of(client, ADDRESS, ui=value)

    assert '<html lang="et"' in html
    assert "noindex" not in html


def test_no_answer_is_taken_for_the_other(client, news):
    plain, latvian = client.get(ADDRESS), client.get(ADDRESS, {"ui": "lv"})

    assert plain["ETag"] != latvian["ETag"]
    crossed = client.get(ADDRESS, {"ui": "lv"}, headers={"If-None-Match": plain["ETag"]})
    known = client.get(ADDRESS, {"ui": "lv"}, headers={"If-None-Match": latvian["ETag"]})
    assert (crossed.status_code, known.status_code) == (200, 304)


def test_it_leads_to_the_translation_once_there_is_one(client, news, section):
    translated(section, "lv", slug="zinas")
    latvian = translated(news, "lv", slug="zina")

    response = client.get(ADDRESS, {"ui": "lv", "url": "x"})

    assert response.status_code == 302
    assert response["Location"] == f"{latvian.public_url()}?url=x"
    assert response["Cache-Control"] == "private, no-store"


def test_links_lead_to_the_readers_language_where_it_exists(client, news, section):
    latvian = translated(section, "lv", slug="zinas")

    html = html_of(client, ADDRESS, ui="lv")

    trail = re.search(r'<ol class="breadcrumb__list">.*?</ol>', html, re.DOTALL)[0]
    assert f'href="{latvian.public_url()}"' in trail
    assert section.public_url() not in trail


def test_a_card_in_another_language_leads_to_a_page_around_which_the_readers_stays(news):
    card = Card.objects.get(kind="news")

    assert card_view(card, Reader("lv")).href == f"{ADDRESS}?ui=lv"
    assert card_view(card, Reader("et")).href == card_view(card, Reader("lv")).url == ADDRESS


def test_links_in_a_text_lead_on_in_the_readers_interface(client, news):
    other = NewsPageFactory(parent=news.get_parent().specific, locale="et")
    link = {"text": f'<p><a linktype="page" id="{other.pk}">Loe</a></p>'}
    changed(news, story=[{"type": "rich_text", "value": link}])

    own, latvian = html_of(client, ADDRESS), html_of(client, ADDRESS, ui="lv")
    api = client.get("/api/v1/news", {"locale": "lv", "fallback": "et"}).content.decode()

    assert f'<a href="{other.public_url()}">Loe</a>' in own
    assert f'<a href="{other.public_url()}?ui=lv">Loe</a>' in latvian
    assert "Loe" in api
    assert "?ui=" not in api


def test_choices_of_a_list_survive_the_switch(client, news, section):
    latvian = translated(section, "lv", slug="zinas")

    html = html_of(client, section.public_url(), year="2026", page="1", utm_source="x")

    assert switch(html)["lv"][0] == f"{latvian.public_url()}?year=2026"
    assert switch(html)["pl"][0] == f"{section.public_url()}?ui=pl&amp;year=2026"


def test_a_list_keeps_the_readers_language_while_it_is_narrowed(client, news, section):
    html = html_of(client, section.public_url(), ui="lv")

    assert news.title in html
    years = re.findall(r'href="([^"]*year=\d+)"', html)
    assert years
    assert all("?ui=lv&amp;" in url for url in years)
    assert f'href="{section.public_url()}feed/"' in html


def test_one_and_many_items_cost_the_same(client, homes):
    section = NewsIndexPageFactory(slug="uudised")
    NewsPageFactory(parent=section, locale="et")
    one = cost(client, section)

    for number in range(8):
        NewsPageFactory(parent=section, locale="et", slug=f"veel-{number}")

    assert cost(client, section) == one <= 20


def cost(client, section):
    client.get(section.public_url(), {"ui": "lv"})
    with CaptureQueriesContext(connection) as captured:
        client.get(section.public_url(), {"ui": "lv", "again": ""})
    return len(captured)


def test_a_restricted_page_stays_closed(client, news):
    with public_change():
        PageViewRestriction.objects.create(page=news, restriction_type="login")

    assert client.get(ADDRESS, {"ui": "lv"}).status_code != 200


@pytest.mark.usefixtures("catalogues", "homes")
def test_what_is_not_there_is_said_in_the_readers_language_too(client):
    response = client.get("/et/uudised/ammu-kadunud/", {"ui": "lv"})

    assert response.status_code == 404
    assert response["Content-Language"] == "lv"
    assert '<html lang="lv"' in response.content.decode()
