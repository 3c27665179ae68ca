"""What a generated client sends by itself is taken; what says nothing is refused alike."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kogu.api_v1.endpoints import resources

LISTS = [(name, parameter) for name, one in resources.items() for parameter in one.filters]


@pytest.fixture
def schema(client, db):
    return client.get("/api/v1/openapi.json").json()


def parameters(schema, path):
    return schema["paths"][path]["get"]["parameters"]


def test_every_default_can_be_sent(client, schema):
    for path in schema["paths"]:
        if "{" in path or path.endswith("resolve"):
            continue
        sent = {
            each["name"]: each["schema"]["default"]
            for each in parameters(schema, path)
            if "default" in each["schema"]
        }
        for name, value in sent.items():
            assert client.get(path, {name: value}).status_code == 200, (path, name)
        assert client.get(path, sent).status_code == 200, path


def test_lists_are_taken_with_commas_and_one_by_one(client, scenario):
    together = client.get("/api/v1/events?locale=en&kind=meeting,fair&fields=id,title").json()
    apart = client.get("/api/v1/events?locale=en&kind=meeting&kind=fair&fields=id&fields=title")

    assert together["items"]
    assert apart.json()["items"] == together["items"]


def test_the_rest_of_a_list_is_asked_for_with_everything_sent(client, scenario):
    scenario.grow()
    first = client.get("/api/v1/events?locale=en&limit=1&kind=meeting&kind=other&fields=id").json()
    second = client.get(first["next"].removeprefix("http://testserver"))

    assert second.status_code == 200
    assert set(second.json()["items"][0]) == {"id"}


def test_whatever_may_be_said_once_is_said_once(client, db):
    answer = client.get("/api/v1/events?locale=et&locale=lv")

    assert answer.json()["errors"] == [
        {"parameter": "locale", "message": "Give this parameter only once."}
    ]


@pytest.mark.parametrize("path", [f"/api/v1/{name}" for name in resources])
def test_nothing_said_is_refused_everywhere_alike(client, schema, path):
    for each in parameters(schema, path):
        answer = client.get(f"{path}?{each['name']}=")

        assert answer.status_code == 400, each["name"]
        assert answer.json()["errors"][0]["message"] == "Give a value, or leave the parameter out."


def test_the_description_says_that_nothing_is_refused(schema):
    for path in schema["paths"]:
        for each in parameters(schema, path):
            made = each["schema"]
            if made.get("type") == "array":
                assert made["minItems"] == 1, (path, each["name"])
            elif made.get("type") == "string" and not {"enum", "pattern", "format"} & set(made):
                assert made["minLength"] == 1, (path, each["name"])


def test_a_thing_in_another_language_only_says_in_which(client, scenario):
    key = scenario.news.translation_key
    answer = client.get(f"/api/v1/news/{key}?locale=lv")
    date = client.get("/api/v1/occurrences?locale=en&limit=1").json()["items"][0]["id"]

    assert answer.status_code == 404
    assert answer.json()["locales"] == ["en"]
    assert client.get(f"/api/v1/occurrences/{date}?locale=lv").json()["locales"] == ["en"]


def test_a_list_tells_what_other_languages_hold_more(client, scenario):
    lacking = client.get("/api/v1/events?locale=lv&kind=meeting,other").json()
    held = client.get("/api/v1/events?locale=en").json()

    assert (lacking["total"], lacking["total_in_all_languages"]) == (0, 1)
    everything = client.get(lacking["all_languages_url"].removeprefix("http://testserver")).json()
    assert everything["total"] == everything["total_in_all_languages"] == 1
    assert everything["all_languages_url"] is None
    assert (held["total"], held["total_in_all_languages"], held["all_languages_url"]) == (
        1,
        1,
        None,
    )


def test_an_answer_says_every_language_in_it(client, scenario):
    answer = client.get("/api/v1/news?locale=lv&fallback=en")

    assert answer["Content-Language"] == "en"


def test_whoever_wants_nothing_that_is_there_gets_nothing(client, scenario):
    headers = {"if-none-match": "*"}

    assert client.get("/api/v1/news?locale=en", headers=headers).status_code == 304
    assert client.get("/api/v1/news?no=such", headers=headers).status_code == 400
    assert (
        client.get(f"/api/v1/news/{scenario.event.translation_key}", headers=headers).status_code
        == 404
    )


def test_files_of_a_picture_are_sorted(client, scenario):
    for item in client.get("/api/v1/news?locale=en").json()["items"]:
        files = [(file["format"], file["width"]) for file in item["image"]["files"]]
        order = ["jpeg", "webp", "avif"]

        assert files == sorted(files, key=lambda file: (order.index(file[0]), file[1]))


def test_the_settings_tell_where_everything_is(client, scenario):
    told = client.get("/api/v1/settings?locale=en").json()

    assert {section["kind"] for section in told["sections"]} >= {"news_index", "event_index"}
    addresses = [told["logo_url"], *(icon["url"] for icon in told["icons"])]
    assert all("/static/" in url for url in addresses)
    for link in (*told["feeds"], *told["calendars"], {"url": told["sitemap_url"]}):
        path = link["url"].removeprefix("http://testserver")
        assert client.get(path).status_code == 200, path
    assert [link["url"] for link in told["calendars"]]


def test_the_other_languages_are_counted_once_while_nothing_changes(client, scenario):
    client.get("/api/v1/news?locale=lv")
    with CaptureQueriesContext(connection) as queries:
        client.get("/api/v1/news?locale=lv")

    assert not [query for query in queries if "COUNT(" in query["sql"]]
