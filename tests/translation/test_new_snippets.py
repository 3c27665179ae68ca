"""A new snippet has a language that its maker holds, whatever language the browser speaks."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.models import GroupPagePermission

from directory.models import Topic
from kogu.accounts.models import User

pytestmark = pytest.mark.django_db
NEW = {"name": "Māls", "slug": "mals", "description": "", "other_names": "", "parent": ""}


@pytest.fixture
def latvian(client, homes):
    """Somebody who may add topics, and holds Latvian only."""
    group = Group.objects.create(name="Latvian only")
    codes = ("access_admin", "add_topic", "change_topic", "view_topic")
    group.permissions.set(Permission.objects.filter(codename__in=codes))
    change = Permission.objects.get(codename="change_page", content_type__app_label="wagtailcore")
    GroupPagePermission.objects.create(group=group, page=homes["lv"], permission=change)
    user = User.objects.create_user("latvian", "latvian@example.org", "password")
    user.groups.add(group)
    client.force_login(user)


@pytest.mark.parametrize("language", ["lv", "et"])
@pytest.mark.parametrize("query", ["", "?locale=et", "?locale=", "?locale=lv&locale=et"])
def test_none_is_made_in_a_language_that_one_does_not_hold(client, latvian, language, query):
    address = reverse("wagtailsnippets_directory_topic:add") + query

    client.post(address, NEW, headers={"accept-language": language})

    assert not Topic.objects.filter(name="Māls").exists()


@pytest.mark.parametrize("language", ["lv", "et"])
def test_one_is_made_in_a_language_that_one_holds(client, latvian, language):
    address = reverse("wagtailsnippets_directory_topic:add") + "?locale=lv"

    client.post(address, NEW, headers={"accept-language": language})

    assert Topic.objects.get(name="Māls").locale.language_code == "lv"
