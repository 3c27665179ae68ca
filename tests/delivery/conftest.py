"""What the delivery app's tests share: a settler that says what the test tells it."""

import uuid

import pytest

from kogu.delivery import changes, tick_cache
from kogu.delivery.changes import Transition
from kogu.delivery.refs import Ref


@pytest.fixture(autouse=True)
def _empty_memory():
    tick_cache.clear()
    yield
    tick_cache.clear()


@pytest.fixture
def public_state(monkeypatch):
    """The public addresses of items, by ref; a test changes them inside a public change."""
    state: dict[Ref, str] = {}
    settled: dict[Ref, str] = {}

    def settle(refs):
        for ref in sorted(refs):
            before, after = settled.get(ref), state.get(ref)
            if before != after:
                yield Transition(ref, before, after)
            if after is None:
                settled.pop(ref, None)
            else:
                settled[ref] = after

    monkeypatch.setattr(changes, "_card_syncs", [lambda refs: list(settle(refs))])
    return state


@pytest.fixture
def news():
    """A ref of a news item."""
    return Ref("news", uuid.uuid4(), "et")
