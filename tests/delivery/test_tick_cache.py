"""What a process remembers holds while the clock stands, and no longer."""

import pytest
from django.db import transaction

from kogu.delivery import tick_cache
from kogu.delivery.changes import public_change, touch_tag
from kogu.delivery.tick_cache import cached_per_tick

pytestmark = pytest.mark.django_db


@pytest.fixture
def counter():
    made = []

    def make():
        made.append(1)
        return len(made)

    return make


def test_a_value_is_made_once_per_tick(counter):
    assert [cached_per_tick("menu", counter), cached_per_tick("menu", counter)] == [1, 1]

    with public_change():
        touch_tag("menu:et")

    assert [cached_per_tick("menu", counter), cached_per_tick("menu", counter)] == [2, 2]


def test_names_are_kept_apart(counter):
    assert [cached_per_tick("a", counter), cached_per_tick("b", counter)] == [1, 2]


def test_nothing_is_remembered_from_a_change_that_may_be_taken_back(counter):
    with public_change():
        assert cached_per_tick("menu", counter) == 1
        transaction.set_rollback(True)

    assert cached_per_tick("menu", counter) == 2


def test_a_value_of_another_day_takes_the_place_of_the_former(counter):
    assert [cached_per_tick("total", counter, day) for day in ("mon", "mon", "tue", "mon")] == [
        1,
        1,
        2,
        3,
    ]
    assert list(tick_cache._values) == ["total"]


def test_what_is_remembered_is_bounded(counter, monkeypatch):
    monkeypatch.setattr(tick_cache, "MAX_VALUES", 10)
    for number in range(100):
        cached_per_tick(f"name {number}", counter)

    assert len(tick_cache._values) <= 10
