"""A second factor is removed with the password, an administrator or the operator; by no mail."""

from io import StringIO

import pytest
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from kogu.accounts import second_factor
from tests.accounts.second_factor.conftest import ENROL, STATUS, VERIFY, code, give, mails, sign_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", [ENROL, f"{STATUS}codes/", f"{STATUS}remove/"])
def test_what_changes_the_sign_in_asks_for_the_password_again(client, mari, clock, address):
    client.force_login(mari)
    clock.shift(601)

    answer = client.get(address)
    wrong = client.post(answer["Location"], {"password": "guess"})
    right = client.post(answer["Location"], {"password": "secret", "next": address})

    assert answer["Location"].startswith(f"{STATUS}confirm/?next=")
    assert wrong.status_code == 200
    assert right["Location"] == address


def test_the_password_is_not_guessed_where_it_is_asked_again(client, mari):
    client.force_login(mari)
    sent = {"password": "guess"}

    answers = [client.post(f"{STATUS}confirm/", sent).status_code for _n in range(11)]

    assert answers == [200] * 10 + [429]


def test_removing_it_ends_other_sessions_and_is_told(client, mari, device):
    sign_in(client)
    give(client, code())
    other = Client()
    other.force_login(mari)

    client.post(f"{STATUS}remove/")

    assert second_factor.device_of(mari) is None
    assert not mari.recovery_codes.exists()
    assert other.get("/admin/")["Location"].startswith("/admin/login/")
    assert client.get("/admin/").status_code == 200
    assert mails() == ["added", "removed"]


def administrator(django_user_model):
    user = django_user_model.objects.create_user("peeter", "peeter@example.org", "secret")
    user.groups.add(Group.objects.get(name="Administrators"))
    return user


def test_an_administrator_resets_a_colleagues(client, device, mari, django_user_model, homes):
    mari.is_superuser = False
    mari.save()
    mari.groups.add(Group.objects.get(name="Administrators"))
    known = Client()
    sign_in(known)
    give(known, code())
    by = administrator(django_user_model)
    client.force_login(by)
    address = reverse("second_factor:reset", args=[mari.pk])

    assert "Remove second factor" in client.get("/admin/users/").content.decode()
    assert client.get(address).status_code == 200
    assert second_factor.device_of(mari)
    client.post(address)

    assert second_factor.device_of(mari) is None
    assert known.get("/admin/")["Location"].startswith("/admin/login/")
    assert mails() == ["added", "reset"]
    assert ModelLogEntry.objects.get(action="kogu.second_factor.reset").user == by
    assert sign_in(Client())["Location"] == "/admin/"


def test_nobody_else_resets_it(client, device, mari, django_user_model, homes):
    address = reverse("second_factor:reset", args=[mari.pk])
    editor = django_user_model.objects.create_user("jaan", "jaan@example.org", "secret")
    for user in (editor, administrator(django_user_model), mari):
        client.force_login(user)
        assert client.post(address).status_code == 403
    assert second_factor.device_of(mari)


def test_the_operator_resets_it_by_command(device, mari):
    said = StringIO()
    call_command("reset_second_factor", "mari", stdout=said)

    assert second_factor.device_of(mari) is None
    assert "mari" in said.getvalue()
    with pytest.raises(CommandError):
        call_command("reset_second_factor", "mari")
    with pytest.raises(CommandError):
        call_command("reset_second_factor", "nobody")


def test_a_new_password_by_mail_does_not_replace_the_code(client, device, mari):
    from django.contrib.auth.tokens import default_token_generator
    from django.utils.encoding import force_bytes
    from django.utils.http import urlsafe_base64_encode

    uid = urlsafe_base64_encode(force_bytes(mari.pk))
    token = default_token_generator.make_token(mari)
    form = client.get(f"/admin/password_reset/confirm/{uid}/{token}/", follow=True)
    new = {"new_password1": "kolm-haaba-7", "new_password2": "kolm-haaba-7"}
    client.post(form.request["PATH_INFO"], new)

    sent = {"username": "mari", "password": "kolm-haaba-7"}
    assert client.post("/admin/login/", sent)["Location"].startswith(VERIFY)
