"""What is counted of attempts to sign in names nobody and is kept no longer than it counts."""

import time

import pytest
import time_machine
from django.contrib.auth.forms import UsernameField
from django.forms import EmailField
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from kogu.accounts import cleanup, login_throttle
from kogu.accounts.models import FailedAttempts, KnownDevice
from tests.accounts.test_login_throttle import guess, sign_in

pytestmark = pytest.mark.django_db
ODD = st.sampled_from("\x00\x0b\x0c\x1f\x7f\ud800\uffff\u00a0\u200b\u2028\u3000 \n\tｍİßA.@")


@given(name=st.text(ODD | st.characters(), max_size=8))
def test_what_forms_take_for_one_name_counts_as_one(name):
    for field in (UsernameField(), EmailField()):
        assert login_throttle.normal(name) == login_throttle.normal(field.to_python(name))


@pytest.mark.parametrize("field", ["username", "email"])
def test_a_name_without_end_takes_no_time(client, field):
    marks = "a" + "\u0300\u0316" * 100_000
    address = {"username": "wagtailadmin_login", "email": "wagtailadmin_password_reset"}[field]
    began = time.process_time()

    answer = client.post(reverse(address), {field: marks, "password": "guess"})

    assert answer.status_code == 200
    assert time.process_time() - began < 5


def test_what_ended_is_cleared_away(client, django_user_model):
    django_user_model.objects.create_superuser("mari", "mari@example.org", "secret")
    with time_machine.travel("2027-03-01T12:00:00Z", tick=False) as clock:
        sign_in(client, "secret")
        guess(2)
        assert FailedAttempts.objects.exists()
        assert KnownDevice.objects.exists()
        clock.shift(200 * 86400)

        cleanup.clear_failed_attempts()
        cleanup.clear_known_devices()

    assert not FailedAttempts.objects.exists()
    assert not KnownDevice.objects.exists()


def test_rows_name_nobody():
    guess(1)

    assert "mari" not in str(list(FailedAttempts.objects.values()))
    assert login_throttle.key("a", "bc") != login_throttle.key("ab", "c")
