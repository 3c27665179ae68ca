"""The editor's scripts learn who is signed in, and nothing else."""

import pytest
from django.urls import reverse
from django_otp.plugins.otp_totp.models import TOTPDevice

from kogu.accounts.second_factor import new_recovery_codes

pytestmark = pytest.mark.django_db
XHR = {"X-Requested-With": "XMLHttpRequest"}


@pytest.fixture
def ask(client):
    return lambda: client.get(reverse("kogu_session_status"), headers=XHR)


def test_nobody_signed_in_is_refused_without_a_redirect(ask):
    assert ask().status_code == 403


def test_the_key_of_drafts_is_each_users_own(ask, client, django_user_model):
    create = django_user_model.objects.create_superuser
    one, other = (create(name, f"{name}@example.org") for name in ("one", "other"))
    keys = []
    for user in (one, one, other):
        client.force_login(user)
        answer = ask()
        assert answer.json()["id"] == str(user.pk)
        assert "no-store" in answer["Cache-Control"]
        keys.append(answer.json()["key"])

    assert keys[0] == keys[1] != keys[2]


def test_an_editors_page_names_the_user_it_was_made_for(client, django_user_model):
    mari = django_user_model.objects.create_superuser("mari", "mari@example.org", last_name='O"Õ')
    client.force_login(mari)

    html = client.get("/admin/account/").content.decode()

    assert f'data-user-id="{mari.pk}" data-user-name="O&quot;Õ"' in html
    assert html.count("kogu-unsaved-changes") == 1


def test_a_password_alone_is_no_sign_in_where_a_second_factor_is_outstanding(
    ask, client, django_user_model
):
    mari = django_user_model.objects.create_superuser("mari", "mari@example.org", "secret")
    TOTPDevice.objects.create(user=mari)
    codes = new_recovery_codes(mari)
    then = reverse("kogu_session_status")

    client.post("/admin/login/", {"username": "mari", "password": "secret", "next": then})
    assert ask().status_code == 403
    given = client.post("/admin/second-factor/recover/", {"code": codes[0], "next": then})

    assert given["Location"] == then
    assert ask().json()["id"] == str(mari.pk)
