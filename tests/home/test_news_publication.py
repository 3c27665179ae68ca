"""A news item goes from the editor's draft to the page, the feed and the API."""

from django.urls import reverse

from home.models import NewsPage
from kogu.content.models import Card
from kogu.delivery.changes import public_change


def test_a_published_item_has_a_page(client, news):
    response = client.get("/et/uudised/tegijad-kohtusid/")

    html = response.content.decode()
    assert response.status_code == 200
    assert "Tegijad kohtusid" in html
    assert "<b>dairy</b>" in html
    assert html.count("<h1") == 1
    assert '<html lang="et"' in html


def test_a_heading_that_leaves_out_a_level_is_mended(client, news):
    html = client.get(news.public_url()).content.decode()

    assert "<h2" in html
    assert '<h3 id="what-comes-next"' not in html


def test_a_draft_has_neither_page_nor_card(client, section):
    with public_change():
        draft = section.add_child(
            instance=NewsPage(title="Mustand", slug="mustand", locale=section.locale, live=False)
        )

    assert client.get("/et/uudised/mustand/").status_code == 404
    assert not Card.objects.filter(key=draft.translation_key).exists()


def test_the_section_lists_it_and_feeds_it(client, news):
    assert "Tegijad kohtusid" in client.get("/et/uudised/").content.decode()
    feed = client.get("/et/uudised/feed/")
    assert feed.status_code == 200
    assert "Tegijad kohtusid" in feed.content.decode()


def test_the_api_serves_it(client, news):
    listed = client.get("/api/v1/news").json()
    one = client.get(f"/api/v1/news/{news.translation_key}").json()

    assert listed["total"] == 1
    assert listed["items"][0]["id"] == str(news.translation_key)
    assert [block["type"] for block in one["body"]] == ["rich_text", "heading", "quote"]
    assert one["url"] == "http://testserver/et/uudised/tegijad-kohtusid/"


def test_a_visitor_costs_few_queries(client, news, django_assert_max_num_queries):
    client.get(news.public_url())

    with django_assert_max_num_queries(9):
        client.get(news.public_url())


def test_nobody_is_asked_twice_for_what_did_not_change(client, news, django_assert_num_queries):
    etag = client.get(news.public_url())["ETag"]

    with django_assert_num_queries(1):
        response = client.get(news.public_url(), headers={"if-none-match": etag})

    assert response.status_code == 304


def test_the_editor_opens(admin_client, news):
    response = admin_client.get(reverse("wagtailadmin_pages:edit", args=[news.pk]))

    assert response.status_code == 200
