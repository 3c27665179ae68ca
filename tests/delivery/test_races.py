"""Many publish at once: ticks come in the order of commits, and no reader sees a gap."""

import threading
import uuid

import pytest

from kogu.delivery import changes, clock, periodic
from kogu.delivery.changes import Transition, public_change, touch, touch_tag
from kogu.delivery.models import Change, Tag
from kogu.delivery.refs import Ref
from tests.threads import in_threads

pytestmark = pytest.mark.django_db(transaction=True)

WRITERS, EACH = 4, 12


def follow(seen, over):
    """Reads on from the last tick it saw, as a follower of changes does."""
    last = 0
    while True:
        is_last_look = over.is_set()
        for tick in Change.objects.filter(tick__gt=last).values_list("tick", flat=True):
            seen.append(tick)
            last = tick
        if is_last_look:
            return


def test_ticks_have_no_gap_for_anybody_who_follows_them(monkeypatch):
    monkeypatch.setattr(
        changes, "_card_syncs", [lambda refs: [Transition(ref, None, "/x/") for ref in refs]]
    )
    seen, over = [], threading.Event()
    running = threading.Semaphore(0)

    def publish():
        for _ in range(EACH):
            with public_change():
                touch(Ref("news", uuid.uuid4(), "et"))
                touch_tag(*(f"tag:{n}" for n in range(5)))
        running.release()

    def wait():
        for _ in range(WRITERS):
            running.acquire()
        over.set()

    start = clock.now_tick()
    raised = in_threads(*[publish] * WRITERS, lambda: follow(seen, over), wait)

    assert raised == []
    assert seen == list(range(start + 1, start + 1 + WRITERS * EACH))
    assert set(Tag.objects.filter(name__startswith="tag:").values_list("tick", flat=True)) == {
        clock.now_tick()
    }


def test_a_slot_of_time_is_taken_by_one_of_many():
    taken = []

    def take():
        if periodic.due("race", 3600):
            taken.append(1)

    assert in_threads(*[take] * 8) == []
    assert taken == [1]
