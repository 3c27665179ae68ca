"""What scripts of the admin say is in the language of the person, too."""

import json

import pytest
from django.urls import reverse
from django.utils.translation import override
from wagtail.admin.views.i18n import js_catalog
from wagtail.users.models import UserProfile

from kogu.demo.factories import AdministratorFactory

INSERT = {
    "et": "Lisa plokk",
    "lv": "Ievietot bloku",
    "pl": "Dodaj blok",
}


def catalogue(client):
    return client.get(reverse("wagtailadmin_javascript_catalog")).content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("code", INSERT)
def test_scripts_of_the_admin_speak_the_language_of_the_person(client, catalogues, code):
    user = AdministratorFactory()
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": code})
    client.force_login(user)

    assert f'"Insert a block": "{INSERT[code]}"' in catalogue(client)


def test_wagtails_words_stay_in_a_language_that_is_not_ours(rf):
    with override("de"):
        said = js_catalog(rf.get("/")).content.decode()

    assert '"A server error occurred.": "Ein Serverfehler ist aufgetreten."' in said


@pytest.mark.django_db
def test_scripts_have_their_words_before_one_signs_in(client, catalogues):
    assert "django.gettext = function" in catalogue(client)


PIXELS = {
    "et": ["%(num)s piksel", "%(num)s pikslit"],
    "lv": ["%(num)s pikselis", "%(num)s pikseļi", "%(num)s pikseļu"],
    "pl": ["%(num)s piksel", "%(num)s piksele", "%(num)s pikseli", "%(num)s piksele"],
}


@pytest.mark.parametrize("code", PIXELS)
def test_scripts_have_a_form_for_each_number(rf, catalogues, code):
    with override(code):
        said = js_catalog(rf.get("/")).content.decode()

    _before, _word, after = said.partition('"%(num)s pixel": ')
    assert json.JSONDecoder().raw_decode(after)[0] == PIXELS[code]
