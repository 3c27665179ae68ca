"""Whatever stands in an address or a form, there is an answer, and never a broken one."""

import json
import unicodedata
from urllib.parse import quote

import pytest
from django.test import Client
from django.urls import reverse

from kogu.api.resource import resources
from kogu.content.models import Card
from kogu.demo.factories import UserFactory
from tests.api.conftest import one_of_every_kind, scenario  # noqa: F401 fixtures
from tests.editorial.news_forms import form

WORDS = {
    "long": "a" * 10_000,
    "emoji": "👩‍👩‍👧‍👦🇪🇪",
    "bidi": "\u202eabc\u2066\u200f",
    "decomposed": unicodedata.normalize("NFD", "Suwałki õäöü"),
    "nothing": "\x00a\x00",
    "controls": "\x01\x0b\x1f\x7f\ufffe\uffff",
    "quotes": "'\"<%5C{{[(*:&|!",
}
RAW = {"half a letter": "%ED%A0%80", "no letter": "%ff%fe", "no number": "%", "cut": "%c3"}
QUOTED = {**{name: quote(words, safe="") for name, words in WORDS.items()}, **RAW}
NAMES = (
    *("q", "page", "year", "topic", "kind", "when", "language", "place", "organisation", "locale"),
    *("cluster", "free", "state", "programme", "sector", "status", "order", "cursor", "url"),
)


def _public():
    yield from ("/", "/sitemap.xml", "/robots.txt", "/admin/login/", "/api/v1/resolve")
    yield from ("/api/v1/redirects", "/api/v1/settings", "/api/v1/navigation", "/api/v1/docs")
    for card in Card.objects.filter(locale="en").exclude(url=""):
        yield card.url
        if card.kind in {"news_index", "event_index"}:
            yield from (f"{card.url}feed/", f"{card.url}calendar.ics")


@pytest.fixture
def visitor():
    return Client(raise_request_exception=False)


ONES = ["emoji", "nothing", "half a letter", "quotes"]


@pytest.mark.parametrize("words", [QUOTED[one] for one in ONES], ids=ONES)
def test_every_public_address_answers_every_question(visitor, scenario, words):
    asked = "&".join(f"{name}={words[:3900]}" for name in NAMES)
    questions = [f"{address}?{asked}" for address in _public()]
    for resource in resources.values():
        names = (*resource.filters, "locale", "fields", "cursor")
        questions += [f"/api/v1/{resource.name}?{name}={words[:3900]}" for name in names]

    broken = [q[:80] for q in questions if visitor.get(q).status_code >= 500]

    assert not broken


@pytest.mark.parametrize("words", QUOTED.values(), ids=QUOTED)
def test_every_path_answers(visitor, scenario, words):
    below = ("/", "/en/", "/en/news/", "/api/v1/", "/api/v1/news/", "/media/", "/documents/1/")
    paths = [f"{start}{words}{end}" for start in below for end in ("", "/", "/feed/")]

    broken = [path[:80] for path in paths if visitor.get(path).status_code >= 500]

    assert not broken


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
def test_every_form_takes_or_names_what_is_wrong(visitor, section, words):
    visitor.force_login(UserFactory(username="root", is_superuser=True))
    halves = words + "\ud800"
    page = reverse("wagtailadmin_pages:add", args=["home", "newspage", section.pk])
    forms = {
        page: {**form(words, "Words."), "slug": words, "summary": words},
        reverse("wagtailsnippets_directory_topic:add"): {"name": words, "slug": words},
        reverse("wagtailadmin_collections:add"): {"name": words},
        reverse("wagtailadmin_login"): {"username": words, "password": words},
        reverse("wagtailredirects:add"): {"old_path": words, "redirect_link": words},
    }
    for address, data in forms.items():
        assert visitor.post(address, data).status_code < 500, address
    text = '{"blocks": [{"key": "a", "text": %s, "type": "unstyled"}], "entityMap": {}}'
    story = {**form("Story", "x"), "slug": "story", "story-0-value-text": text % json.dumps(halves)}
    assert visitor.post(page, story).status_code < 500


LISTS = (
    *("wagtailadmin_explore_root", "wagtailimages:index", "wagtaildocs:index"),
    *("wagtailadmin_pages:search", "wagtailusers_users:index", "wagtailredirects:index"),
    *("wagtailsnippets_directory_topic:list", "wagtailadmin_reports:site_history"),
    "wagtailadmin_choose_page",
)


@pytest.mark.parametrize("words", QUOTED.values(), ids=QUOTED)
def test_every_list_of_the_admin_answers_every_question(visitor, section, words):
    visitor.force_login(UserFactory(username="root", is_superuser=True))
    asked = "&".join(
        f"{name}={words}"
        for name in ("q", "p", "ordering", "locale", "collection_id", "tag", "content_type", "id")
    )

    broken = [n for n in LISTS if visitor.get(f"{reverse(n)}?{asked}").status_code >= 500]

    assert not broken
