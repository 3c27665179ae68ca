"""Stages: what many tests stand on is made once, and what each test does there is undone.

A stage is a function; a test that asks for the fixture it is registered for finds what the
function made below its own transaction. Only one stage stands at a time, so a test that asks for
none meets the database as migrations left it. Tests are put in order by stage, since making one
is dear.
"""

import copy

from django.db import connection, transaction

from kogu.delivery import tick_cache

_makers = {}
_standing = {}


def stage(fixture):
    """Registers a function; the fixture of this name hands out `copy_of` it."""

    def register(make):
        _makers[fixture] = make
        return make

    return register


def wanted(item):
    """The name of the stage a test stands on, or nothing."""
    marker = item.get_closest_marker("django_db")
    if (marker and marker.kwargs.get("transaction")) or {
        "transactional_db",
        "live_server",
    } & set(item.fixturenames):
        return ""  # commits: begins with a database of its own
    # The one registered last stands on the others.
    return next((name for name in reversed(_makers) if name in item.fixturenames), "")


def set_up(name):
    """Let this stage stand, and no other."""
    if _standing.get("name", "") == name:
        return
    strike()
    if name:
        atomic = transaction.atomic()
        # As TestCase marks its own: a public change may begin inside.
        atomic._from_testcase = True
        atomic.__enter__()
        _standing.update(name=name, atomic=atomic)
        _standing["made"] = _makers[name]()
        # Nothing here is ever committed.
        connection.run_on_commit = []
        tick_cache.clear()


def strike():
    """Undo whatever stands."""
    if _standing:
        transaction.set_rollback(True)
        _standing["atomic"].__exit__(None, None, None)
        _standing.clear()
        tick_cache.clear()


def copy_of(name):
    """What the stage's function made, for one test to change; made now where it does not stand."""
    if _standing.get("name") == name:
        return copy.deepcopy(_standing["made"])
    return _makers[name]()
