"""Administrators see what left and what was given up; links stay hidden outside the demo."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.core.mail import EmailMessage
from django.urls import reverse

from kogu.delivery.mail import OutboxBackend
from kogu.delivery.models import Outbox

pytestmark = pytest.mark.django_db


@pytest.fixture
def entry():
    """A mail that lets its reader into an account."""
    message = EmailMessage(
        "Uus parool", "Siit: https://kogu.example/admin/reset/abc/ .", to=["liis@example.org"]
    )
    OutboxBackend(alias="default").send_messages([message])
    return Outbox.objects.get()


@pytest.fixture
def admin(client):
    """An administrator's browser."""
    user = get_user_model().objects.create_superuser("mari", "mari@example.org", "x")
    client.force_login(user)
    return client


def test_lists_what_was_written(admin, entry):
    html = admin.get(reverse("outbox:index")).content.decode()

    assert "Uus parool" in html
    assert "liis@example.org" in html


def test_a_link_is_shown_in_the_demo_only(admin, entry, settings):
    url = reverse("outbox:inspect", args=[entry.pk])

    assert "abc" in admin.get(url).content.decode()
    settings.KOGU_DEMO = False
    html = admin.get(url).content.decode()
    assert "abc" not in html
    assert "Siit:" in html


@pytest.mark.parametrize("action", ["edit", "delete"])
def test_nobody_changes_a_delivery_by_hand(admin, entry, action):
    response = admin.post(reverse(f"outbox:{action}", args=[entry.pk]), {"payload": "{}"})

    assert response.status_code == 302
    assert response["Location"] == reverse("wagtailadmin_home")
    assert Outbox.objects.filter(pk=entry.pk).exists()


def test_other_staff_do_not_see_mails(client, entry):
    editor = get_user_model().objects.create_user("toimetaja", "t@example.org", "x")
    editor.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(editor)

    for url in (reverse("outbox:index"), reverse("outbox:inspect", args=[entry.pk])):
        response = client.get(url)
        assert response.status_code == 302
