"""What must leave the site leaves at least once, and never because of something undone."""

import datetime as dt

import pytest
from django.db import transaction
from django.db.models.functions import Now
from django.utils import timezone

from kogu.delivery import outbox
from kogu.delivery.changes import public_change
from kogu.delivery.models import Outbox

pytestmark = pytest.mark.django_db


@pytest.fixture
def sent(monkeypatch):
    """Deliveries of the kind `test`; what stands in `fail` fails when delivered."""
    made = []

    def handle(entry):
        made.append(entry.payload["n"])
        if (problem := entry.payload.get("problem")) == "temporary":
            raise ConnectionError("mail server away")
        if problem == "final":
            raise outbox.Undeliverable("no such address")

    monkeypatch.setattr(outbox, "_handlers", {"test": handle})
    return made


def make_due():
    Outbox.objects.update(due_at=Now())


def test_delivers_in_order_and_once(sent):
    for n in range(3):
        outbox.enqueue("test", {"n": n})

    assert outbox.drain() == 3
    assert outbox.drain() == 0
    assert sent == [0, 1, 2]


def test_a_delivery_disappears_with_its_reason(sent):
    with public_change():
        outbox.enqueue("test", {"n": 1})
        transaction.set_rollback(True)

    assert outbox.drain() == 0
    assert sent == []


def test_one_that_fails_stops_no_other_and_is_tried_later(sent):
    bad = outbox.enqueue("test", {"n": 1, "problem": "temporary"})
    outbox.enqueue("test", {"n": 2})

    assert outbox.drain() == 1
    assert outbox.drain() == 0

    bad.refresh_from_db()
    assert sent == [1, 2]
    assert bad.state == Outbox.State.WAITING
    assert bad.attempts == 1
    assert bad.due_at > timezone.now() + dt.timedelta(seconds=20)
    assert bad.problem == "ConnectionError: mail server away"


def test_pauses_grow_up_to_six_hours():
    minutes = [outbox.retry_delay(attempt).total_seconds() / 60 for attempt in (1, 2, 3, 20)]

    assert minutes == [0.5, 1, 2, 360]


def test_is_given_up_after_the_last_attempt(sent):
    bad = outbox.enqueue("test", {"n": 1, "problem": "temporary"})
    for _ in range(outbox.ATTEMPTS + 2):
        make_due()
        outbox.drain()

    bad.refresh_from_db()
    assert bad.state == Outbox.State.DEAD
    assert len(sent) == outbox.ATTEMPTS


def test_what_can_never_be_delivered_is_given_up_at_once(sent):
    bad = outbox.enqueue("test", {"n": 1, "problem": "final"})

    outbox.drain()

    bad.refresh_from_db()
    assert (bad.state, bad.attempts) == (Outbox.State.DEAD, 1)
    assert bad.problem == "Undeliverable: no such address"


def test_a_delivery_whose_worker_vanished_is_made_again(sent):
    entry = outbox.enqueue("test", {"n": 1})
    Outbox.objects.filter(pk=entry.pk).update(
        holder="vanished", attempts=1, due_at=Now() - dt.timedelta(seconds=1)
    )

    assert outbox.drain() == 1


def test_a_result_that_comes_too_late_is_not_kept(sent):
    entry = outbox.enqueue("test", {"n": 1})
    late = Outbox.objects.get(pk=entry.pk)
    late.holder = "first"
    Outbox.objects.filter(pk=entry.pk).update(holder="second")

    assert outbox._held(late).update(state=Outbox.State.DONE) == 0


def test_waits_until_it_is_due(sent):
    outbox.enqueue("test", {"n": 1}, due_in=dt.timedelta(hours=1))

    assert outbox.drain() == 0


def test_a_kind_nobody_handles_is_refused_when_written():
    with pytest.raises(LookupError, match="carrier pigeon"):
        outbox.enqueue("carrier pigeon", {})


def test_what_was_finished_a_month_ago_is_deleted(sent):
    for n in range(3):
        outbox.enqueue("test", {"n": n, "problem": "final" if n else None})
    outbox.drain()
    outbox.enqueue("test", {"n": 9})
    old = Outbox.objects.filter(payload__n__in=[0, 1])
    old.update(finished_at=timezone.now() - dt.timedelta(days=31))

    outbox.purge()

    assert sorted(Outbox.objects.values_list("payload__n", flat=True)) == [2, 9]
