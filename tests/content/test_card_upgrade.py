"""After an upgrade the worker brings cards of an older version up to date by itself."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kogu.content.card_upgrade import renew_cards
from kogu.content.models import Card
from kogu.delivery import clock
from kogu.delivery.changes import public_change
from kogu.delivery.models import Slot
from kogu.delivery.periodic import registered


@pytest.fixture
def old_card(news):
    """A card as an older Kogu wrote it."""
    return age(Card.objects.get(key=news.translation_key))


def age(card, **values):
    with public_change():
        Card.objects.filter(pk=card.pk).update(**values or {"title": "Older"})
    return card


def test_cards_of_an_older_version_are_renewed(news, old_card):
    before = clock.now_tick()

    renew_cards()

    old_card.refresh_from_db()
    assert old_card.title == news.title
    assert clock.now_tick() > before


def test_a_card_of_nothing_goes_and_a_missing_one_comes(news, old_card):
    age(old_card, locale="lv")

    renew_cards()

    assert [one.locale for one in Card.objects.filter(key=news.translation_key)] == ["et"]


def test_the_same_version_renews_nothing_again(news, old_card):
    renew_cards()
    age(old_card)

    with CaptureQueriesContext(connection) as queries:
        assert renew_cards() == 0

    assert len(queries) == 1


def test_the_next_version_renews_them(news, old_card):
    renew_cards()
    age(old_card)
    Slot.objects.filter(name="kogu.content.card_upgrade").update(number=1)

    renew_cards()

    old_card.refresh_from_db()
    assert old_card.title == news.title


def test_the_worker_does_it():
    assert renew_cards in [one.work for one in registered()]
