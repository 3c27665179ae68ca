"""One child at a time runs on a machine, whoever starts it."""

import subprocess
import sys
import threading

import pytest
from django.conf import settings

from kogu.sandbox import turns
from kogu.sandbox.parent import SandboxError
from kogu.sandbox.turns import turn

HOLD = "import fcntl, sys; file = open(sys.argv[1], 'w'); fcntl.flock(file, 2); print(); input()"


@pytest.fixture
def held():
    """Another process has the turn until it is told to end."""
    settings.SANDBOX_LOCK.parent.mkdir(exist_ok=True)
    command = [sys.executable, "-c", HOLD, str(settings.SANDBOX_LOCK)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        other.stdout.readline()
        yield other.stdin.close


def test_who_does_not_wait_is_told_that_it_is_busy(child, held):
    with pytest.raises(SandboxError, match="busy"):
        child("print('[]')", wait_seconds=0)
    held()


def test_who_waits_is_answered_when_the_other_has_ended(child, held, monkeypatch):
    asked, order, lock = threading.Event(), [], turns.fcntl.flock
    monkeypatch.setattr(turns.fcntl, "flock", lambda *how: (asked.set(), lock(*how)))
    waiting = threading.Thread(target=lambda: order.append(child("print('[1]')")))
    waiting.start()
    assert asked.wait(20)
    assert waiting.is_alive()
    order.append("the other ends")
    held()
    waiting.join()

    assert order == ["the other ends", [1]]


def test_lock_that_root_makes_belongs_to_the_owner_of_its_folder(monkeypatch, tmp_path):
    given = []
    monkeypatch.setattr(settings, "SANDBOX_LOCK", tmp_path / "lock")
    monkeypatch.setattr(turns.os, "fchown", lambda _file, *owner: given.append(owner))

    with turn():
        pass
    with turn():
        pass

    assert given == [(tmp_path.stat().st_uid, tmp_path.stat().st_gid)]


def test_lock_that_cannot_be_opened_fails_in_words(child, monkeypatch, tmp_path, caplog):
    monkeypatch.setattr(settings, "SANDBOX_LOCK", tmp_path)

    with pytest.raises(SandboxError, match="failed"):
        child("print('[]')")

    assert str(tmp_path) in caplog.text


def test_a_turn_is_free_again_after_a_child_went_wrong(child):
    with pytest.raises(SandboxError):
        child("sys.exit(1)")

    with turn(wait_seconds=0):
        pass
