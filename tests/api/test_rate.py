"""One address may not take the API from the others, and is told how long to wait."""

import pytest
import time_machine


@pytest.fixture(autouse=True)
def _three_requests_a_minute(settings):
    settings.KOGU_API_REQUESTS, settings.KOGU_API_SECONDS = 3, 60
    with time_machine.travel(1_800_000_010, tick=False):
        yield


def ask(client, **headers):
    return client.get("/api/v1/news?limit=0", headers={"x-forwarded-for": "8.8.4.4", **headers})


def test_who_asks_too_often_is_told_when_to_come_again(client, db):
    answers = [ask(client).status_code for _n in range(3)]
    refused = ask(client)

    assert answers == [400, 400, 400]
    assert refused.status_code == 429
    assert refused["Retry-After"] == "50"
    assert refused["Content-Type"] == "application/problem+json"
    assert refused["Access-Control-Allow-Origin"] == "*"
    with time_machine.travel(1_800_000_061):
        assert ask(client).status_code == 400


def test_others_are_not_held_up(client, db):
    for _n in range(4):
        ask(client)

    assert (
        client.get("/api/v1/news?limit=0", headers={"x-forwarded-for": "8.8.8.8"}).status_code
        == 400
    )


def test_an_address_cannot_be_invented(client, db):
    invented = [
        client.get(
            "/api/v1/news?limit=0",
            headers={"x-forwarded-for": f"10.0.0.{n}"},
            REMOTE_ADDR="8.8.4.4",
        ).status_code
        for n in range(4)
    ]

    assert invented == [400, 400, 400, 429]


def test_a_network_of_the_new_kind_counts_as_one_reader(client, db):
    answers = [
        client.get(
            "/api/v1/news?limit=0", headers={"x-forwarded-for": f"2a00:1450:4010:c05::{n}"}
        ).status_code
        for n in range(4)
    ]

    assert answers[-1] == 429


def test_this_machine_is_not_limited(client, db):
    answers = {client.get("/api/v1/news?limit=0").status_code for _n in range(5)}

    assert answers == {400}
