"""Work done in threads at once, each with a connection of its own to the database."""

import threading

import pytest
from django.db import connection, connections


def in_threads(*works):
    """Does each work in a thread of its own; what they raised, in the order of raising."""
    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        pytest.fail("threads need a database that several connections share")
    raised = []

    def run(work):
        try:
            work()
        except Exception as error:  # noqa: BLE001 looked at in the test's own thread
            raised.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return raised
