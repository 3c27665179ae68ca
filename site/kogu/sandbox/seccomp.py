"""Linux's seccomp: a process gives up system calls. Containers permit it too."""

import ctypes
import errno
import os
import struct
import sys

_NO_NEW_PRIVS, _SET_SECCOMP, _FILTER = 38, 22, 2
# Instructions of the kernel's filters.
_LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
# Where in the data of a call they stand.
_NUMBER, _ARCHITECTURE, _FLAGS, _COMMAND = 0, 4, 16, 24
# How a filter ends; "absent" as kernels answer that know no such call.
_ENDS = {
    "allow": 0x7FFF0000,
    "refuse": 0x00050000 | errno.EPERM,
    "absent": 0x00050000 | errno.ENOSYS,
}
_THREAD = 0x10000  # flag of `clone`
_X32 = 0x40000000  # calls of another numbering begin there
# Commands of fcntl by which a file that becomes ready signals any process.
_SET_OWNER, _SET_OWNER_EX = 8, 15

# By machine: the number by which its calls are known, that of fcntl, and those that are refused.
_REFUSED = {
    "x86_64": (
        0xC000003E,
        72,
        {
            "socket": 41, "socketpair": 53, "io_uring_setup": 425,
            "clone": 56, "clone3": 435, "fork": 57, "vfork": 58, "execve": 59, "execveat": 322,
            "kill": 62, "tkill": 200, "tgkill": 234, "rt_sigqueueinfo": 129,
            "rt_tgsigqueueinfo": 297,
            "pidfd_open": 434, "pidfd_send_signal": 424, "pidfd_getfd": 438,
            "prlimit64": 302, "setpriority": 141, "ioprio_set": 251, "sched_setaffinity": 203,
            "sched_setparam": 142, "sched_setscheduler": 144, "sched_setattr": 314,
            "ptrace": 101, "process_vm_readv": 310, "process_vm_writev": 311,
        },
    ),
    "aarch64": (
        0xC00000B7,
        25,
        {
            "socket": 198, "socketpair": 199, "io_uring_setup": 425,
            "clone": 220, "clone3": 435, "execve": 221, "execveat": 281,
            "kill": 129, "tkill": 130, "tgkill": 131, "rt_sigqueueinfo": 138,
            "rt_tgsigqueueinfo": 240,
            "pidfd_open": 434, "pidfd_send_signal": 424, "pidfd_getfd": 438,
            "prlimit64": 261, "setpriority": 140, "ioprio_set": 30, "sched_setaffinity": 122,
            "sched_setparam": 118, "sched_setscheduler": 119, "sched_setattr": 274,
            "ptrace": 117, "process_vm_readv": 270, "process_vm_writev": 271,
        },
    ),
}  # fmt: skip

_Line = tuple[int, str | int, str | int, int]


def refuse_sockets_and_processes(*, threads: bool = False) -> bool:
    """Whether this process from now on opens no sockets, and starts or signals no process.

    Nor does it change limits or priority, its own or another's. That it reads no other process
    needs Landlock too: the files below `/proc` are opened like any other. With `threads` it may
    still start threads of its own.
    """
    known = _REFUSED.get(os.uname().machine)
    if known is None or sys.maxsize < 2**32:
        return False
    code = _program(*known, threads=threads)
    held = ctypes.create_string_buffer(code)
    program = struct.pack("HP", len(code) // 8, ctypes.addressof(held))
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    prctl(_NO_NEW_PRIVS, *map(ctypes.c_ulong, (1, 0, 0, 0)))
    answer = prctl(_SET_SECCOMP, ctypes.c_ulong(_FILTER), program, *map(ctypes.c_ulong, (0, 0)))
    return bool(answer == 0)


def _program(architecture: int, fcntl: int, calls: dict[str, int], *, threads: bool) -> bytes:
    """Refuses these calls, and all of another architecture.

    Each line says where it leads when it holds and when not: to an end, or how many lines it skips.
    """
    refused = dict(calls)
    of_threads: list[_Line] = []
    if threads:
        # The flags of `clone3` lie in memory, which filters do not read: libc tries `clone` then.
        of_threads = [
            (_EQUAL, "absent", 0, refused.pop("clone3")),
            (_EQUAL, 0, "allow", refused.pop("clone")),
            (_LOAD, 0, 0, _FLAGS),
            (_ANY_BIT, "allow", "refuse", _THREAD),
        ]
    lines: list[_Line] = [
        (_LOAD, 0, 0, _ARCHITECTURE),
        (_EQUAL, 0, "refuse", architecture),
        (_LOAD, 0, 0, _NUMBER),
        (_AT_LEAST, "refuse", 0, _X32),
        *((_EQUAL, "refuse", 0, number) for number in sorted(refused.values())),
        (_EQUAL, 0, 3, fcntl),
        (_LOAD, 0, 0, _COMMAND),
        (_EQUAL, "refuse", 0, _SET_OWNER),
        (_EQUAL, "refuse", "allow", _SET_OWNER_EX),
        *of_threads,
    ]
    ends = {end: len(lines) + at for at, end in enumerate(_ENDS)}
    packed = [
        (code, *(ends[to] - at - 1 if isinstance(to, str) else to for to in (holds, fails)), value)
        for at, (code, holds, fails, value) in enumerate(lines)
    ]
    packed += [(_RETURN, 0, 0, value) for value in _ENDS.values()]
    return b"".join(struct.pack("HBBI", *line) for line in packed)
