"""Starts a confined child, hands it a file and reads its answer within limits."""

import json
import logging
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from kogu.sandbox import limits
from kogu.sandbox.pipes import OutputTooLong, exchange
from kogu.sandbox.turns import turn

logger = logging.getLogger(__name__)
_IMPORT_ROOT = Path(__file__).resolve().parents[2]


class SandboxError(Exception):
    """No answer came; `code` says why: busy, too_slow, too_long, too_much_memory or failed."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code, detail)
        self.code = code
        self.detail = detail


def ask(
    module: str,
    request: dict[str, Any],
    data: bytes,
    *,
    seconds: float | None = None,
    wait_seconds: float | None = None,
    root: Path = _IMPORT_ROOT,
) -> Any:
    """What `module` (importable from `root`) answers to a request about a file, read from JSON.

    Waits until no other child runs on this machine, at most `wait_seconds` if given; the child then
    has `seconds`, or `limits.WALL_SECONDS`. Raises `SandboxError`.
    """
    given = json.dumps(request).encode() + b"\n" + data
    try:
        with turn(wait_seconds):
            return json.loads(run(module, given, seconds or limits.WALL_SECONDS, root=root))
    except BlockingIOError as error:
        raise SandboxError("busy") from error
    except OSError as error:
        logger.exception("No child could be started")
        raise SandboxError("failed", str(error)) from error
    except ValueError as error:
        raise SandboxError("failed", "not JSON") from error


def run(
    module: str,
    given: bytes,
    seconds: float,
    *,
    most: int | None = None,
    root: Path = _IMPORT_ROOT,
) -> bytes:
    """What `module` writes to standard output when it is given these bytes; it confines itself.

    At most `most` bytes, or `limits.ANSWER_BYTES`. Waits for no turn. Raises `SandboxError`.
    """
    path = str(root) if root == _IMPORT_ROOT else f"{root}{os.pathsep}{_IMPORT_ROOT}"
    child = subprocess.Popen(  # noqa: S603 our own interpreter and module
        [sys.executable, "-s", "-P", "-B", "-m", module],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={"PYTHONPATH": path, "LANG": "C.UTF-8", "TZ": os.environ.get("TZ", "UTC")},
        cwd="/",
        bufsize=0,
    )
    until = time.monotonic() + seconds
    with child:
        try:
            answer, errors = exchange(child, given, until, most=most or limits.ANSWER_BYTES)
            code = child.wait(max(0.0, until - time.monotonic()))
        except (TimeoutError, subprocess.TimeoutExpired) as error:
            raise SandboxError("too_slow") from error
        except OutputTooLong as error:
            raise SandboxError("too_long") from error
        finally:
            child.kill()
    _check(code, errors)
    return answer


def _check(code: int, errors: bytes) -> None:
    if code in (-signal.SIGXCPU, -signal.SIGKILL):
        raise SandboxError("too_slow")
    if code:
        reason = "too_much_memory" if b"MemoryError" in errors else "failed"
        raise SandboxError(reason, errors[-200:].decode(errors="replace"))
