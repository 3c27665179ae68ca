"""Database fixtures that many tests share: each built once, in a transaction around theirs.

A function decorated with `shared_fixtures.fixture` is a fixture like any other, but its parameters
are other such fixtures, within whose transactions it is built. A test finds in the database what
it made, and gets a copy of what it returned to change. A test that asks for none meets the
database as migrations left it. Tests are ordered by what they share, since building it is slow.
"""

import copy
import functools
import inspect
import sys
from dataclasses import dataclass

import pytest
from django.db import connection, transaction

from kogu.delivery import tick_cache


@dataclass
class _Level:
    make: object
    transaction: transaction.Atomic
    returned: dict  # by function, this level's and those it stands on


_functions = []
_levels = []
_copies = {}


def fixture(make):
    """A fixture that is built once for all tests that ask for it."""

    def returned(db, **parents):
        if make not in [level.make for level in _levels]:
            return make(**parents)  # a test that commits, or asks while it runs
        if not _copies:
            _copies.update(copy.deepcopy(_levels[-1].returned))
        return _copies[make]

    parents = inspect.signature(make).parameters.values()
    functools.update_wrapper(returned, make)
    returned.__signature__ = inspect.Signature(
        [inspect.Parameter("db", inspect.Parameter.POSITIONAL_OR_KEYWORD), *parents]
    )
    del returned.__wrapped__
    returned.make = make
    _functions.append(make)
    return pytest.fixture(returned)


def used_by(item):
    """The functions of the shared fixtures that a test asks for, each after those it needs."""
    marker = item.get_closest_marker("django_db")
    if (marker and marker.kwargs.get("transaction")) or {
        "transactional_db",
        "live_server",
    } & set(item.fixturenames):
        return []  # commits: begins with a database of its own
    # Of several fixtures of one name, the last is the nearest to the test.
    nearest = {name: each[-1] for name, each in item._fixtureinfo.name2fixturedefs.items()}
    makes = {name: getattr(each.func, "make", None) for name, each in nearest.items()}
    found = []
    # Whatever a function needs is registered before it.
    for make in sorted(filter(None, makes.values()), key=_functions.index):
        # Else it is built on something that only this test has.
        if all(makes.get(name) in found for name in inspect.signature(make).parameters):
            found.append(make)
    return found


def activate(makes):
    """Build these, but for those that stand; undo any other."""
    _copies.clear()
    same = 0
    for level, make in zip(_levels, makes, strict=False):
        if level.make is not make:
            break
        same += 1
    deactivate(same)
    for make in makes[same:]:
        atomic = transaction.atomic()
        # As TestCase marks its own: a public change may begin inside.
        atomic._from_testcase = True
        atomic.__enter__()
        returned = copy.deepcopy(_levels[-1].returned) if _levels else {}
        by_name = {each.__name__: value for each, value in returned.items()}
        try:
            returned[make] = make(*(by_name[name] for name in inspect.signature(make).parameters))
        except BaseException:
            atomic.__exit__(*sys.exc_info())
            raise
        _levels.append(_Level(make, atomic, returned))
        # Nothing here is ever committed.
        connection.run_on_commit = []
        tick_cache.clear()


def deactivate(keep=0):
    """Roll back all but the outermost so many."""
    _copies.clear()
    while len(_levels) > keep:
        transaction.set_rollback(True)
        _levels.pop().transaction.__exit__(None, None, None)
        tick_cache.clear()
