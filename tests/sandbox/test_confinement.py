"""A child reaches no network, file or process, where the platform keeps it from them."""

import os
import socket
import subprocess
import sys

import pytest

from kogu.sandbox import parent
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
# Calls that signal or hold up another process; by machine, their numbers.
CALLS = (
    ("rt_tgsigqueueinfo", {"x86_64": 297, "aarch64": 240}, "pid, pid, 0, siginfo"),
    ("prlimit64", {"x86_64": 302, "aarch64": 261}, "pid, 7, None, limits"),
    ("pidfd_send_signal", {"x86_64": 424, "aarch64": 424}, "folder, 0, None, 0"),
    ("setpriority", {"x86_64": 141, "aarch64": 140}, "0, pid, priority"),
    ("sched_setaffinity", {"x86_64": 203, "aarch64": 122}, "pid, 128, affinity"),
    ("fcntl", {"x86_64": 72, "aarch64": 25}, "0, 8, pid"),
    ("fcntl", {"x86_64": 72, "aarch64": 25}, "0, 15, owner"),
)
# Nothing is changed where it is not refused.
ARGUMENTS = """
import ctypes, errno, struct
call = ctypes.CDLL(None, use_errno=True).syscall
def is_refused(*arguments):
    return call(*arguments) == -1 and ctypes.get_errno() == errno.EPERM

pid = os.getppid()
siginfo = struct.pack("iii116x", 0, 0, -1)
limits = ctypes.create_string_buffer(16)
affinity = bytes([255] * 128)
owner = struct.pack("ii", 1, pid)
priority = os.getpriority(os.PRIO_PROCESS, pid)
folder = os.open(f"/proc/{pid}", os.O_RDONLY) if sys.platform == "linux" else None
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


def test_without_landlock_no_other_process_is_signalled_or_held_up(child):
    machine = os.uname().machine if sys.platform == "linux" else ""
    calls = [(name, numbers.get(machine), given) for name, numbers, given in CALLS]
    known = [(name, number, given) for name, number, given in calls if number]
    acts = ", ".join(f"is_refused({number}, {given})" for _name, number, given in known)

    answer = child(
        f"{ARGUMENTS}print(json.dumps([{acts}]))",
        before="from kogu.sandbox import landlock; landlock._CREATE_RULESET = 100_000",
    )

    assert [known[at][0] for at, refused in enumerate(answer) if not refused] == []


def test_what_is_taken_away_is_told_into_a_file_too(tmp_path):
    with (tmp_path / "told").open("w") as file:
        subprocess.run(
            [sys.executable, "-m", "kogu.sandbox"],
            cwd=parent._IMPORT_ROOT,
            stdout=file,
            check=True,
        )

    told = (tmp_path / "told").read_text().splitlines()
    assert [line.split()[0] for line in told] == ALL
    assert {line.endswith("LEFT") for line in told} == {sys.platform != "linux"}


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
