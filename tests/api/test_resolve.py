"""What stands at an address, and where old addresses lead."""

import pytest
from wagtail.contrib.redirects.models import Redirect

from kogu.content.models import Card, LegacyURL
from kogu.delivery.changes import public_change


def test_resolve_says_what_is_at_an_address(client, news):
    answer = client.get("/api/v1/resolve?path=/et/uudised/tegijad-kohtusid/").json()

    assert answer["kind"] == "news"
    assert answer["id"] == str(news.translation_key)


def test_whatever_resolve_finds_can_be_asked_of_the_api(client, scenario):
    cards = Card.objects.visible().filter(locale="en").exclude(url="")
    assert cards.values("kind").distinct().count() > 12

    for card in cards:
        found = client.get("/api/v1/resolve", {"path": card.url}).json()
        answer = client.get(found["api_url"].removeprefix("http://testserver"))

        assert answer.status_code == 200, (card.kind, answer.content)
        instance = answer.json()
        assert (instance["kind"], instance["id"], instance["locale"]) == (
            card.kind,
            str(card.key),
            "en",
        )
        assert instance["url"] == f"http://testserver{card.url}"


def test_resolve_follows_a_changed_address(client, news):
    with public_change():
        news.slug = "tegijad-taas"
        news.save_revision().publish()

    answer = client.get("/api/v1/resolve?path=/et/uudised/tegijad-kohtusid/").json()

    assert answer["redirect"] == "http://testserver/et/uudised/tegijad-taas/"
    listed = client.get("/api/v1/redirects").json()["items"]
    assert [one["path"] for one in listed] == ["/et/uudised/tegijad-kohtusid"]


def test_resolve_follows_the_front_door(client, homes):
    answer = client.get("/api/v1/resolve?path=/").json()

    assert answer == {"type": "redirect", "redirect": "http://testserver/et/", "permanent": False}
    assert client.get("/")["Location"] == "/et/"


@pytest.mark.parametrize("behind", ["?utm_source=mail", "?page=2&language=all", "#top", "?a=b#c"])
def test_a_query_behind_a_path_is_passed_over(client, news, behind):
    path = news.public_url()
    found = client.get("/api/v1/resolve", {"path": path}).json()
    old = client.get("/api/v1/resolve", {"path": path.rstrip("/")}).json()

    assert client.get("/api/v1/resolve", {"path": path + behind}).json() == found
    assert client.get("/api/v1/resolve", {"path": path.rstrip("/") + behind}).json() == old
    assert client.get("/api/v1/resolve", {"path": f"/et/nothing/{behind}"}).status_code == 404


def test_an_old_address_may_be_known_by_its_query(client, news):
    with public_change():
        for query, target in (("?id=7", "https://seven.example/"), ("", "https://all.example/")):
            Redirect.add_redirect(f"/index.php{query}", target, is_permanent=True)

    for query, target in (
        ("?id=7", "https://seven.example/"),
        ("?id=8", "https://all.example/"),
        ("?id=7#top", "https://seven.example/"),
    ):
        answer = client.get("/api/v1/resolve", {"path": f"/index.php{query}"}).json()
        assert answer["redirect"] == target, query


def test_resolve_reads_encoded_paths_as_the_site_does(client, news):
    old = ("/vana/värske lehekülg/", "/vana/?lehekülg=7", "/vana/%C3%B5hin/")
    with public_change():
        for path in old:
            LegacyURL.objects.create(key=news.translation_key, locale="et", path=path)
    asked = [
        ("/vana/v%C3%A4rske%20lehek%C3%BClg/", "/vana/värske lehekülg/"),
        ("/vana/?lehek%C3%BClg=7", "/vana/?lehekülg=7"),
        ("/vana/%C3%B5hin/", "/vana/õhin/"),
    ]
    page = news.public_url()
    found = client.get("/api/v1/resolve", {"path": page}).json()

    for spellings in asked:
        for path in spellings:
            answer = client.get("/api/v1/resolve", {"path": path}).json()
            assert answer["redirect"] == f"http://testserver{page}", path
    encoded = page.replace("tegijad", "%74egijad")
    assert client.get("/api/v1/resolve", {"path": encoded}).json() == found
    assert client.get(encoded, follow=True).status_code == 200
    assert client.get("/api/v1/resolve", {"path": "/vana/%00/"}).status_code == 404
