"""Each slot of periodic work is taken once, and work that fails stops no other."""

import importlib

import pytest

from kogu.delivery import periodic, periodic_jobs
from kogu.delivery.worker import Worker

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("database_queue")]


def test_a_slot_of_time_is_taken_once():
    assert periodic.due("tidy", 3600)
    assert not periodic.due("tidy", 3600)
    assert periodic.due("other", 3600)


def test_the_next_slot_is_free_again():
    from kogu.delivery.models import Slot

    assert periodic.due("tidy", 3600)
    Slot.objects.update(number=Slot.objects.get().number - 1)

    assert periodic.due("tidy", 3600)


def test_looking_at_a_taken_slot_writes_nothing(django_assert_num_queries):
    periodic.due("tidy", 3600)

    with django_assert_num_queries(1):
        periodic.due("tidy", 3600)


def test_periodic_work_that_fails_stops_nothing(caplog):
    done = []

    @periodic.every(3600)
    def broken():
        raise ArithmeticError

    @periodic.every(60)
    def sound():
        done.append(1)

    Worker()._turn()
    Worker()._turn()

    assert done == [1]
    assert "broken failed" in caplog.text


def test_the_house_keeps_itself():
    """Scheduled publishing and clearing away are registered without anybody asking."""
    importlib.reload(periodic_jobs)
    names = {work.name.rpartition(".")[2] for work in periodic.registered()}
    assert {"publish_what_is_due", "clear_sessions", "clear_outbox", "clear_jobs"} <= names
    Worker().run_once()
