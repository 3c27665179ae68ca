"""One child at a time runs on a machine, whoever starts it."""

import subprocess
import sys
import threading

import pytest
from django.conf import settings

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


def test_who_has_no_patience_is_told_that_it_is_busy(child, held):
    with pytest.raises(SandboxError, match="busy"):
        child("print('[]')", patience=0)
    held()


def test_who_waits_is_answered_when_the_other_has_ended(child, held):
    answers = []
    waiting = threading.Thread(target=lambda: answers.append(child("print('[1]')")))
    waiting.start()
    held()
    waiting.join()

    assert answers == [[1]]


def test_a_turn_is_free_again_after_a_child_went_wrong(child):
    with pytest.raises(SandboxError):
        child("sys.exit(1)")

    with turn(patience=0):
        pass
