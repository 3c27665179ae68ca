"""People who sign in: one per e-mail address, and no pictures of them."""

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.urls import reverse

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
