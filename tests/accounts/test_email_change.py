"""Who finds a session open does not take the account by giving it another e-mail address."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import ModelLogEntry

from kogu.accounts.models import FailedAttempts
from kogu.accounts.recent_password import KEY
from kogu.delivery.models import Outbox

pytestmark = pytest.mark.django_db


@pytest.fixture
def mari(client, homes, django_user_model):
    """An administrator, signed in."""
    mari = django_user_model.objects.create_user("mari", "mari@example.org", "secret")
    mari.groups.add(Group.objects.get(name="Administrators"))
    client.force_login(mari)
    return mari


def change(client, email, password="", **more):
    name = {"name_email-first_name": "Mari", "name_email-last_name": "Maasikas"}
    sent = {"name_email-email": email, "name_email-current_password": password}
    theme = {"theme-theme": "system", "theme-contrast": "system", "theme-density": "default"}
    address = reverse("wagtailadmin_account")
    return client.post(address, {**name, **sent, **theme, **more})


def told():
    mails = Outbox.objects.filter(kind="mail.template", payload__template="email_changed")
    return [mail.payload["to"] for mail in mails]


@pytest.mark.parametrize("password", ["", "guess"])
def test_another_address_asks_for_the_password(client, mari, password):
    answer = change(client, "thief@example.org", password)

    mari.refresh_from_db()
    assert answer.status_code == 200
    assert mari.email == "mari@example.org"
    assert told() == []


def test_with_the_password_the_old_address_is_told_and_it_is_logged(client, mari):
    assert change(client, "maasikas@example.org", "secret").status_code == 302

    mari.refresh_from_db()
    assert mari.email == "maasikas@example.org"
    assert told() == [["mari@example.org"]]
    assert ModelLogEntry.objects.get(action="kogu.email_changed").user == mari
    history = client.get(reverse("wagtailusers_users:history", args=[mari.pk]))
    assert "E-mail address changed" in history.content.decode()


def test_the_name_asks_for_no_password(client, mari):
    assert change(client, "mari@example.org").status_code == 302

    mari.refresh_from_db()
    assert mari.last_name == "Maasikas"
    assert told() == []


def test_the_password_is_not_guessed_there(client, mari):
    answers = [change(client, "mari@example.org", "guess").status_code for _n in range(11)]

    assert answers == [200] * 10 + [429]


def test_a_password_that_nobody_looks_at_counts_for_nothing(client, mari):
    change(client, "thief@example.org", "guess")
    before = list(FailedAttempts.objects.order_by("key").values_list("key", "failures"))

    change(client, "mari@example.org", **{"password-old_password": "anything"})

    assert list(FailedAttempts.objects.order_by("key").values_list("key", "failures")) == before
    assert before


def test_an_address_that_an_administrator_changes_is_told_as_well(client, mari, django_user_model):
    jaan = django_user_model.objects.create_user("jaan", "jaan@example.org", "secret")
    names = {"username": "jaan", "first_name": "Jaan", "last_name": "Kask", "is_active": "on"}
    address = reverse("wagtailusers_users:edit", args=[jaan.pk])

    client.post(address, {**names, "email": "kask@example.org"})

    assert told() == [["jaan@example.org"]]
    assert ModelLogEntry.objects.get(action="kogu.email_changed").user == mari


def test_an_administrator_edits_their_own_account_after_a_recent_password(
    client, mari, django_user_model
):
    address = reverse("wagtailusers_users:edit", args=[mari.pk])
    assert client.get(address).status_code == 200
    session = client.session
    session[KEY] -= 601
    session.save()

    thief = {"username": "mari", "first_name": "M", "last_name": "M", "is_active": "on"}
    answer = client.post(address, {**thief, "email": "thief@example.org"})

    assert answer["Location"].startswith("/admin/second-factor/confirm/?next=")
    assert django_user_model.objects.get(pk=mari.pk).email == "mari@example.org"
