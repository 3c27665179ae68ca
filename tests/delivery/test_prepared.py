"""Prepared queries answer what the ORM's own would, worded once."""

import datetime as dt
import uuid

import pytest
from django.db import connection
from django.db.models import CharField, DateTimeField, Q, UUIDField
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from kogu.content.models import Card
from kogu.delivery.changes import public_change
from kogu.delivery.prepared import Prepared, columns, instance_from_row

pytestmark = pytest.mark.django_db

NOW = timezone.now()


@pytest.fixture
def cards():
    with public_change():
        return [
            Card.objects.create(
                key=uuid.UUID(int=n),
                locale="et",
                kind="news",
                object_id=n,
                title=f"Uudis {n}",
                url=f"/et/{n}/",
                expire_at=NOW + dt.timedelta(days=n - 2) if n else None,
                facts={"number": n},
            )
            for n in range(5)
        ]


@pytest.fixture
def prepared():
    return Prepared(
        lambda at, keys, urls: (
            Card.objects.visible(at)
            .filter(Q(key__in=keys) | Q(url__in=urls))
            .order_by("id")
            .values_list(*columns(Card))
        ),
        at=DateTimeField(),
        keys=[UUIDField()],
        urls=[CharField()],
    )


def test_rows_are_those_of_the_query(cards, prepared):
    rows = prepared(at=NOW, keys={cards[0].key, cards[1].key, cards[4].key}, urls=["/et/3/"])

    assert [instance_from_row(Card, row) for row in rows] == [cards[0], cards[3], cards[4]]
    assert rows == list(Card.objects.filter(object_id__in=[0, 3, 4]).order_by("id").values_list())


def test_a_whole_row_has_its_values(cards, prepared):
    (row,) = prepared(at=NOW, keys=[cards[3].key], urls=[])
    card = instance_from_row(Card, row)

    assert (card.key, card.expire_at, card.facts) == (
        cards[3].key,
        cards[3].expire_at,
        {"number": 3},
    )
    assert not card._state.adding


@pytest.mark.parametrize("many", [1, 2, 3, 5, 40])
def test_each_row_comes_once_however_long_the_list(cards, prepared, many):
    keys = [uuid.UUID(int=n) for n in range(many)]

    rows = prepared(at=NOW - dt.timedelta(days=9), keys=keys, urls=[])

    assert len(rows) == min(many, len(cards))


def test_new_values_need_no_new_words(cards, prepared, monkeypatch):
    prepared(at=NOW, keys=[cards[0].key], urls=[])
    monkeypatch.setattr(prepared, "_make", None)

    with CaptureQueriesContext(connection) as queries:
        later = prepared(at=NOW + dt.timedelta(days=9), keys=[cards[4].key], urls=[])

    assert later == []
    assert len(queries) == 1


def test_what_can_find_nothing_is_not_asked(cards, prepared, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert prepared(at=NOW, keys=[], urls=[]) == []
