"""A page behind a password or a sign-in opens to whoever has it, and to nobody else."""

import pytest
from wagtail.models import PageViewRestriction

from kogu.delivery.changes import public_change

pytestmark = pytest.mark.django_db


def restrict(page, **how):
    with public_change():
        return PageViewRestriction.objects.create(page=page, **how)


@pytest.mark.parametrize(
    ("asked", "led"),
    [("", "/et/uudised/tegijad-kohtusid/"), ("//evil.example/", "/admin/")],
)
def test_a_password_opens_the_page(client, news, asked, led):
    gate = restrict(news, restriction_type="password", password="open")
    url, door = news.public_url(), f"/et/_util/authenticate_with_password/{gate.pk}/{news.pk}/"
    assert door in client.get(url).content.decode()

    wrong = client.post(door, {"password": "shut", "return_url": asked or url})
    right = client.post(door, {"password": "open", "return_url": asked or url})

    assert wrong.status_code == 200
    assert right["Location"] == led
    opened = client.get(url)
    assert news.title in opened.content.decode()
    assert "private" in opened["Cache-Control"]


def test_a_sign_in_opens_the_page(client, news, django_user_model):
    restrict(news, restriction_type="login")
    django_user_model.objects.create_user("mari", "mari@example.org", "secret")
    sign_in = client.get(news.public_url())["Location"]

    answer = client.post(sign_in, {"username": "mari", "password": "secret"})

    assert answer["Location"] == news.public_url()
    assert news.title in client.get(news.public_url()).content.decode()


@pytest.mark.parametrize("language", ["et", "lv", "pl", "en"])
def test_a_page_in_any_language_says_that_it_is_not_open_to_everybody(client, homes, language):
    page = homes[language]
    restrict(page, restriction_type="login")

    asked = client.get(page.public_url(), follow=True)

    assert asked.redirect_chain[0][0].startswith(f"/{language}/_util/login/")
    assert f'<html lang="{language}"' in asked.content.decode()


@pytest.mark.parametrize("how", [{"restriction_type": "login"}, {"password": "open"}])
def test_the_door_of_a_page_is_of_the_design_of_the_site(client, homes, how):
    restrict(homes["lv"], **{"restriction_type": "password", **how})

    html = client.get(homes["lv"].public_url(), follow=True).content.decode()

    assert '<html lang="lv"' in html
    assert "<title>This page is not open to everybody</title>" in html
    assert "kogu.css" in html
    assert 'name="viewport"' in html
