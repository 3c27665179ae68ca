"""A child reaches no network, file or process, where the platform keeps it from them."""

import os
import socket
import sys

import pytest

from kogu.sandbox.parent import SandboxError

ALL = ["files", "network", "processes"]
TRY = """
def refused(act):
    try:
        act()
    except OSError:
        return True
    return False

"""


def test_linux_takes_everything_away(child):
    taken = child("print(json.dumps(sorted(taken)))")

    assert taken == (ALL if sys.platform == "linux" else [])


def test_a_child_connects_to_nobody(child):
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        code = (
            f"{TRY}import socket\nact = lambda: socket.create_connection(('127.0.0.1', {port}), 2)"
        )
        answer = child(f"{code}\nprint(json.dumps([refused(act), 'network' in taken]))")

    assert answer == [sys.platform == "linux"] * 2


def test_a_child_reads_no_file_of_the_machine(child, tmp_path):
    secret = tmp_path.parent / f"{tmp_path.name}-secret"
    secret.write_text("very secret")
    paths = [str(secret), "/etc/passwd", f"/proc/{os.getpid()}/environ"]

    answer = child(f"{TRY}print(json.dumps([refused(lambda: open(p)) for p in {paths!r}]))")

    assert answer == [sys.platform == "linux"] * 3


def test_a_child_writes_no_files(child, tmp_path):
    with pytest.raises(SandboxError):
        child(f"open({str(tmp_path / 'x')!r}, 'w').write('x' * 100)")

    assert not (tmp_path / "x").exists() or (tmp_path / "x").read_text() == ""


def test_a_child_starts_and_signals_no_process(child):
    code = f"{TRY}print(json.dumps([refused(os.fork), refused(lambda: os.kill(os.getppid(), 0))]))"

    assert child(code) == [True, sys.platform == "linux"]


def test_a_kernel_that_refuses_leaves_the_limits(child):
    refusing = """
from kogu.sandbox import landlock, seccomp
os.unshare = lambda _flags: os.open("/nowhere", 0)
landlock._CREATE_RULESET = 100_000
seccomp._REFUSED = {}
"""
    limit = "resource.getrlimit(resource.RLIMIT_FSIZE)"
    code = f"import resource; print(json.dumps([sorted(taken), {limit}]))"

    assert child(code, before=refusing) == [[], [0, 0]]
