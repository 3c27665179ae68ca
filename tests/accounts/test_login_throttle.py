"""Passwords are not guessed without end, and nobody is locked out by others' guesses."""

import pytest
import time_machine
from django.contrib.auth import hashers
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from kogu.accounts.models import FailedAttempts, KnownDevice
from tests.threads import in_threads

pytestmark = pytest.mark.django_db
READER = "8.8.4.4"
COOKIE = "kogu_device"


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel("2027-03-01T12:00:00Z", tick=False) as traveller:
        yield traveller


@pytest.fixture(autouse=True)
def mari(django_user_model):
    return django_user_model.objects.create_superuser("mari", "mari@example.org", "secret")


def sign_in(client, password, name="mari", address=READER):
    sent = {"username": name, "password": password}
    headers = {"x-forwarded-for": address}
    return client.post(reverse("wagtailadmin_login"), sent, headers=headers)


def guess(times, name="mari", address=READER):
    """A stranger's answers."""
    return [sign_in(Client(), "guess", name, address).status_code for _n in range(times)]


def guess_from_everywhere(times, clock, name="mari"):
    """A stranger with many addresses who waits as long as told, and how long that was."""
    waited = 0
    for n in range(times):
        answer = sign_in(Client(), "guess", name, f"8.8.{n // 200}.{n % 200 + 1}")
        if answer.status_code == 429:
            waited += int(answer["Retry-After"])
            clock.shift(int(answer["Retry-After"]))
    return waited


def test_the_eleventh_guess_from_an_address_is_refused_in_words(client):
    assert guess(10) == [200] * 10

    refused = sign_in(client, "secret")

    assert refused.status_code == 429
    assert refused["Retry-After"] == "900"
    html = refused.content.decode()
    assert "Try again in 15 minutes." in html
    assert "Please wait</h1>" in html


def test_after_a_quarter_of_an_hour_one_may_try_again(client, clock):
    guess(10)

    clock.shift(901)

    assert sign_in(client, "secret").status_code == 302


def test_a_refused_attempt_does_not_prolong_the_wait(client, clock):
    guess(10)
    clock.shift(600)
    guess(5)
    clock.shift(301)

    assert sign_in(client, "secret").status_code == 302


def test_counts_are_not_erased_by_filling_or_clearing_the_cache(client):
    guess(10)
    for n in range(400):
        cache.set(f"filler-{n}", n)
    cache.clear()

    assert sign_in(client, "secret").status_code == 429


def test_over_all_addresses_an_account_is_delayed_more_and_more(clock):
    waited = guess_from_everywhere(40, clock)
    answers = [sign_in(Client(), "guess", address=f"9.9.9.{n}") for n in range(1, 4)]

    assert waited > 3600
    assert [answer.status_code for answer in answers].count(200) <= 1
    assert int(answers[-1]["Retry-After"]) <= 900


def test_a_delay_over_all_addresses_has_passed_when_it_said(client, clock):
    guess_from_everywhere(10, clock)
    wait = int(sign_in(client, "secret")["Retry-After"])

    clock.shift(wait)

    assert sign_in(client, "secret").status_code == 302


def test_a_device_that_signed_in_before_is_never_held_up_by_others(client, clock):
    sign_in(client, "secret")
    guess(12)
    guess_from_everywhere(60, clock)

    assert sign_in(Client(), "secret").status_code == 429
    assert sign_in(client, "secret").status_code == 302
    assert sign_in(client, "secret", address="9.9.9.9").status_code == 302


def test_a_known_device_may_not_guess_freely_either(client):
    sign_in(client, "secret")

    answers = [sign_in(client, "guess").status_code for _n in range(11)]

    assert answers == [200] * 10 + [429]


def test_a_known_device_is_known_for_its_own_account_only(client, clock, django_user_model):
    django_user_model.objects.create_user("jaan", "jaan@example.org", "other")
    sign_in(client, "other", "jaan")
    guess_from_everywhere(60, clock)

    assert sign_in(client, "secret").status_code == 429


def test_a_shared_device_is_known_for_all_who_signed_in_there(client, clock, django_user_model):
    django_user_model.objects.create_user("jaan", "jaan@example.org", "other")
    sign_in(client, "secret")
    sign_in(client, "other", "jaan")
    guess_from_everywhere(60, clock)

    assert sign_in(client, "secret").status_code == 302


def test_a_forged_or_foreign_cookie_makes_no_device_known(client, clock):
    sign_in(client, "secret")
    stolen = client.cookies[COOKIE].value
    guess_from_everywhere(60, clock)

    answers = []
    for cookie in ("x", stolen[:-3] + "abc", ":".join(["x" * 43, *stolen.split(":")[1:]])):
        stranger = Client()
        stranger.cookies[COOKIE] = cookie
        answers.append(sign_in(stranger, "secret").status_code)

    assert answers == [429] * 3


def test_the_device_cookie_is_the_servers_and_the_admins_alone(client):
    cookie = sign_in(client, "secret").cookies[COOKIE]

    assert cookie["httponly"]
    assert cookie["path"] == "/admin/"
    assert cookie["samesite"] == "Strict"
    assert KnownDevice.objects.get().digest not in cookie.value


def test_every_sign_in_replaces_the_device_cookie(client, clock):
    sign_in(client, "secret")
    old = client.cookies[COOKIE].value
    sign_in(client, "secret")
    guess_from_everywhere(60, clock)

    stranger = Client()
    stranger.cookies[COOKIE] = old
    assert client.cookies[COOKIE].value != old
    assert KnownDevice.objects.count() == 1
    assert sign_in(stranger, "secret").status_code == 429


def test_a_changed_password_ends_what_was_known(client, clock, mari):
    sign_in(client, "secret")
    mari.set_password("another-one-7")
    mari.save()
    guess_from_everywhere(60, clock)

    assert sign_in(client, "another-one-7").status_code == 429


def test_one_address_does_not_try_a_password_on_everybody():
    answers = [guess(1, name=f"person{n}")[0] for n in range(51)]

    assert answers == [200] * 50 + [429]
    assert guess(1, "other", address="8.8.8.8") == [200]


def test_a_network_of_the_new_kind_counts_as_one_address():
    answers = [guess(1, address=f"2a00:1450:4010:c05::{n:x}")[0] for n in range(1, 12)]

    assert answers == [200] * 10 + [429]


def test_right_passwords_are_not_counted(client):
    answers = {sign_in(Client(), "secret").status_code for _n in range(12)}

    assert answers == {302}
    assert sum(FailedAttempts.objects.values_list("failures", flat=True)) == 0


def test_a_right_password_forgives_no_guesses_of_others(client, clock):
    guess_from_everywhere(10, clock)
    clock.shift(10)
    assert sign_in(client, "secret").status_code == 302

    assert guess(1, address="9.9.9.8") == [200]
    assert guess(1, address="9.9.9.9") == [429]


def test_a_name_is_one_however_it_is_written(client):
    for name in ("mari", "MARI", " Mari ", "ｍari", "mari"):
        guess(2, name)

    assert sign_in(client, "secret").status_code == 429


@pytest.mark.parametrize("unseen", ["\x00", "\x01", "\x1b", "\x7f", "\ufffe", "\x0b", "\u00a0"])
@pytest.mark.parametrize("pattern", ["{0}mari", "mari{0}", "{0} mari {0}"])
def test_characters_that_the_form_drops_make_no_other_name(client, pattern, unseen):
    name = pattern.format(unseen)
    assert sign_in(Client(), "secret", name).status_code == 302
    guess(10)

    assert sign_in(client, "secret", name).status_code == 429


def answer_and_work(name, monkeypatch):
    hashed = []
    encode = hashers.MD5PasswordHasher.encode
    monkeypatch.setattr(
        hashers.MD5PasswordHasher,
        "encode",
        lambda self, *given: hashed.append(1) or encode(self, *given),
    )
    answer = sign_in(Client(), "guess", name)
    monkeypatch.undo()
    return answer.status_code, len(answer.content.replace(name.encode(), b"")), len(hashed)


@pytest.mark.parametrize("kind", ["unknown", "inactive", "without a password"])
def test_nobody_is_told_whether_a_name_exists(monkeypatch, mari, django_user_model, kind):
    other = "nobody"
    if kind != "unknown":
        user = django_user_model.objects.create_user("kadri", "kadri@example.org", "secret")
        user.is_active = kind != "inactive"
        if user.is_active:
            user.set_unusable_password()
        user.save()
        other = "kadri"

    assert answer_and_work(other, monkeypatch) == answer_and_work("mari", monkeypatch)


def test_unknown_names_are_refused_alike(client, clock):
    assert guess(11, "nobody") == [200] * 10 + [429]
    assert guess_from_everywhere(40, clock, "nobody-else") > 3600


def test_a_request_without_its_token_looks_at_nothing_and_counts_as_nothing(mari):
    strict = Client(enforce_csrf_checks=True)

    answers = {sign_in(strict, "guess").status_code for _n in range(12)}

    assert answers == {403}
    assert sign_in(Client(), "secret").status_code == 302


@pytest.mark.django_db(transaction=True)
def test_guesses_made_at_once_are_no_more_than_allowed():
    answers = []

    raised = in_threads(*[lambda: answers.extend(guess(3, address=READER))] * 6)

    assert raised == []
    assert answers.count(200) == 10
    assert answers.count(429) == 8
