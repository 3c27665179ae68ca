"""The admin is called Kogu, in the titles of its pages and where one signs in."""

import re

import pytest
from django.urls import reverse

from kogu.demo.factories import AdministratorFactory

TITLE = re.compile(r"<title>\s*(.*?)\s*</title>", re.DOTALL)


@pytest.mark.parametrize(
    "name", ["wagtailadmin_home", "wagtailadmin_account", "second_factor:status"]
)
def test_titles_of_the_admin_name_kogu(client, homes, name):
    client.force_login(AdministratorFactory())

    title = TITLE.search(client.get(reverse(name)).content.decode())[1]

    assert title.endswith(" - Kogu")


def test_one_signs_in_to_kogu(client, homes):
    html = client.get(reverse("wagtailadmin_login")).content.decode()

    assert TITLE.search(html)[1].endswith(" - Kogu")
    assert "Sign in to Kogu" in html
    assert "Sign in to Wagtail" not in html
