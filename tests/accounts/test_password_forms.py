"""Wherever a password is asked guesses are counted, and the refusal is said like other errors."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from django.utils.html import escape
from django.utils.translation import gettext
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from kogu.delivery.changes import public_change
from tests.accounts.test_login_throttle import READER, clock, guess, mari  # noqa: F401 fixtures

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("code", ["et", "lv", "pl", "en"])
@pytest.mark.parametrize("name", ["wagtailadmin_login", "wagtailcore_login"])
def test_the_refusal_looks_like_other_errors_in_every_language(homes, catalogues, code, name):
    with translation.override(code):
        path = reverse(name)
        words = gettext("Please wait"), gettext("Too many attempts failed. Try again in %(wait)s.")
    reader = Client(headers={"accept-language": code, "x-forwarded-for": READER})
    guess(10)

    answer = reader.post(path, {"username": "mari", "password": "secret"})

    html = answer.content.decode()
    assert answer.status_code == 429
    assert answer["Content-Language"] == code
    assert f'<html lang="{code}"' in html
    assert f"{words[0]}</h1>" in html
    assert escape(words[1].partition("%")[0]) in html
    assert "error_bare.html" in [template.name for template in answer.templates]
    assert html.count("<main") == 1


def test_a_private_page_is_not_guessed_open(client, news):
    with public_change():
        restriction = PageViewRestriction.objects.create(
            page=news, restriction_type="password", password="koiv"
        )
    path = reverse("wagtailcore_authenticate_with_password", args=[restriction.pk, news.pk])

    def give(password, address=READER):
        sent = {"password": password, "return_url": "/"}
        return client.post(path, sent, headers={"x-forwarded-for": address})

    assert [give("guess").status_code for _n in range(10)] == [200] * 10
    refused = give("koiv")
    assert (refused.status_code, refused["Retry-After"]) == (429, "900")
    assert give("koiv", "8.8.8.8").status_code == 302


def test_a_private_collection_is_not_guessed_open(client):
    restriction = CollectionViewRestriction.objects.create(
        collection=Collection.get_first_root_node(), restriction_type="password", password="koiv"
    )
    path = reverse("wagtaildocs_authenticate_with_password", args=[restriction.pk])
    sent = {"password": "guess", "return_url": "/"}

    assert [client.post(path, sent).status_code for _n in range(11)] == [200] * 10 + [429]


def test_signing_in_to_read_shares_the_count_and_leads_to_the_known_device(client, homes):
    path = reverse("wagtailcore_login")
    sent = {"username": "mari", "password": "guess", "next": "/et/uudised/"}
    headers = {"x-forwarded-for": READER}
    guess(5)

    answers = [client.post(path, sent, headers=headers) for _n in range(6)]

    assert [answer.status_code for answer in answers] == [200] * 5 + [429]
    assert "/admin/login/?next=/et/uudised/" in answers[-1].content.decode()


def test_the_old_password_is_not_guessed_in_the_account_settings(client, django_user_model):
    client.force_login(django_user_model.objects.get())
    sent = {
        "password-old_password": "guess",
        "password-new_password1": "kolm-haaba-7",
        "password-new_password2": "kolm-haaba-7",
    }
    path = reverse("wagtailadmin_account")

    assert [client.post(path, sent).status_code for _n in range(11)] == [200] * 10 + [429]
