"""One address may not take the API from the others, and is told how long to wait."""

import pytest
import time_machine
from django.core.cache import cache
from django.test import RequestFactory

from kogu.api_v1 import rate_limit
from kogu.api_v1.models import RequestCount
from tests.threads import in_threads


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


def test_who_asks_by_etag_waits_as_well(client, homes):
    def ask_again(**headers):
        address = "/api/v1/settings?locale=en"
        return client.get(address, headers={"x-forwarded-for": "8.8.4.4", **headers})

    etag = ask_again()["ETag"]
    answers = [ask_again(**{"if-none-match": etag}) for _n in range(3)]

    assert [answer.status_code for answer in answers] == [304, 304, 429]
    seconds = answers[-1]["Retry-After"]
    assert answers[-1].json()["detail"] in {f"Wait {seconds} seconds.", "Wait 1 second."}


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


def request_of(address="8.8.4.4"):
    return RequestFactory().get("/api/v1/news", REMOTE_ADDR=address)


def test_nobody_frees_themselves_by_filling_or_clearing_the_cache(client, db):
    for _n in range(4):
        ask(client)
    for n in range(400):
        cache.set(f"filler-{n}", n)
    cache.clear()

    assert ask(client).status_code == 429


def test_web_processes_count_together(client, db):
    for _n in range(3):
        ask(client)
    rate_limit.clear_counts()  # as another process, which counted nothing itself

    assert ask(client).status_code == 429


def test_who_asks_little_writes_nothing(settings, db, django_assert_num_queries):
    settings.KOGU_API_REQUESTS = 600

    with django_assert_num_queries(0):
        told = [rate_limit.allowance(request_of()) for _n in range(29)]
    rate_limit.allowance(request_of())

    assert not any(one.is_spent for one in told)
    assert RequestCount.objects.get().requests == 30


def test_who_was_refused_writes_no_more(db, django_assert_num_queries):
    for _n in range(4):
        rate_limit.allowance(request_of())

    with django_assert_num_queries(0):
        assert rate_limit.allowance(request_of()).is_spent


def test_counts_of_ended_windows_are_cleared_away(db):
    rate_limit.allowance(request_of())
    rate_limit.clear_request_counts()
    assert RequestCount.objects.count() == 1

    with time_machine.travel(1_800_000_061):
        rate_limit.clear_request_counts()

    assert not RequestCount.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_requests_made_at_once_are_all_counted():
    told = []

    def work():
        told.extend(rate_limit.allowance(request_of()) for _n in range(4))

    assert in_threads(*[work] * 4) == []
    assert sum(not one.is_spent for one in told) == 3


def test_every_answer_says_what_may_still_be_asked(client, db):
    told = [ask(client) for _n in range(4)]

    assert {answer["RateLimit-Policy"] for answer in told} == {'"api";q=3;w=60'}
    assert [answer["RateLimit"] for answer in told] == [
        *('"api";r=2;t=50', '"api";r=1;t=50', '"api";r=0;t=50', '"api";r=0;t=50'),
    ]
    assert "RateLimit, RateLimit-Policy" in told[0]["Access-Control-Expose-Headers"]
