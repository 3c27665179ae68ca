"""Database fixtures that several tests share: built once, in a transaction around theirs.

A factory function is registered under the name of a fixture. A test that asks for the fixture
finds what the function made, below its own transaction. One shared fixture is active at a time;
a test that asks for none meets the database as migrations left it. Tests are ordered by shared
fixture, since building one is slow.
"""

import copy

from django.db import connection, transaction

from kogu.delivery import tick_cache

_factories = {}
_active = {}


def register(fixture):
    """Registers a factory; the fixture of this name returns `copy_of(fixture)`."""

    def register(make):
        _factories[fixture] = make
        return make

    return register


def fixture_of(item):
    """The name of the shared fixture that a test uses, or nothing."""
    marker = item.get_closest_marker("django_db")
    if (marker and marker.kwargs.get("transaction")) or {
        "transactional_db",
        "live_server",
    } & set(item.fixturenames):
        return ""  # commits: begins with a database of its own
    # The one registered last builds on the others.
    return next((name for name in reversed(_factories) if name in item.fixturenames), "")


def activate(name):
    """Build this shared fixture, unless it is active; undo any other."""
    if _active.get("name", "") == name:
        return
    deactivate()
    if name:
        atomic = transaction.atomic()
        # As TestCase marks its own: a public change may begin inside.
        atomic._from_testcase = True
        atomic.__enter__()
        _active.update(name=name, atomic=atomic)
        _active["made"] = _factories[name]()
        # Nothing here is ever committed.
        connection.run_on_commit = []
        tick_cache.clear()


def deactivate():
    """Roll the active shared fixture back."""
    if _active:
        transaction.set_rollback(True)
        _active["atomic"].__exit__(None, None, None)
        _active.clear()
        tick_cache.clear()


def copy_of(name):
    """What the factory made, as a copy for one test to change; made now where it is not active."""
    if _active.get("name") == name:
        return copy.deepcopy(_active["made"])
    return _factories[name]()
