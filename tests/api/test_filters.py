"""Lists are narrowed by what they know, with everything below a place, topic or programme."""

import pytest

from kogu.api_v1.endpoints import resources
from kogu.delivery.changes import public_change
from kogu.demo import factories as make


def titles(client, name, **query):
    response = client.get(f"/api/v1/{name}", {"locale": "en", **query})
    assert response.status_code == 200, response.content
    return [item["title"] for item in response.json()["items"]]


FOUND = [
    ("news", {"topic": "crafts-1"}),
    ("news", {"project": "creative-border-1"}),
    ("news", {"place": "koivamaa-1"}),
    ("news", {"published_from": "2026-06-01", "published_to": "2026-06-01"}),
    ("events", {"place": "parish-1"}),
    ("events", {"place": "dairy-1", "is_free": "true", "kind": "meeting,fair"}),
    ("events", {"starts_from": "2026-06-11", "starts_to": "2026-06-11"}),
    ("events", {"near": "57.72,26.93", "radius_km": "5"}),
    ("projects", {"near": "57.72,26.93", "radius_km": "5"}),
    ("news", {"near": "57.72,26.93"}),
    ("occurrences", {"place": "parish-1", "status": "scheduled"}),
    ("occurrences", {"starts_from": "2026-06-11T15:00:00Z", "organisation": "koivakangas-1"}),
    ("occurrences", {"near": "57.72,26.93", "event": "morning-coffee-1"}),
    ("organisations", {"kind": "company", "sector": "crafts,film"}),
    ("organisations", {"cluster": "creative-cluster-1", "founded_from": "2004-01-01"}),
    ("organisations", {"project": "creative-border-1", "registry_code": "12345671"}),
    ("organisations", {"near": "57.7281,26.9222", "radius_km": "0.5"}),
    ("clusters", {"organisation": "koivakangas-1", "programme": "interreg-eesti-lati-1"}),
    ("clusters", {"place": "koivamaa-1", "established_to": "2022-01-01"}),
    ("people", {"organisation": "koivakangas-1", "cluster": "creative-cluster-1"}),
    ("projects", {"programme": "interreg-eesti-lati-1"}),
    ("projects", {"strategy_goal": "strategy-1", "status": "ongoing"}),
    (
        "projects",
        {"number": "ee-lv00071", "total_budget_from": "24000"},
    ),
    ("projects", {"total_budget_from": "24000", "total_budget_to": "24000.00"}),
    ("projects", {"ends_from": "2027-02-28", "ends_to": "2027-02-28"}),
    ("projects", {"organisation": "koivakangas-1", "starts_to": "2024-09-01"}),
    ("programmes", {"within": "interreg-eesti-lati-1", "level": "programme"}),
    ("places", {"within": "parish-1", "kind": "venue", "nuts_code": "EE008"}),
    ("places", {"within": "koivamaa-1", "near": "57.72,26.92", "local_code": "0698"}),
    ("topics", {"within": "crafts-1"}),
    ("pages", {"kind": "information", "topic": "crafts-1"}),
]
EMPTY = [
    ("news", {"topic": "nothing-such"}),
    ("news", {"place": "00000000-0000-4000-8000-000000000000"}),
    ("events", {"is_free": "false"}),
    ("events", {"near": "58.38,26.72", "radius_km": "20"}),
    ("projects", {"near": "58.38,26.72", "radius_km": "20"}),
    ("events", {"status": "cancelled,postponed"}),
    ("occurrences", {"ends_to": "2026-06-10"}),
    ("organisations", {"sector": "film"}),
    ("organisations", {"founded_to": "2004-08-31"}),
    ("projects", {"status": "finished,planned"}),
    ("projects", {"ends_to": "2027-02-27"}),
    ("projects", {"ends_from": "2027-03-01"}),
    ("projects", {"total_budget_from": "24000.01"}),
    ("people", {"cluster": "nothing-such"}),
]
BAD = [
    ("events", "near=91,0"),
    ("events", "near=nan,0"),
    ("events", "near=1,1&radius_km=0"),
    ("events", "starts_from=0001-01-01T00:00:00%2B14:00"),
    ("events", "starts_from=2026-06-12&starts_to=2026-06-11"),
    ("occurrences", "ends_from=2026-06-11T18:00:01Z&ends_to=2026-06-11T18:00:00Z"),
    ("organisations", "founded_from=2005-01-01&founded_to=2004-12-31"),
    ("projects", "total_budget_to=9.99&total_budget_from=10"),
    ("events", "kind=party"),
    ("events", "is_free=1"),
    ("projects", "total_budget_from=-1"),
    ("projects", "status=ongoing,"),
    ("organisations", "founded_from=2004"),
    ("places", "within=a%00b"),
    ("topics", "topic=crafts"),
    ("people", "order=-published_at"),
]


def test_what_is_asked_for_is_found(client, scenario):
    missed = [(name, query) for name, query in FOUND if len(titles(client, name, **query)) != 1]

    assert missed == []


def test_what_is_not_there_is_not_found(client, scenario):
    found = [(name, query) for name, query in EMPTY if titles(client, name, **query)]

    assert found == []


NO_DAYS = ["2026-W01-1", "2026-W18", "20260501", "2026-05-1", "２026-05-01", "2026-02-30"]
NO_MOMENTS = [
    *("2026-05-01 10:00Z", "2026-05-01T10Z", "20260501T100000Z", "2026-W18-5T10:00Z"),
    *("2026-05-01T10:00", "2026-05-01T10:00:00+0300", "2026-05-01T25:00Z"),
]


@pytest.mark.parametrize("text", [*NO_DAYS, *NO_MOMENTS])
@pytest.mark.parametrize(
    ("resource", "name"),
    [("news", "updated_to"), ("events", "ends_from"), ("clusters", "established_to")],
)
def test_days_and_moments_are_written_as_described(client, db, resource, name, text):
    response = client.get(f"/api/v1/{resource}", {name: text})

    assert response.status_code == 400
    assert [error["parameter"] for error in response.json()["errors"]] == [name]


@pytest.mark.parametrize("clock", ["10:00Z", "10:00:00Z", "10:00:00.123Z", "10:00:00-03:30"])
def test_moments_may_leave_out_seconds(client, db, clock):
    query = {"starts_from": f"2026-05-01T{clock}"}
    assert client.get("/api/v1/occurrences", query).status_code == 200


@pytest.mark.parametrize(("name", "query"), BAD)
def test_a_bad_value_is_refused_by_name(client, db, name, query):
    response = client.get(f"/api/v1/{name}?{query}")

    assert response.status_code == 400
    assert len(response.json()["errors"]) == 1
    assert response.json()["errors"][0]["parameter"] in query


def test_every_order_pages_to_the_end_and_back(client, scenario):
    scenario.grow()
    make.EventPageFactory(title="Some day", locale="en", starts_at=None, period_from="2026-09-01")
    for name, resource in resources.items():
        for order in resource.orders:
            ids, url = [], f"/api/v1/{name}?locale=en&limit=1&order={order}"
            while url:
                answer = client.get(url.removeprefix("http://testserver")).json()
                ids += [item["id"] for item in answer["items"]]
                url = answer["next"]

            assert len(ids) == len(set(ids)) == answer["total"], (name, order)


def test_a_cursor_belongs_to_its_order(client, scenario):
    scenario.grow()
    url = client.get("/api/v1/events?locale=en&limit=1").json()["next"]
    cursor = url.partition("cursor=")[2]

    for order in ("title", "-starts_at"):
        refused = client.get(f"/api/v1/events?locale=en&order={order}&cursor={cursor}")
        assert refused.status_code == 400, order


def test_what_is_included_is_what_the_answer_refers_to(client, scenario):
    answer = client.get("/api/v1/news?locale=en&include=organisations,people,images").json()

    assert set(answer["included"]) == {"organisation", "person", "image"}
    item = answer["items"][0]
    assert set(answer["included"]["organisation"]) == {item["organisations"][0]["id"]}
    assert set(answer["included"]["person"]) == {item["people"][0]["id"]}
    assert item["image"]["id"] in answer["included"]["image"]
    bare = client.get("/api/v1/news?locale=en&fields=id&include=organisations").json()
    assert bare["included"] == {"organisation": {}}


# Known to the season, month and year; founded in September 2004, ending in February 2027.
LOOSE = [
    ("projects", {"start": "2024-01-01", "start_precision": "year"}, "starts", "2024"),
    ("projects", {"actual_end": "2026-04-01", "actual_end_precision": "season"}, "ends", "2026"),
    ("organisations", {"founded": "2004-01-01", "founded_precision": "year"}, "founded", "2004"),
    (
        "clusters",
        {"established": "2021-06-01", "established_precision": "year"},
        *("established", "2021"),
    ),
]


@pytest.mark.parametrize(("name", "fields", "what", "year"), LOOSE)
def test_a_loose_date_is_found_where_it_may_be(client, scenario, name, fields, what, year):
    page = getattr(scenario, name.removesuffix("s"))
    with public_change():
        for field, value in fields.items():
            setattr(page, field, value)
        page.save_revision().publish()
    found = [
        bool(titles(client, name, **{f"{what}_from": begin, f"{what}_to": end}))
        for begin, end in [
            (f"{year}-05-15", f"{year}-05-15"),
            (f"{int(year) - 1}-01-01", f"{int(year) - 1}-12-31"),
            (f"{int(year) + 1}-01-01", f"{int(year) + 1}-12-31"),
        ]
    ]

    assert found == [True, False, False]


@pytest.mark.parametrize("day", ["0001-01-02", "9999-12-31"])
def test_days_at_the_ends_of_time_break_nothing(client, scenario, day):
    for name, what in (("projects", "ends"), ("organisations", "founded")):
        for suffix in ("from", "to"):
            assert client.get(f"/api/v1/{name}?{what}_{suffix}={day}").status_code == 200
