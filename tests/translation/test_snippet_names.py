"""Names of people and other snippets are told to those who may see them, by no other door."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.urls import reverse

from kogu.demo.factories import PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(locales):
    return PersonFactory(name="Leena Kask", locale=locales["et"])


@pytest.fixture
def visitor(client):
    """Somebody who may enter the admin and nothing more."""
    group = Group.objects.create(name="Visitors")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    user = get_user_model().objects.create_user("jaan", "jaan@example.org", "secret")
    user.groups.add(group)
    client.force_login(user)
    return user


def addresses(person):
    args = ["directory", "person"]
    return [
        reverse("wagtail_localize:snippets_api_listing", args=args),
        reverse("wagtail_localize:snippets_api_detail", args=[*args, person.pk]),
    ]


def test_who_may_only_enter_learns_no_names(client, person, visitor):
    for address in addresses(person):
        response = client.get(address)

        assert response.status_code == 403
        assert person.name not in response.content.decode()


def test_who_may_see_people_is_told_their_names(client, person, visitor):
    group = visitor.groups.get()
    group.permissions.add(Permission.objects.get(codename="view_person"))

    for address in addresses(person):
        assert person.name in client.get(address).content.decode()
