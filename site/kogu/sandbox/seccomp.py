"""Linux's seccomp: a process gives up system calls. Containers permit it too."""

import ctypes
import errno
import os
import struct
import sys

_NO_NEW_PRIVS, _SET_SECCOMP, _FILTER = 38, 22, 2
_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06  # instructions of the kernel's filters
_NUMBER, _ARCHITECTURE = 0, 4  # where in the data of a call they stand
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | errno.EPERM
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


def refuse_sockets_and_processes() -> bool:
    """Whether this process from now on opens no sockets and starts, reads, signals no process."""
    known = _REFUSED.get(os.uname().machine)
    if known is None or sys.maxsize < 2**32:
        return False
    code = _program(known[0], sorted(known[1].values()))
    held = ctypes.create_string_buffer(code)
    program = struct.pack("HP", len(code) // 8, ctypes.addressof(held))
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    prctl(_NO_NEW_PRIVS, *map(ctypes.c_ulong, (1, 0, 0, 0)))
    refused = prctl(_SET_SECCOMP, ctypes.c_ulong(_FILTER), program, *map(ctypes.c_ulong, (0, 0)))
    return bool(refused == 0)


def _program(architecture: int, refused: list[int]) -> bytes:
    """Refuses these calls, and all of another architecture; a jump says how many lines to skip."""
    tests = [(_EQUAL, number) for number in refused]
    to_refusal = len(tests) + 2
    lines = [
        (_LOAD, 0, 0, _ARCHITECTURE),
        (_EQUAL, 0, to_refusal + 1, architecture),
        (_LOAD, 0, 0, _NUMBER),
        (_AT_LEAST, to_refusal - 1, 0, _X32),
    ]
    lines += [(test, to_refusal - 2 - at, 0, value) for at, (test, value) in enumerate(tests)]
    lines += [(_RETURN, 0, 0, _ALLOW), (_RETURN, 0, 0, _REFUSE)]
    return b"".join(struct.pack("HBBI", *line) for line in lines)
