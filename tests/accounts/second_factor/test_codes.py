"""A sign-in is whole once a code of the app is given: once, in time, and not by guessing."""

import re

import pytest
from django.test import Client

from kogu.accounts import second_factor
from kogu.accounts.models import KnownDevice
from tests.accounts.second_factor.conftest import RECOVER, VERIFY, code, give, sign_in
from tests.threads import in_threads

pytestmark = pytest.mark.django_db


def test_after_the_password_the_code_is_asked_for(client, device):
    answer = sign_in(client, then="/admin/pages/")
    assert answer["Location"] == f"{VERIFY}?next=%2Fadmin%2Fpages%2F"
    html = client.get(answer["Location"]).content.decode()
    assert 'autocomplete="one-time-code"' in html

    assert give(client, code(), next="/admin/pages/")["Location"] == "/admin/pages/"
    assert client.get("/admin/").status_code == 200


def test_a_session_is_another_one_once_the_code_is_given(client, device):
    sign_in(client)
    before = client.cookies["kogu_session"].value
    give(client, code())

    assert client.cookies["kogu_session"].value != before
    stale = Client()
    stale.cookies["kogu_session"] = before
    assert stale.get("/admin/").status_code == 302


@pytest.mark.parametrize("steps", [-1, 0, 1])
def test_a_clock_may_go_wrong_by_one_step(client, device, steps):
    sign_in(client)
    assert give(client, code(steps)).status_code == 302


@pytest.mark.parametrize("steps", [-2, 2])
def test_a_clock_may_go_wrong_by_no_more(client, device, steps):
    sign_in(client)
    assert give(client, code(steps)).status_code == 200


def test_a_code_serves_once(client, device):
    sign_in(client)
    give(client, code())
    other = Client()
    sign_in(other)

    answer = give(other, code())

    assert answer.status_code == 200
    assert "was used already" in answer.content.decode()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("kind", ["code", "recovery"])
def test_a_code_given_twice_at_once_serves_once(mari, device, kind):
    recovery = second_factor.new_recovery_codes(mari)[0]
    answers = []

    def work():
        if kind == "code":
            answers.append(second_factor.verify(mari, code()))
        else:
            answers.append(second_factor.use_recovery_code(mari, recovery))

    assert in_threads(*[work] * 4) == []
    assert len(answers) == 4
    assert len([answer for answer in answers if answer]) == 1


@pytest.mark.parametrize("typed", ["", "abcdef", "12345", "1234567", "-12345", "1e5", "١٢٣٤٥٦"])
def test_what_is_no_code_is_none(client, device, typed):
    sign_in(client)
    assert give(client, typed).status_code == 200


def test_a_code_may_be_typed_in_groups(client, device):
    sign_in(client)
    assert give(client, f" {code()[:3]} {code()[3:]} ").status_code == 302


def test_codes_are_not_guessed_without_end(client, device):
    sign_in(client)
    wrong = [give(client, f"{n:06d}").status_code for n in range(10)]

    assert wrong == [200] * 10
    assert give(client, code()).status_code == 429
    assert give(client, "aaaa-aaaa-aaaa", RECOVER).status_code == 429


def test_giving_the_password_again_allows_no_more_guesses(device):
    def guess(n):
        client = Client()
        sign_in(client)
        return give(client, f"{n:06d}").status_code

    assert [guess(n) for n in range(11)] == [200] * 10 + [429]


def test_guessing_codes_from_many_addresses_is_delayed(device, clock):
    waited = 0
    for n in range(40):
        client, address = Client(), f"8.8.4.{n + 1}"
        sign_in(client, **{"x-forwarded-for": address})
        answer = client.post(VERIFY, {"code": f"{n:06d}"}, headers={"x-forwarded-for": address})
        if answer.status_code == 429:
            waited += int(answer["Retry-After"])
            clock.shift(int(answer["Retry-After"]))
    assert waited > 3600


def test_a_password_alone_makes_no_device_known(client, device):
    answer = sign_in(client)
    assert "kogu_device" not in answer.cookies
    assert not KnownDevice.objects.exists()

    assert "kogu_device" in give(client, code()).cookies


def test_another_sites_address_is_not_led_to(client, device):
    for wanted in ("https://evil.example/", "//evil.example/", "/\\evil.example"):
        client.post("/admin/logout/")
        sign_in(client)
        answer = give(client, code(), next=wanted)
        device.refresh_from_db()
        device.last_t = -1
        device.save()
        assert answer["Location"] == "/admin/"


def test_the_code_is_not_taken_from_another_site(device):
    strict = Client(enforce_csrf_checks=True)
    page = strict.get("/admin/login/").content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[1]
    sent = {"username": "mari", "password": "secret", "csrfmiddlewaretoken": token}
    assert strict.post("/admin/login/", sent).status_code == 302

    assert give(strict, code()).status_code == 403
    assert strict.post("/admin/second-factor/remove/").status_code == 403
