"""The sitemap in files: those that exist, and no others."""

import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("number", ["0", "2", "99999999999999999999999"])
def test_there_is_no_file_of_another_number(client, homes, number):
    assert client.get("/sitemap-1.xml").status_code == 200
    assert client.get(f"/sitemap-{number}.xml").status_code == 404
