"""People who sign in: one per e-mail address, and no pictures of them."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.urls import get_resolver, reverse
from wagtail.users.wagtail_hooks import (
    AssignRoleBulkAction,
    DeleteBulkAction,
    SetActiveStateBulkAction,
)

pytestmark = pytest.mark.django_db


def test_an_address_belongs_to_one_person_however_it_is_written():
    get_user_model().objects.create_user("mari", "mari@example.org", "secret")
    other = get_user_model()(username="mari2", email="Mari@Example.org", password="x")

    with pytest.raises(ValidationError) as caught:
        other.full_clean()

    assert "__all__" in caught.value.message_dict


def test_the_account_asks_for_no_picture(client):
    user = get_user_model().objects.create_superuser("mari", "mari@example.org", "secret")
    client.force_login(user)

    html = client.get(reverse("wagtailadmin_account")).content.decode()

    assert "avatar-avatar" not in html
    assert "gravatar" not in html


NEW = {
    "username": "uus",
    "email": "uus@example.org",
    "first_name": "Uus",
    "last_name": "Uus",
    "password1": "kolm-haaba-7",
    "password2": "kolm-haaba-7",
    "is_superuser": "on",
    "is_active": "on",
}


@pytest.fixture
def people(client, homes):
    """An administrator, signed in; a superuser and an editor."""
    users = get_user_model().objects
    administrator = users.create_user("peeter", "peeter@example.org", "secret")
    administrator.groups.add(Group.objects.get(name="Administrators"))
    client.force_login(administrator)
    above = users.create_superuser("mari", "mari@example.org", "secret")
    return above, users.create_user("jaan", "jaan@example.org", "secret")


def test_an_administrator_makes_no_superuser(client, people):
    _above, editor = people

    client.post(reverse("wagtailusers_users:add"), NEW)
    edited = {**NEW, "username": "jaan", "email": "jaan@example.org"}
    client.post(reverse("wagtailusers_users:edit", args=[editor.pk]), edited)

    users = get_user_model().objects
    assert users.get(first_name="Uus", username="uus").is_superuser is False
    assert users.get(first_name="Uus", username="jaan").is_superuser is False


def test_an_administrator_takes_no_superuser_over(client, people):
    above, editor = people
    one = reverse("wagtailusers_users:edit", args=[above.pk])
    many = reverse("wagtail_bulk_action", args=["accounts", "user", "set_active_state"])

    client.post(one, {**NEW, "username": "mari", "email": "mari@example.org"})
    client.post(f"{many}?id={above.pk}&id={editor.pk}", {"mark_as_active": "False"})
    client.post(f"{many}?id=all", {"mark_as_active": "False"})

    above.refresh_from_db()
    assert above.check_password("secret")
    assert above.is_active


def test_an_administrator_ends_an_editors_account(client, people):
    _above, editor = people
    many = reverse("wagtail_bulk_action", args=["accounts", "user", "set_active_state"])

    client.post(f"{many}?id={editor.pk}", {"mark_as_active": "False"})

    editor.refresh_from_db()
    assert not editor.is_active


def _views_of_users():
    """Names in the namespace of users, and whether each takes a user's key."""
    (_prefix, resolver) = get_resolver("wagtail.admin.urls").namespace_dict["wagtailusers_users"]
    for pattern in resolver.url_patterns:
        yield pattern.name, "pk" in pattern.pattern.converters


def _superusers():
    rows = get_user_model().objects.filter(is_superuser=True)
    return [(one.pk, one.username, one.password, one.email, one.is_active) for one in rows]


@pytest.mark.parametrize("username", ["mari", "uus-{}"])
def test_no_address_of_users_lets_an_administrator_take_a_superusers_rank(client, people, username):
    above, _editor = people
    before = _superusers()
    views = dict(_views_of_users())

    for name, takes_key in views.items():
        address = reverse(f"wagtailusers_users:{name}", args=[above.pk] if takes_key else [])
        entered = {"username": username.format(name), "email": f"{name}@example.org"}
        client.post(address, {**NEW, **entered})

    assert {"add", "edit", "delete"} <= set(views)
    assert _superusers() == before
    assert not above.groups.exists()


BULK = {
    AssignRoleBulkAction: lambda: {"role": Group.objects.first().pk},
    DeleteBulkAction: dict,
    SetActiveStateBulkAction: lambda: {"mark_as_active": "False"},
}


@pytest.mark.parametrize("action", BULK, ids=lambda action: action.action_type)
def test_no_action_on_many_users_lets_an_administrator_change_a_superuser(client, people, action):
    above, editor = people
    before = _superusers()
    address = reverse("wagtail_bulk_action", args=["accounts", "user", action.action_type])

    for ids in (f"id={above.pk}", f"id={above.pk}&id={editor.pk}", "id=all"):
        client.post(f"{address}?{ids}", BULK[action]())

    assert _superusers() == before
    assert not above.groups.exists()
