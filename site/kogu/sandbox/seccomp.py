"""Linux's seccomp: a process gives up system calls. Containers permit it too."""

import ctypes
import errno
import os
import struct
import sys

_NO_NEW_PRIVS, _SET_SECCOMP, _FILTER = 38, 22, 2
# Instructions of the kernel's filters.
_LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_NUMBER, _ARCHITECTURE, _FLAGS = 0, 4, 16  # where in the data of a call they stand
# How a filter ends; "absent" as kernels answer that know no such call.
_ENDS = {
    "allow": 0x7FFF0000,
    "refuse": 0x00050000 | errno.EPERM,
    "absent": 0x00050000 | errno.ENOSYS,
}
_THREAD = 0x10000  # flag of `clone`
_X32 = 0x40000000  # calls of another numbering begin there

# By machine: the number by which its calls are known, and those calls that are refused.
_REFUSED = {
    "x86_64": (
        0xC000003E,
        {
            "socket": 41, "socketpair": 53, "io_uring_setup": 425,
            "clone": 56, "clone3": 435, "fork": 57, "vfork": 58, "execve": 59, "execveat": 322,
            "kill": 62, "tkill": 200, "tgkill": 234, "rt_sigqueueinfo": 129, "pidfd_open": 434,
            "ptrace": 101, "process_vm_readv": 310, "process_vm_writev": 311,
        },
    ),
    "aarch64": (
        0xC00000B7,
        {
            "socket": 198, "socketpair": 199, "io_uring_setup": 425,
            "clone": 220, "clone3": 435, "execve": 221, "execveat": 281,
            "kill": 129, "tkill": 130, "tgkill": 131, "rt_sigqueueinfo": 138, "pidfd_open": 434,
            "ptrace": 117, "process_vm_readv": 270, "process_vm_writev": 271,
        },
    ),
}  # fmt: skip


def refuse_sockets_and_processes(*, threads: bool = False) -> bool:
    """Whether this process from now on opens no sockets and starts, reads, signals no process.

    With `threads` it may still start threads of its own.
    """
    known = _REFUSED.get(os.uname().machine)
    if known is None or sys.maxsize < 2**32:
        return False
    code = _program(*known, threads=threads)
    held = ctypes.create_string_buffer(code)
    program = struct.pack("HP", len(code) // 8, ctypes.addressof(held))
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    prctl(_NO_NEW_PRIVS, *map(ctypes.c_ulong, (1, 0, 0, 0)))
    refused = prctl(_SET_SECCOMP, ctypes.c_ulong(_FILTER), program, *map(ctypes.c_ulong, (0, 0)))
    return bool(refused == 0)


def _program(architecture: int, calls: dict[str, int], *, threads: bool) -> bytes:
    """Refuses these calls, and all of another architecture.

    Each line says where it leads when it holds and when not: to an end, or on to the next.
    """
    refused = dict(calls)
    of_threads: list[tuple[int, str, str, int]] = []
    if threads:
        # The flags of `clone3` lie in memory, which filters do not read: libc tries `clone` then.
        of_threads = [
            (_EQUAL, "absent", "", refused.pop("clone3")),
            (_EQUAL, "", "allow", refused.pop("clone")),
            (_LOAD, "", "", _FLAGS),
            (_ANY_BIT, "allow", "refuse", _THREAD),
        ]
    lines = [
        (_LOAD, "", "", _ARCHITECTURE),
        (_EQUAL, "", "refuse", architecture),
        (_LOAD, "", "", _NUMBER),
        (_AT_LEAST, "refuse", "", _X32),
        *((_EQUAL, "refuse", "", number) for number in sorted(refused.values())),
        *of_threads,
    ]
    ends = {end: len(lines) + at for at, end in enumerate(_ENDS)}
    packed = [
        (code, *(ends[to] - at - 1 if to else 0 for to in (holds, fails)), value)
        for at, (code, holds, fails, value) in enumerate(lines)
    ]
    packed += [(_RETURN, 0, 0, value) for value in _ENDS.values()]
    return b"".join(struct.pack("HBBI", *line) for line in packed)
