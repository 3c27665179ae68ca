"""Gives up, for good, what a process that reads foreign files does not need."""

import ctypes
import os
import resource
import signal
import site
import sys

from kogu.sandbox import landlock, limits, seccomp

# Shared libraries, and time zones.
_SYSTEM_PATHS = (
    *("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/etc/ld.so.cache"),
    *("/usr/share/zoneinfo", "/etc/localtime"),
)
_RECURSION = 3000
_PARENT_DEATH_SIGNAL = 1


def confine(
    *,
    memory_bytes: int = limits.MEMORY_BYTES,
    cpu_seconds: int = limits.CPU_SECONDS,
    threads: bool = False,
) -> frozenset[str]:
    """Limits memory, time, files and processes; takes away what the platform lets it take.

    Answers with what was taken: "files" (no file is opened but Python's own, its packages' and
    ours, to be read; so no other process is read below /proc), "network", "processes" (none is
    started or signalled, and none's limits or priority changed). Without `threads` no thread is
    started either.
    """
    for kind, most in (
        (resource.RLIMIT_AS, memory_bytes),
        (resource.RLIMIT_CPU, cpu_seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, 64),
        (resource.RLIMIT_CORE, 0),
    ):
        _lower(kind, most)
    if not threads:  # which count as processes
        _lower(resource.RLIMIT_NPROC, 0)
    sys.setrecursionlimit(_RECURSION)
    taken = set()
    if sys.platform == "linux":
        if _leave_network():
            taken.add("network")
        # Changed privileges would undo it, so not before.
        ctypes.CDLL(None).prctl(_PARENT_DEATH_SIGNAL, ctypes.c_ulong(signal.SIGKILL))
        if landlock.allow_reading_only(_readable()):
            taken.add("files")
        if seccomp.refuse_sockets_and_processes(threads=threads):
            taken |= {"network", "processes"}
    return frozenset(taken)


def _leave_network() -> bool:
    """Into a network of its own, without interfaces; containers and hardened kernels refuse it."""
    try:
        os.unshare(os.CLONE_NEWUSER | os.CLONE_NEWNET)
    except OSError:
        return False
    return True


def _readable() -> list[str]:
    """What is still imported once the process is confined. Never the folder of the installation."""
    packages = [os.path.dirname(os.__file__), *site.getsitepackages()]
    roots = filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))
    return [*packages, f"{sys.base_prefix}/lib", *roots, *_SYSTEM_PATHS]


def _lower(kind: int, most: int) -> None:
    hard = resource.getrlimit(kind)[1]
    if hard != resource.RLIM_INFINITY:
        most = min(most, hard)
    resource.setrlimit(kind, (most, most))
