"""The description says everything, and can be read by programs and people alike."""

import re
from html.parser import HTMLParser

import jsonschema_rs
import pytest

from kogu.api.registry import served_by
from kogu.api_v1.endpoints import resources
from kogu.content import kinds
from kogu.presenting.blocks import StoryBlock
from kogu.settings.environment import REPOSITORY_DIR


@pytest.fixture
def schema(client, db):
    return client.get("/api/v1/openapi.json").json()


def validator(schema, path):
    """Checks answers of an address against its description."""
    made = schema["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    return jsonschema_rs.Draft202012Validator({**made, "components": schema["components"]})


def test_every_error_is_described(schema):
    assert schema["openapi"].startswith("3.1")
    for path, operations in schema["paths"].items():
        answers = operations["get"]["responses"]

        assert {"200", "304", "400", "405", "414", "429", "500", "503"} <= set(answers), path
        assert ("404" in answers) == ("{key}" in path or path.endswith("resolve")), path
    for problem in ("BadParameters", "NotFound", "TooManyRequests", "Broken"):
        content = schema["components"]["responses"][problem]["content"]
        assert list(content) == ["application/problem+json"]


def test_it_says_where_it_is_served_to_whom_and_under_what_licence(schema, settings):
    assert schema["servers"] == [
        {"url": settings.SITE_URL, "description": schema["servers"][0]["description"]}
    ]
    assert schema["security"] == []
    assert schema["info"]["license"]["identifier"] == "BSD-3-Clause"
    assert schema["info"]["contact"]["url"] == settings.SITE_URL
    described = {tag["name"] for tag in schema["tags"] if tag["description"]}
    operations = [each["get"] for each in schema["paths"].values()]
    assert {tag for operation in operations for tag in operation["tags"]} == described
    for operation in operations:
        answer = operation["responses"]["200"]["content"]["application/json"]
        assert answer.get("example") or answer.get("examples"), operation["operationId"]


def test_lists_are_described_with_what_other_languages_hold(client, schema):
    guide = (REPOSITORY_DIR / "docs" / "api.md").read_text()
    answer = schema["paths"]["/api/v1/news"]["get"]["responses"]["200"]
    example = answer["content"]["application/json"]["example"]
    for name in ("total_in_all_languages", "all_languages_url"):
        assert name in schema["info"]["description"]
        assert name in guide
        for resource in resources.values():
            made = schema["components"]["schemas"][f"{resource.schema.__name__[:-3]}List"]
            assert made["properties"][name]["description"]
            assert made["properties"][name]["examples"]
    assert example["total"] < example["total_in_all_languages"]
    assert "fallback=" in example["all_languages_url"]


def test_problems_and_304_are_described_with_the_rate_limit(schema):
    for name, made in schema["components"]["responses"].items():
        assert {"RateLimit", "RateLimit-Policy"} <= set(made["headers"]), name


def test_a_browsers_question_beforehand_is_remembered_for_a_day(client, db):
    answer = client.options("/api/v1/events", headers={"Origin": "https://a.example"})

    assert answer["Access-Control-Allow-Origin"] == "*"
    assert int(answer["Access-Control-Max-Age"]) == 24 * 3600


def test_every_reference_leads_somewhere(schema):
    text = str(schema)
    named = set(re.findall(r"#/components/schemas/(\w+)", text))

    assert named == set(schema["components"]["schemas"])


def test_what_is_always_answered_is_not_called_optional(schema):
    sparse = {"Included"}
    optional = {
        f"{name}.{field}"
        for name, made in schema["components"]["schemas"].items()
        for field in set(made.get("properties", ())) - set(made.get("required", ()))
        if name not in sparse and not name.startswith("Some")
    }

    assert optional == set()
    assert not any("required" in schema["components"]["schemas"][name] for name in sparse)


def test_whoever_asks_for_the_api_itself_is_led_to_its_description(client, db):
    for address in ("/api/v1", "/api/v1/"):
        response = client.get(address, follow=True)

        assert response.status_code == 200
        assert response.redirect_chain[-1][0] == "/api/v1/docs"


def test_every_block_is_a_variant_of_its_own(schema):
    body = schema["components"]["schemas"]["News"]["properties"]["body"]

    assert set(body["items"]["discriminator"]["mapping"]) == set(StoryBlock().child_blocks)


@pytest.mark.parametrize("query", ["", "&fields=id,title", "&include=organisations,images"])
def test_answers_are_as_described(client, scenario, query):
    schema = client.get("/api/v1/openapi.json").json()
    for name in resources:
        answer = client.get(f"/api/v1/{name}?locale=en{query}").json()
        validator(schema, f"/api/v1/{name}").validate(answer)

        key = client.get(f"/api/v1/{name}?locale=en").json()["items"][0]["id"]
        item = client.get(f"/api/v1/{name}/{key}?locale=en{query}").json()
        validator(schema, f"/api/v1/{name}/{{key}}").validate(item)


class Links(HTMLParser):
    """Ids of a page, and what it leads to and loads."""

    def __init__(self):
        super().__init__()
        self.ids, self.leads, self.loads = [], [], []

    def handle_starttag(self, tag, attrs):
        known = dict(attrs)
        self.ids += filter(None, [known.get("id")])
        (self.leads if tag == "a" else self.loads).extend(
            known[name] for name in ("href", "src") if name in known
        )


def test_people_can_read_it_without_third_parties(client, db):
    response = client.get("/api/v1/docs")
    page = response.content.decode()
    links = Links()
    links.feed(page)

    assert response.status_code == 200
    assert "any of et, lv, pl, en" in page
    assert all(f"/api/v1/{name}" in page for name in resources)
    assert all(url.startswith("/static/") for url in links.loads)
    assert len(links.ids) == len(set(links.ids))
    assert {url[1:] for url in links.leads if url.startswith("#")} <= set(links.ids)
    assert page.count("<h1") == 1
    # A landmark each would be hundreds, and several of one name.
    assert "<section class" in page
    assert "<section aria" not in page.replace('class="stack" ', "")


def test_things_of_one_kind_are_told_apart_by_it(schema):
    schemas = schema["components"]["schemas"]

    for resource in resources.values():
        kind = schemas[resource.schema.__name__.removesuffix("Out")]["properties"]["kind"]
        assert ("const" in kind) == (len(resource.kinds) == 1), resource.name
    assert schemas["Ref"]["properties"]["locale"]["enum"] == ["et", "lv", "pl", "en"]


def test_whatever_a_reference_names_is_served(db):
    assert set(kinds.models_by_kind()) <= set(served_by)
