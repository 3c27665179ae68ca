"""An administrator with a second factor, the codes of her app, and a clock that stands still."""

import pytest
import time_machine
from django.contrib.auth.models import Group
from django_otp.oath import totp

from kogu.accounts import second_factor
from kogu.accounts.models import SecondFactorRequirement
from kogu.delivery.models import Outbox

pytestmark = pytest.mark.django_db


KEY = "3132333435363738393031323334353637383930"


VERIFY, RECOVER = "/admin/second-factor/verify/", "/admin/second-factor/recover/"


ENROL, STATUS = "/admin/second-factor/enrol/", "/admin/second-factor/"


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel("2027-03-01T12:00:00Z", tick=False) as traveller:
        yield traveller


@pytest.fixture
def mari(django_user_model):
    return django_user_model.objects.create_superuser("mari", "mari@example.org", "secret")


@pytest.fixture
def device(mari, clock):
    """Mari's app, set up some while ago."""
    device = second_factor.enrol(mari, KEY, code())
    clock.shift(600)
    return device


def code(steps=0, key=KEY):
    return f"{totp(bytes.fromhex(key), drift=steps):06d}"


def sign_in(client, name="mari", then="/admin/", **headers):
    sent = {"username": name, "password": "secret", "next": then}
    return client.post("/admin/login/", sent, headers=headers)


def give(client, typed, address=VERIFY, **more):
    return client.post(address, {"code": typed, **more})


def mails():
    return [e.payload["context"]["event"] for e in Outbox.objects.filter(kind="mail.template")]


def require_of(user):
    group = Group.objects.create(name="Careful")
    user.groups.add(group)
    SecondFactorRequirement.objects.create(group=group)
    return group
