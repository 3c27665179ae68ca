"""Wagtail's embeds, which ask other sites, are not there."""

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db

UNUSED = [
    ("wagtailembeds:chooser", {}),
    ("wagtailembeds:chooser_upload", {"url": "https://www.youtube.com/watch?v=dQw4w9WgXcQ"}),
]


@pytest.mark.parametrize(("name", "sent"), UNUSED)
def test_nobody_reaches_the_chooser_of_embeds(admin_client, homes, name, sent):
    prefix = "embed-chooser-" if sent else ""
    address = reverse(name)

    assert admin_client.get(address).status_code == 404
    sent = {f"{prefix}{key}": value for key, value in sent.items()}
    assert admin_client.post(address, sent).status_code == 404
