"""Every code in an answer has words, in every language."""

import pytest

from kogu.api.vocabulary import vocabularies
from kogu.api_v1.endpoints import resources

CODES = ["et", "lv", "pl", "en"]
# What is no code of a field: variants of blocks have words under `block_type`, levels are numbers.
NO_CODES = {("Cards", "type"), ("Heading", "level")}


@pytest.fixture
def schema(client, db):
    return client.get("/api/v1/openapi.json").json()


def enumerations(made, resolved=None):
    """Every list of codes in a schema, with the vocabulary it names."""
    if isinstance(made, dict):
        if "enum" in made:
            yield tuple(made["enum"]), made.get("x-vocabulary", resolved)
        for value in made.values():
            yield from enumerations(value, made.get("x-vocabulary", resolved))
    elif isinstance(made, list):
        for value in made:
            yield from enumerations(value, resolved)


def words(client, locale):
    answer = client.get(f"/api/v1/vocabulary?locale={locale}")
    assert answer["Content-Language"] == locale
    items = answer.json()["items"]
    return {one["name"]: {term["code"]: term["title"] for term in one["terms"]} for one in items}


def test_every_enumeration_of_an_answer_is_in_the_vocabulary(client, schema):
    known = words(client, "en")

    for name, made in schema["components"]["schemas"].items():
        for field, described in made.get("properties", {}).items():
            if (name, field) in NO_CODES:
                continue
            for codes, vocabulary in enumerations(described):
                assert vocabulary in known, (name, field)
                assert set(codes) - {""} <= set(known[vocabulary]), (name, field)


@pytest.mark.parametrize("locale", CODES)
def test_every_code_has_words(client, db, locale):
    told = words(client, locale)

    assert set(told) == set(vocabularies)
    assert all(title for terms in told.values() for title in terms.values())


def test_words_are_of_the_language_asked_for(client, db, catalogues):
    told = {locale: words(client, locale) for locale in CODES}

    # Languages, licences and formats have names of their own, the same everywhere.
    for name in set(told["en"]) - {"locale", "licence", "picture_format", "register"}:
        for locale in ("et", "lv", "pl"):
            same = [
                title
                for code, title in told[locale][name].items()
                if title == told["en"][name][code]
            ]
            assert len(same) <= len(told["en"][name]) // 3, (locale, name, same)


@pytest.mark.parametrize(
    ("schema_name", "field"),
    [
        *[("Ref", "kind"), ("Card", "kind"), ("RoleRef", "role"), ("TreeNode", "level")],
        *[("Picture", "licence"), ("Goal", "level"), ("Programme", "level"), ("Page", "kind")],
    ],
)
def test_codes_are_enumerated(schema, schema_name, field):
    assert schema["components"]["schemas"][schema_name]["properties"][field]["enum"]


def named_in(value):
    """Everything in an answer that has a kind and an id."""
    if isinstance(value, dict):
        if {"kind", "id", "locale"} <= value.keys():
            yield value
        value = value.values()
    for each in value:
        if isinstance(each, dict | list):
            yield from named_in(each)


def test_whatever_is_named_says_where_the_api_serves_it(client, scenario):
    served = {kind: name for name, one in resources.items() for kind in one.kinds}
    served |= {"event": "events", "occurrence": "occurrences"}
    includes = "organisations,projects,programmes,clusters,events,people,topics,places"
    named = []
    for name in resources:
        named += named_in(client.get(f"/api/v1/{name}?locale=en&include={includes}").json())

    assert len(named) > 50
    for one in named:
        resource = served.get(one["kind"])
        expected = f"http://testserver/api/v1/{resource}/{one['id']}?locale=en"
        assert one["api_url"] == (expected if resource else None), one
    for url in {one["api_url"] for one in named if one["api_url"]}:
        assert client.get(url.removeprefix("http://testserver")).status_code == 200
