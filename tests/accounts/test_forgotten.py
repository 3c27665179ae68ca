"""Asking for a new password tells nobody which addresses are known."""

import re

import pytest
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kogu.delivery import outbox
from kogu.delivery.models import Outbox

pytestmark = pytest.mark.django_db

NUMBERS = re.compile(r"'[^']*'|\d+")


@pytest.fixture(autouse=True)
def mari(settings, django_user_model):
    settings.MAILERS = {
        "default": {"BACKEND": "kogu.delivery.mail.OutboxBackend"},
        "delivery": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"},
    }
    cache.clear()
    yield django_user_model.objects.create_superuser("mari", "mari@example.org", "secret")
    cache.clear()


def ask(client, address):
    return client.post(reverse("wagtailadmin_password_reset"), {"email": address})


def work(client, address):
    """What the database is asked, without values."""
    with CaptureQueriesContext(connection) as asked:
        assert ask(client, address).status_code == 302
    return [NUMBERS.sub("?", query["sql"]) for query in asked]


def test_a_known_address_is_no_more_work_than_an_unknown_one(client):
    ask(client, "first@example.org")

    assert work(client, "mari@example.org") == work(client, "nobody@example.org")
    assert {entry.kind for entry in Outbox.objects.all()} == {"accounts.forgotten_password"}


def test_who_has_the_address_gets_a_link_that_is_stored_nowhere(client, mari):
    ask(client, "MARI@example.org")
    assert outbox.drain() == 1

    (message,) = mail.outbox
    (link,) = re.findall(r"https?://\S+", message.body)
    assert message.to == ["mari@example.org"]
    entry = Outbox.objects.get()
    assert entry.state == Outbox.State.DONE
    assert link not in str(entry.payload)
    assert str(entry.pk) in message.extra_headers["Message-ID"]
    form = client.get(link[link.index("/admin/") :], follow=True)
    assert "new_password1" in form.content.decode()


@pytest.mark.parametrize("left", ["nobody", "inactive"])
def test_nobody_else_is_written_to(client, mari, left):
    mari.is_active = False
    mari.save()
    ask(client, "mari@example.org" if left == "inactive" else "nobody@example.org")

    assert outbox.drain() == 1
    assert mail.outbox == []


def test_asking_again_and_again_is_refused(client):
    answers = [ask(client, "mari@example.org").status_code for _n in range(11)]

    assert answers == [302] * 10 + [429]
    assert Outbox.objects.count() == 10
