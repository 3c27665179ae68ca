"""A page that is deleted between its card and its rows answers as one that is not there."""

import pytest

from kogu.web import views

pytestmark = pytest.mark.django_db


def test_a_page_deleted_since_its_card_was_read_is_not_found(client, news, monkeypatch):
    monkeypatch.setattr(views, "_AT_PATH", lambda **_values: [("news", news.pk + 1000)])

    assert client.get(news.public_url()).status_code == 404
