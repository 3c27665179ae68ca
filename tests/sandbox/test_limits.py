"""A child that goes wrong is stopped, and takes nothing else down."""

import tracemalloc

import pytest

from kogu.sandbox import limits
from kogu.sandbox.parent import SandboxError


def test_memory_bomb_is_stopped(child):
    with pytest.raises(SandboxError, match="too_much_memory"):
        child("bytearray(4 * 1024 ** 3)")


def test_cpu_bomb_is_stopped(child):
    with pytest.raises(SandboxError, match="too_slow"):
        child(
            "while True: pass",
            before="import resource; resource.setrlimit(resource.RLIMIT_CPU, (1, 1))",
        )


def test_waiting_forever_is_stopped(child):
    with pytest.raises(SandboxError, match="too_slow"):
        child("import time; time.sleep(30)", seconds=1)


def test_who_closes_its_output_and_goes_on_is_stopped(child):
    with pytest.raises(SandboxError, match="too_slow"):
        child("os.close(1); os.close(2); import time; time.sleep(30)", seconds=1)


@pytest.mark.parametrize("pipe", [1, 2])
def test_output_without_end_is_stopped_while_it_is_read(child, monkeypatch, pipe):
    monkeypatch.setattr(limits, "ANSWER_BYTES", limits.MEGABYTE)
    tracemalloc.start()

    with pytest.raises(SandboxError, match="too_long"):
        child(f"for _ in range(1024): os.write({pipe}, bytes(1024 ** 2))")

    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 8 * limits.MEGABYTE


def test_a_child_that_reads_nothing_is_heard(child):
    assert child("print('[]')") == []


def test_what_is_no_json_is_no_answer(child):
    with pytest.raises(SandboxError, match="failed"):
        child("print('hello')")


def test_child_sees_no_secrets(child, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "very secret")

    assert "very secret" not in str(child("print(json.dumps(dict(os.environ)))"))
