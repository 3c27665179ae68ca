"""Who asks first writes first, and nobody waits for ever."""

import threading
import time

import pytest
from django.db import connection, connections, transaction
from django.db.utils import OperationalError

from kogu.delivery.sqlite3 import base
from kogu.delivery.sqlite3.queue import FairLock


def test_turns_come_in_the_order_of_asking():
    lock, order, threads = FairLock(), [], []
    lock.acquire(1)

    def ask(n):
        lock.acquire(5)
        order.append(n)
        lock.release()

    for n in range(8):
        threads.append(threading.Thread(target=ask, args=(n,)))
        threads[-1].start()
        while len(lock._queue) <= n:
            time.sleep(0.001)
    lock.release()
    for thread in threads:
        thread.join()

    assert order == list(range(8))


def test_who_gave_up_waiting_is_skipped():
    lock = FairLock()
    lock.acquire(1)

    assert not lock.acquire(0.01)
    lock.release()

    assert lock.acquire(0.01)


@pytest.mark.django_db
def test_a_process_takes_turns_on_a_file(tmp_path):
    path = str(tmp_path / "queue.sqlite3")
    settings = {
        **connections["default"].settings_dict,
        "ENGINE": "kogu.delivery.sqlite3",
        "NAME": path,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 5,
            "init_command": "PRAGMA journal_mode=WAL;",
        },
        "TEST": {},
    }
    setup = base.DatabaseWrapper(settings)
    setup.cursor().execute("CREATE TABLE counter (n INTEGER)")
    setup.cursor().execute("INSERT INTO counter VALUES (0)")
    failures = []

    def count():
        wrapper = base.DatabaseWrapper(settings)
        try:
            for _ in range(25):
                wrapper.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
                cursor = wrapper.cursor()
                cursor.execute("SELECT n FROM counter")
                number = cursor.fetchone()[0]
                cursor.execute("UPDATE counter SET n = %s", [number + 1])
                wrapper.commit()
                wrapper.set_autocommit(True)
        except Exception as problem:  # noqa: BLE001 a thread's failure is the test's
            failures.append(problem)
        finally:
            wrapper.close()

    threads = [threading.Thread(target=count) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    cursor = setup.cursor()
    cursor.execute("SELECT n FROM counter")
    assert failures == []
    assert cursor.fetchone()[0] == 200
    setup.close()


@pytest.mark.django_db
def test_no_turn_in_time_is_a_locked_database(tmp_path):
    settings = {
        **connections["default"].settings_dict,
        "NAME": str(tmp_path / "busy.sqlite3"),
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 0.05},
    }
    first, second = base.DatabaseWrapper(settings), base.DatabaseWrapper(settings)
    first.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)

    with pytest.raises(OperationalError, match="no turn"):
        second.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)

    first.rollback()
    first.set_autocommit(True)
    second.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
    second.rollback()
    first.close()
    second.close()


@pytest.mark.django_db
def test_atomic_works_as_ever():
    with transaction.atomic(), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        assert cursor.fetchone()[0] == 1
