"""Each person chooses the language of the admin."""

import pytest
from django.urls import reverse
from wagtail.users.models import UserProfile

from kogu.demo.factories import AdministratorFactory


@pytest.mark.parametrize("code", ["et", "lv", "pl", "en"])
def test_every_language_kogu_speaks_may_be_chosen(client, homes, code):
    user = AdministratorFactory()
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": code})
    client.force_login(user)

    html = client.get(reverse("wagtailadmin_account")).content.decode()

    assert f'<option value="{code}" selected>' in html
