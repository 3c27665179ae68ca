"""Passwords are not guessed without end."""

import pytest
import time_machine
from django.core.cache import cache
from django.urls import reverse

from kogu.accounts import patience

pytestmark = pytest.mark.django_db
READER = {"x-forwarded-for": "8.8.4.4"}


@pytest.fixture(autouse=True)
def _few_tries(monkeypatch, django_user_model):
    monkeypatch.setattr(patience, "OF_ONE_READER", 2)
    monkeypatch.setattr(patience, "FOR_ONE_PERSON", 4)
    django_user_model.objects.create_superuser("mari", "mari@example.org", "secret")
    cache.clear()
    yield
    cache.clear()


def sign_in(client, password, name="mari", **headers):
    sent = {"username": name, "password": password}
    return client.post(reverse("wagtailadmin_login"), sent, headers={**READER, **headers})


def test_after_too_many_wrong_passwords_the_right_one_opens_nothing_for_a_while(client):
    wrong = [sign_in(client, "guess").status_code for _n in range(2)]
    refused = sign_in(client, "secret")

    assert wrong == [200, 200]
    assert refused.status_code == 429
    assert refused["Retry-After"] == "900"
    with time_machine.travel("2100-01-01"):
        assert sign_in(client, "secret").status_code == 302


def test_another_reader_is_not_held_up(client):
    for _n in range(3):
        sign_in(client, "guess")

    assert sign_in(client, "secret", **{"x-forwarded-for": "8.8.8.8"}).status_code == 302


def test_many_readers_do_not_guess_one_persons_password(client):
    for n in range(4):
        sign_in(client, "guess", name="MARI", **{"x-forwarded-for": f"8.8.8.{n}"})

    assert sign_in(client, "secret").status_code == 429
    assert sign_in(client, "guess", name="other").status_code == 200


def test_right_passwords_are_not_counted(client):
    for _n in range(4):
        assert sign_in(client, "secret").status_code == 302
