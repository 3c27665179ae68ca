"""A list shows each item once, in the language that suits its reader at that moment best."""

import datetime as dt
import uuid

import pytest

from kogu.content.models import Card
from kogu.delivery.changes import public_change

pytestmark = pytest.mark.django_db

NOON = dt.datetime(2036, 5, 4, 12, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)


@pytest.fixture
def instance():
    """An item whose Estonian card expires at noon, while the Latvian one stays."""
    key = uuid.uuid4()
    with public_change():
        for locale, until in (("et", NOON), ("lv", None)):
            Card.objects.create(
                key=key, locale=locale, kind="place", object_id=1, title=locale, expire_at=until
            )
    return key


@pytest.mark.parametrize(("at", "shown"), [(NOON - HOUR, ["et"]), (NOON, ["lv"])])
def test_what_has_expired_for_the_reader_stands_in_nobodys_way(instance, at, shown):
    cards = Card.objects.visible(at).filter(key=instance).best_for("et", at=at)

    assert [card.locale for card in cards] == shown
