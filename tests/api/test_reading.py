"""The API answers everyone alike, and says exactly what is wrong with a question."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from home.models import NewsPage
from kogu.content.models import Menu, MenuItem
from kogu.delivery.changes import public_change

GONE = "00000000-0000-4000-8000-000000000000"


def make_news(section, title, **fields):
    with public_change():
        page = section.add_child(
            instance=NewsPage(
                title=title,
                slug=title.lower().replace(" ", "-"),
                locale=section.locale,
                story=json.dumps([{"type": "rich_text", "value": {"text": f"<p>{title}</p>"}}]),
                live=False,
                **fields,
            )
        )
        page.save_revision().publish()
    return page


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("colour=red", "colour"),
        ("limit=0", "limit"),
        ("limit=101", "limit"),
        ("limit=ten", "limit"),
        ("locale=xx", "locale"),
        ("fallback=et,xx", "fallback"),
        ("order=random", "order"),
        ("cursor=nonsense", "cursor"),
        ("fields=title,password", "fields"),
        ("include=secrets", "include"),
        ("published_from=yesterday", "published_from"),
        ("published_from=2026-01-01T10:00:00", "published_from"),
        ("locale=et&locale=lv", "locale"),
    ],
)
def test_a_bad_question_is_refused_by_name(client, news, query, parameter):
    response = client.get(f"/api/v1/news?{query}")

    assert response.status_code == 400
    assert response["Content-Type"] == "application/problem+json"
    assert [error["parameter"] for error in response.json()["errors"]] == [parameter]


@pytest.mark.parametrize(("length", "status"), [(4000, 400), (4001, 414)])
def test_an_address_may_have_four_thousand_characters(client, db, length, status):
    question = "topic=" + "a" * (length - len("topic="))

    answer = client.get(f"/api/v1/news?{question}")

    assert answer.status_code == status
    assert answer["Content-Type"] == "application/problem+json"
    assert answer["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("path", [f"news/{GONE}", "news/7", "nothing", f"pages/{GONE}"])
def test_what_is_not_there_is_a_problem(client, homes, path):
    response = client.get(f"/api/v1/{path}")

    assert response.status_code == 404
    assert response.json()["status"] == 404


def test_a_draft_is_answered_like_nothing(client, section):
    with public_change():
        draft = section.add_child(
            instance=NewsPage(title="Mustand", slug="mustand", locale=section.locale, live=False)
        )

    assert client.get(f"/api/v1/news/{draft.translation_key}").status_code == 404
    assert client.get("/api/v1/news").json()["total"] == 0
    hidden = client.get("/api/v1/resolve", {"path": draft.public_url()})
    nothing = client.get("/api/v1/resolve", {"path": "/et/uudised/olematu/"})
    assert (hidden.status_code, hidden.content) == (nothing.status_code, nothing.content)


def test_a_cursor_goes_on_where_the_list_ended_while_news_come_in(client, section):
    for number in range(5):
        make_news(section, f"Uudis {number}")

    first = client.get("/api/v1/news?limit=2").json()
    make_news(section, "Uudis hiljem")
    second = client.get(first["next"].removeprefix("http://testserver")).json()
    third = client.get(second["next"].removeprefix("http://testserver")).json()

    titles = [item["title"] for page in (first, second, third) for item in page["items"]]
    assert titles == [f"Uudis {number}" for number in (4, 3, 2, 1, 0)]
    assert third["next"] is None


def test_fields_limit_the_answer(client, news):
    item = client.get("/api/v1/news?fields=id,title").json()["items"][0]

    assert set(item) == {"id", "title"}


def test_a_fallback_says_its_language(client, news):
    assert client.get("/api/v1/news?locale=lv").json()["total"] == 0
    offered = client.get("/api/v1/news?locale=lv&fallback=pl,et").json()

    assert [item["locale"] for item in offered["items"]] == ["et"]


def test_one_item_and_many_cost_the_same(client, section, django_assert_num_queries):
    make_news(section, "Esimene")
    client.get("/api/v1/news")
    with CaptureQueriesContext(connection) as one:
        client.get("/api/v1/news")
    cost = len(one)
    for number in range(12):
        make_news(section, f"Veel {number}")
    client.get("/api/v1/news")

    with django_assert_num_queries(cost):
        client.get("/api/v1/news")


def test_an_answer_is_not_made_twice(client, news, django_assert_num_queries):
    response = client.get("/api/v1/news")

    with django_assert_num_queries(1):
        again = client.get("/api/v1/news", headers={"if-none-match": response["ETag"]})

    assert again.status_code == 304
    assert response["Access-Control-Allow-Origin"] == "*"


def test_a_cookie_changes_nothing(client, admin_client, news):
    assert client.get("/api/v1/news").content == admin_client.get("/api/v1/news").content


def test_head_and_options_are_answered(client, news):
    head = client.head("/api/v1/news")
    options = client.options("/api/v1/news")

    assert (head.status_code, head.content) == (200, b"")
    assert int(head["Content-Length"]) > 0
    assert options.status_code == 204
    assert options["Allow"] == "GET, HEAD, OPTIONS"
    assert client.post("/api/v1/news").status_code == 405


def test_a_section_says_where_what_it_lists_is_listed(client, scenario):
    sections = client.get("/api/v1/pages?locale=en&kind=news_index,event_index").json()["items"]

    assert {item["lists"].removeprefix("http://testserver") for item in sections} == {
        "/api/v1/news?locale=en",
        "/api/v1/events?locale=en",
    }


def test_the_description_is_complete(client, db):
    schema = client.get("/api/v1/openapi.json").json()

    assert schema["openapi"].startswith("3.1")
    for path, operations in schema["paths"].items():
        for operation in operations.values():
            assert "400" in operation["responses"] or "404" in operation["responses"], path
            for parameter in operation.get("parameters", []):
                assert parameter.get("description") or parameter["in"] == "path", (path, parameter)
    for name, model in schema["components"]["schemas"].items():
        for field, description in model.get("properties", {}).items():
            assert "description" in description, f"{name}.{field} is not described"


@pytest.mark.parametrize(
    ("path", "language"),
    [
        ("news", "et"),
        ("news?locale=lv", "lv"),
        ("news?locale=lv&fallback=et", "et"),
        ("news?locale=lv&fallback=pl", "lv"),
        ("news/{key}?locale=lv&fallback=et", "et"),
        ("settings?locale=en", "en"),
        ("news?locale=xx", "en"),
        ("nothing", "en"),
        ("openapi.json", "en"),
    ],
)
def test_an_answer_says_its_language(client, news, path, language):
    response = client.get(f"/api/v1/{path.format(key=news.translation_key)}")

    assert response["Content-Language"] == language


def test_an_address_that_is_none_says_where_all_are_told(client, db):
    assert "/api/v1/docs" in client.get("/api/v1/news/").json()["detail"]


def test_entries_of_menus_say_what_the_api_serves_of_them(client, section, news):
    with public_change():
        menu = Menu(position="main", locale=section.locale)
        menu.items = [
            MenuItem(page=section, sort_order=0),
            MenuItem(page=news, sort_order=1),
            MenuItem(title="Mujal", url="https://example.org/", sort_order=2),
        ]
        menu.save()

    listed, story, elsewhere = client.get("/api/v1/navigation").json()["main"]

    for entry in (listed, story):
        instance = client.get(entry["api_url"].removeprefix("http://testserver")).json()
        told = (instance["kind"], instance["id"], instance["url"])
        assert told == (entry["kind"], entry["id"], entry["url"])
    assert listed["kind"] == "news_index"
    assert elsewhere["url"] == "https://example.org/"
    assert (elsewhere["kind"], elsewhere["id"], elsewhere["api_url"]) == (None, None, None)


def test_a_plus_that_became_a_space_is_explained(client, db):
    answer = client.get("/api/v1/news?published_from=2026-01-31T18:00:00+02:00").json()

    assert "%2B" in answer["errors"][0]["message"]
