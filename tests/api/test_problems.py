"""What is refused is said in the reader's language, and says what may still be asked."""

import re

import pytest
from django.db import DatabaseError

from kogu.api import listing
from kogu.api_v1.endpoints import resources

GONE = "00000000-0000-4000-8000-000000000000"
OTHERS = ("et", "lv", "pl")
pytestmark = pytest.mark.usefixtures("catalogues")

BAD = [
    "news?colour=red",
    "news?topic=a&topic=b",
    "news?topic=",
    "news?topic=a%00b",
    "news?fields=title,password",
    "news?fallback=xx",
    "news?order=random",
    "news?limit=0",
    "news?cursor=nonsense",
    "news?published_from=yesterday",
    "news?published_from=2026-02-01&published_to=2026-01-01",
    "news?near=north",
    "news?radius_km=0",
    "events?is_free=1",
    "events?kind=party",
    "projects?total_budget_from=-1",
    "organisations?founded_from=2004",
    "resolve",
    "resolve?path=et",
    f"news/{GONE}?limit=1",
    f"news/{GONE}",
    "news/7",
    "nothing",
    f"news?topic={'a' * 4000}",
]


def words(problem):
    return [problem["title"], problem["detail"], *(e["message"] for e in problem["errors"])]


@pytest.mark.parametrize("path", BAD)
def test_every_problem_is_told_in_the_readers_language(client, db, path):
    told = {}
    for language in ("en", *OTHERS):
        answer = client.get(f"/api/v1/{path}", headers={"accept-language": language})
        told[language] = words(answer.json())

        assert answer.status_code >= 400
        assert answer["Content-Language"] == language
        assert all(told[language])
    for language in OTHERS:
        same = [en for en, other in zip(told["en"], told[language], strict=True) if en == other]
        assert same == [], language


@pytest.mark.parametrize(
    ("query", "accepted", "language"),
    [
        ("locale=pl&limit=0", "lv", "pl"),
        ("locale=xx", "lv", "lv"),
        ("locale=pl&locale=et", "lv", "lv"),
        ("locale=", "lv", "lv"),
        ("limit=0", None, "en"),
        ("limit=0", "", "en"),
        ("limit=0", "de", "en"),
        ("limit=0", "de-AT,de;q=0.9,fr;q=0.8,*;q=0.1", "en"),
        ("limit=0", "*", "en"),
        ("limit=0", "de,lv;q=0.5,et;q=0.7", "et"),
        ("limit=0", "pl-PL", "pl"),
        ("limit=0", "et;q=0,de", "en"),
        ("limit=0", "et;q=7;x,,", "en"),
        ("&".join(["a"] * 1500), "lv", "lv"),
        (f"locale=et&topic={'a' * 5000}", "lv", "et"),
        (f"locale=et&topic={'a' * 9000}", "lv", "et"),
    ],
)
def test_the_language_is_that_of_locale_then_of_the_program_then_english(
    client, db, query, accepted, language
):
    headers = {} if accepted is None else {"accept-language": accepted}
    client.cookies["django_language"] = "pl"

    answer = client.get(f"/api/v1/news?{query}", headers=headers)

    assert answer.status_code in {400, 414}
    assert answer["Content-Language"] == language
    assert words(answer.json())[0] == TITLES[answer.status_code][language]


TITLES = {
    400: {
        "en": "Bad parameters",
        "et": "Vigased parameetrid",
        "lv": "Nepareizi parametri",
        "pl": "Błędne parametry",
    },
    414: {"et": "Aadress on liiga pikk"},
}


def test_parameters_of_every_list_are_refused_in_words_of_the_language(client, db):
    schema = client.get("/api/v1/openapi.json").json()
    for name in resources:
        for each in schema["paths"][f"/api/v1/{name}"]["get"]["parameters"]:
            if each["schema"] == {"type": "string", "minLength": 1} and each["name"] != "cursor":
                continue  # any words may be sent
            path = f"/api/v1/{name}?{each['name']}=~"
            english = client.get(path).json()["errors"]
            for language in OTHERS:
                answer = client.get(path, headers={"accept-language": language})

                assert answer.status_code == 400, path
                assert answer.json()["errors"][0]["parameter"] == each["name"]
                assert answer.json()["errors"] != english, (path, language)


def _broken(*_args):
    raise RuntimeError


def _unavailable(*_args):
    raise DatabaseError("database is locked")


@pytest.mark.parametrize("method", ["get", "head", "options", "post", "delete"])
def test_every_answer_says_what_may_still_be_asked(client, scenario, monkeypatch, settings, method):
    settings.KOGU_API_REQUESTS = 20
    ask = getattr(client, method)
    etag = client.get("/api/v1/news?locale=en")["ETag"]
    reader = {"x-forwarded-for": "8.8.4.4"}
    paths = ["news", "news?x=1", f"news/{GONE}", "nothing", f"news?topic={'a' * 4000}", "docs"]
    told = [ask(f"/api/v1/{path}", headers=reader) for path in [*paths, "openapi.json", ""]]
    told.append(ask("/api/v1/news?locale=en", headers={**reader, "if-none-match": etag}))
    monkeypatch.setattr(listing, "parse_list_query", _broken)
    told.append(ask("/api/v1/news?locale=en", headers=reader))
    told += [ask("/api/v1/news", headers=reader) for _n in range(15)]

    statuses = {answer.status_code for answer in told}
    assert (
        statuses
        == {
            "get": {200, 302, 304, 400, 404, 414, 429, 500},
            "head": {200, 302, 304, 400, 404, 414, 429, 500},
            "options": {204},
            "post": {405, 429},
            "delete": {405, 429},
        }[method]
    )
    assert all(re.fullmatch(r'"api";r=\d+;t=\d+', answer["RateLimit"]) for answer in told)
    assert {answer["RateLimit-Policy"] for answer in told} == {'"api";q=20;w=300'}
    for answer in told:
        assert answer["Access-Control-Allow-Origin"] == "*"
        assert "RateLimit" in answer["Access-Control-Expose-Headers"]


def test_asking_beforehand_takes_nothing_from_the_reader(client, db):
    reader = {"x-forwarded-for": "8.8.4.4"}
    first = client.get("/api/v1/vocabulary", headers=reader)["RateLimit"]
    beforehand = [client.options("/api/v1/vocabulary", headers=reader) for _n in range(3)]
    second = client.get("/api/v1/vocabulary", headers=reader)["RateLimit"]

    assert beforehand[-1]["RateLimit"].split(";")[1] == first.split(";")[1]
    assert int(re.search(r"r=(\d+)", second)[1]) == int(re.search(r"r=(\d+)", first)[1]) - 1
